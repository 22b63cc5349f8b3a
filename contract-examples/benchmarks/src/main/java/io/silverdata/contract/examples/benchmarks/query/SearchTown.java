package io.silverdata.contract.examples.benchmarks.query;

import com.zaxxer.hikari.HikariDataSource;
import io.silverdata.contract.examples.benchmarks.harness.PostgresPeer;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.GeoPosition;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The rows by which any number of contracts are found, as the library would write them, in the spread of an operator: one in fifty
 * suspended, one in a hundred a draft, plans of which one has half of all, a thousand contracts to an OLT. It has no events and no plant.
 */
final class SearchTown {
    static final int ONUS_OF_AN_OLT = 1_000;
    static final GeoPosition CENTRE = new GeoPosition(-0.2, -78.5);
    static final long DRAFTED = 1_700_000_000_000_000L;
    static final long A_MINUTE = 60_000_000L;

    private static final int CHUNK = 20_000;
    private static final List<String> TABLES = List.of("contract", "agreement", "service", "flag", "login", "onu");
    private static final String[] STREETS = {
        "Simón Bolívar", "Amazonas", "10 de Agosto", "Eloy Alfaro", "Shyris", "Naciones Unidas", "República", "Colón",
        "Patria", "Orellana", "Occidental", "Maldonado", "Mariana de Jesús", "Gaspar de Villarroel", "El Inca",
                "Galo Plaza"
    };
    private static final String SNAPSHOT = "x".repeat(1_300);

    private SearchTown() {}

    static ContractId id(int n) {
        return new ContractId(new UUID(0x0190_0000_0000_7000L + ((long) n << 16), 0x8000_0000_0000_0000L + n));
    }

    static boolean isDraft(int n) {
        return n % 100 == 17;
    }

    private static boolean isSuspended(int n) {
        return n % 50 == 3;
    }

    private static boolean isCancelled(int n) {
        return n % 40 == 9;
    }

    private static String status(int n) {
        return isDraft(n) ? "DRAFT" : isCancelled(n) ? "CANCELLED" : isSuspended(n) ? "SUSPENDED" : "ACTIVE";
    }

    private static boolean isLive(int n) {
        return !isDraft(n) && !isCancelled(n);
    }

    private static String sync(int n) {
        return isDraft(n) ? "NN" : n % 400 == 1 ? "FI" : n % 150 == 5 ? "PP" : n % 1_000 == 7 ? "ID" : "II";
    }

    static int plan(int n) {
        return n % 2 == 0 ? 0 : 1 + n % 31;
    }

    static String address(int n) {
        return "Calle " + STREETS[n % STREETS.length] + " N" + n % 97 + "-" + n + " y "
                + STREETS[n / 7 % STREETS.length] + ", conjunto " + n / 300;
    }

    static GeoPosition position(int n) {
        int place = (int) (n * 2_654_435_761L % 1_000_003L);
        return new GeoPosition(
                CENTRE.latitude() + (place % 1_000 - 500) * 0.000_4,
                CENTRE.longitude() + (place / 1_000 - 500) * 0.000_4);
    }

