package io.silverdata.contract.adapters.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.jdbc.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/privacy.md} says of each table and column: a new column has to be thought of there. */
class PrivacyDocumentTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (`[^|]*`) \\|");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @Test
    void the_page_lists_every_table_and_column_of_the_schema() throws IOException, SQLException {
        Map<String, Set<String>> documented = new TreeMap<>();
        ROW.matcher(Files.readString(Path.of("../docs/privacy.md")))
                .results()
                .forEach(row -> documented.put(row.group(1), names(row.group(2))));

        assertThat(documented).isEqualTo(schema());
    }

    private static Set<String> names(String cell) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(cell).results().map((MatchResult name) -> name.group(1)).forEach(names::add);
        return names;
    }

    private static Map<String, Set<String>> schema() throws SQLException {
        Map<String, Set<String>> columns = new TreeMap<>();
        try (Connection connection = Database.H2.dataSource().getConnection();
                ResultSet found = connection.getMetaData().getColumns(null, "PUBLIC", "CT\\_%", null)) {
            while (found.next()) {
                columns.computeIfAbsent(name(found, "TABLE_NAME").substring("ct_".length()), table -> new TreeSet<>())
                        .add(name(found, "COLUMN_NAME"));
            }
        }
        return columns;
    }

    private static String name(ResultSet found, String label) throws SQLException {
        return found.getString(label).toLowerCase(Locale.ROOT);
    }
}
