package io.silverdata.contract.examples.console.speed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Makes more towns of the demo's one, in PostgreSQL: each row once more for each town, with other identities, names and places. So many
 * contracts made by commands one after the other would take an hour. What a page reads is there: plant, contracts, events, notes and figures.
 */
final class Towns {
    private static final List<String> TABLES = List.of(
            "olt",
            "pon_port",
            "splitter",
            "output",
            "contract",
            "agreement",
            "service",
            "flag",
            "attribute",
            "note",
            "login",
            "onu",
            "work",
            "event",
            "segment",
            "span");

    /** How the value of a column in a town follows from that of the demo's; {@code n} is the number of the town, from 1. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("pon_port_id", "t.pon_port_id + n * 100000"),
            Map.entry("splitter_id", "t.splitter_id + n * 100000"),
            Map.entry("parent_id", "t.parent_id + n * 100000"),
            Map.entry("seq", "t.seq + n * 10000000"),
            Map.entry("feed_position", "t.feed_position + n * 10000000"),
            // a quarter of a degree to the north
            Map.entry("latitude", "t.latitude + n * 0.25"),
            Map.entry("cell_y", "t.cell_y + n * 250"),
            Map.entry("cell", "t.cell + n * 5000000"));

    /** Beginnings of the demo's names, and what stands in their place in a town. */
    private static final List<Name> NAMES = List.of(
            new Name("C-00", "'C-' || nn"),
            new Name("K-00", "'K-' || nn"),
            new Name("\"c00", "'\"c' || nn"),
            new Name("4A10", "upper(to_hex(x'4A10'::int + n))"),
            new Name("NAP-", "'NAP' || nn || '-'"),
            new Name("SP-", "'SP' || nn || '-'"),
            new Name("olt-", "'olt' || nn || '-'"));

    private record Name(String begin, String ofTown) {}

    private Towns() {}

    /** Makes towns beside the one that is there. */
    static void add(DataSource pool, int towns) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TEMP TABLE town AS SELECT n, lpad(n::text, 2, '0') AS nn FROM generate_series(1, "
                    + towns + ") n");
            for (String table : TABLES) {
                add(statement, table);
            }
            statement.execute(String.format(
                    Locale.ROOT,
                    "UPDATE ct_span_total SET spans = spans * %1$d, amount = amount * %1$d, timed = timed * %1$d,"
                            + " took = took * %1$d",
                    towns + 1));
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
    }

    private static void add(Statement statement, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        boolean isOfContract = has(statement, table, "contract_id");
        try (ResultSet row = statement.executeQuery(columns(table))) {
            while (row.next()) {
                String column = row.getString(1);
                columns.add(column);
                values.add(value(column, row.getString(2), isOfContract));
            }
        }
        statement.execute("CREATE TEMP TABLE one AS SELECT * FROM ct_" + table);
        statement.execute("INSERT INTO ct_" + table + " (" + String.join(", ", columns)
                + ") OVERRIDING SYSTEM VALUE SELECT " + String.join(", ", values)
                + " FROM one t CROSS JOIN town ORDER BY n");
        statement.execute("DROP TABLE one");
    }

    private static String columns(String table) {
        return "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'ct_" + table + "'";
    }

    private static boolean has(Statement statement, String table, String column) throws SQLException {
        try (ResultSet row = statement.executeQuery(columns(table) + " AND column_name = '" + column + "'")) {
            return row.next();
        }
    }

    private static String value(String column, String type, boolean isOfContract) {
        String value = OTHERS.getOrDefault(column, "t." + column);
        if (type.equals("uuid")) {
            return identity(value) + "::uuid";
        }
        if (column.equals("login")) {
            return "replace(t.login, 'c00', 'c' || nn)";
        }
        if ((!type.equals("text") && !type.equals("character varying")) || column.startsWith("address")) {
            return value;
        }
        for (Name name : NAMES) {
            value = "replace(" + value + ", '" + name.begin() + "', " + name.ofTown() + ")";
        }
        return isOfContract ? "replace(" + value + ", t.contract_id::text, " + identity("t.contract_id") + ")" : value;
    }

    /** Another last octet. */
    private static String identity(String column) {
        return "(left(" + column + "::text, 34) || lpad(to_hex(('x' || right(" + column
                + "::text, 2))::bit(8)::int # n), 2, '0'))";
    }
}