    /** Fills empty tables; indexes are made again afterwards. */
    static void fill(HikariDataSource pool, int contracts) throws Exception {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET maintenance_work_mem = '256MB'");
            List<String> again = new ArrayList<>();
            List<String> drops = new ArrayList<>();
            try (ResultSet row =
                    statement.executeQuery("SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ("
                            + TABLES.stream().map(table -> "'ct_" + table + "'").collect(Collectors.joining(", "))
                            + ") AND indexname NOT IN (SELECT conname FROM pg_constraint)")) {
                while (row.next()) {
                    drops.add("DROP INDEX " + row.getString(1));
                    again.add(row.getString(2));
                }
            }
            for (String drop : drops) {
                statement.execute(drop);
            }
            for (int first = 0; first < contracts; first += CHUNK) {
                copy(connection, first, Math.min(contracts, first + CHUNK));
            }
            for (String index : again) {
                statement.execute(index);
            }
        }
        PostgresPeer.settle(pool);
    }

    private static void copy(Connection connection, int first, int end) throws Exception {
        write(
                connection,
                "contract (contract_id, version, number, status, due_at, snapshot, sync)",
                first,
                end,
                n -> Optional.of(row(id(n), 7, "C-" + n, status(n), n % 200 == 4 ? due(n) : null, SNAPSHOT, sync(n))));
        write(
                connection,
                "agreement (contract_id, customer, plan, drafted_at, predecessor, address, address_folded, latitude,"
                        + " longitude, cell, address_grams)",
                first,
                end,
                SearchTown::agreement);
        write(
                connection,
                "service (contract_id, olt, pon_port, splitter, output_no, onu, login, activated_at, cancelled_at,"
                        + " term_ends)",
                first,
                end,
                SearchTown::service);
        write(connection, "flag (contract_id, kind, code, detail, begins_at, ends_at)", first, end, SearchTown::flag);
        write(
                connection,
                "login (login, contract_id)",
                first,
                end,
                n -> Optional.of(row("user-" + n + "@example.net", id(n))).filter(row -> isLive(n)));
        write(
                connection,
                "onu (serial, contract_id)",
                first,
                end,
                n -> Optional.of(row(onu(n), id(n))).filter(row -> isLive(n)));
    }

    static String onu(int n) {
        return String.format(Locale.ROOT, "HWTC%08X", n);
    }

    static long due(int n) {
        return DRAFTED + 2_000_000 * A_MINUTE + n * A_MINUTE;
    }

    private static Optional<String> agreement(int n) {
        String folded = folded(address(n));
        GeoPosition position = position(n);
        return Optional.of(row(
                id(n),
                "customer-" + n / 2,
                "plan-" + plan(n),
                DRAFTED + n * A_MINUTE,
                n % 50 == 0 && n > 0 ? id(n - 1) : null,
                address(n),
                folded,
                position.latitude(),
                position.longitude(),
                (long) Math.floor((position.latitude() + 90) / 0.005) * 100_000
                        + (long) Math.floor((position.longitude() + 180) / 0.005),
                grams(folded)));
    }

    private static Optional<String> service(int n) {
        if (isDraft(n)) {
            return Optional.empty();
        }
        boolean isLive = isLive(n);
        return Optional.of(row(
                id(n),
                isLive ? "olt-" + n / ONUS_OF_AN_OLT : null,
                isLive ? "0/" + n / 64 % 16 + "/" + n % 16 : null,
                isLive ? "NAP-" + n / 8 : null,
                isLive ? 1 + n % 8 : null,
                isLive ? onu(n) : null,
                isLive ? "user-" + n + "@example.net" : null,
                DRAFTED + (n + 3) * A_MINUTE,
                isLive ? null : DRAFTED + (n + 500_000) * A_MINUTE,
                n % 3 == 0 ? 20_000 + n % 1_000 : null));
    }

    private static Optional<String> flag(int n) {
        if (status(n).equals("SUSPENDED")) {
            return Optional.of(row(
                    id(n),
                    "HOLD",
                    n % 500 == 3 ? "FRAUD_ABUSE" : "NON_PAYMENT",
                    "HARD_BLOCK",
                    DRAFTED + n * A_MINUTE,
                    null));
        }
        if (sync(n).equals("FI")) {
            return Optional.of(row(id(n), "FAILURE", n % 4_000 == 1 ? "REFUSED" : "TIMEOUT", "ACCESS", null, null));
        }
        return n % 200 == 4 ? Optional.of(row(id(n), "SCHEDULED", "CHANGE_PLAN", "", due(n), null)) : Optional.empty();
    }

    /** The streets have no other accents. */
    static String folded(String address) {
        return address.toLowerCase(Locale.ROOT)
                .replace('ó', 'o')
                .replace('í', 'i')
                .replace('ú', 'u');
    }

    static String grams(String text) {
        return IntStream.rangeClosed(0, text.length() - 3)
                .map(at -> (text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2))
                .distinct()
                .sorted()
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private interface Rows {
        Optional<String> row(int n);
    }

    private static void write(Connection connection, String table, int first, int end, Rows rows) throws Exception {
        String text = IntStream.range(first, end)
                .mapToObj(rows::row)
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY ct_" + table + " FROM STDIN", new StringReader(text));
    }

    private static String row(@Nullable Object... values) {
        return java.util.Arrays.stream(values)
                .map(value -> value == null ? "\\N" : value.toString())
                .collect(Collectors.joining("\t", "", "\n"));
    }
}
