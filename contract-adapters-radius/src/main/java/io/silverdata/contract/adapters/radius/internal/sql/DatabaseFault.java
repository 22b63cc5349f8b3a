package io.silverdata.contract.adapters.radius.internal.sql;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an error of the RADIUS database means, and what to do about it where that is known. */
enum DatabaseFault {
    /** A name or value that the database's character set does not have: it never will take it. */
    UNREPRESENTABLE,
    /** The database refuses this row, and would again. */
    REFUSED,
    /** There is no connection, or there is none any more. */
    UNREACHABLE,
    /** Everything else: once somebody has put the database right, it works. */
    PASSING;

    // PostgreSQL: a character without equivalent in the encoding, and octets that are none of it
    private static final Set<String> UNREPRESENTABLE_STATES = Set.of("22P05", "22021");
    // MariaDB and MySQL: incorrect string value, illegal mix of collations, invalid character string, no conversion
    private static final Set<Integer> UNREPRESENTABLE_CODES = Set.of(1366, 1267, 1270, 1271, 1300, 3854, 3988);
    // MariaDB: no default for a column
    private static final int MARIADB_NO_DEFAULT = 1364;
    // PostgreSQL: shut down by an administrator or by a crash, and not ready yet
    private static final Set<String> SHUTDOWN_STATES = Set.of("57P01", "57P02", "57P03");
    private static final int SQLITE_CONSTRAINT = 19;
    private static final Set<String> SCHEMA_STATES = Set.of("42P01", "42S02", "42703", "42S22");

    static DatabaseFault of(SQLException failed) {
        String state = state(failed);
        if (UNREPRESENTABLE_STATES.contains(state) || UNREPRESENTABLE_CODES.contains(failed.getErrorCode())) {
            return UNREPRESENTABLE;
        }
        if (state.startsWith("08") || SHUTDOWN_STATES.contains(state)) {
            return UNREACHABLE;
        }
        boolean refused = state.startsWith("22")
                || state.startsWith("23")
                || failed.getErrorCode() == MARIADB_NO_DEFAULT
                || (state.isEmpty() && (failed.getErrorCode() & 0xFF) == SQLITE_CONSTRAINT);
        return refused ? REFUSED : PASSING;
    }

    /** Whether a table or column is missing; SQLite says so in words only. */
    static boolean isOfSchema(SQLException failed) {
        String state = state(failed);
        String said = String.valueOf(failed.getMessage());
        return SCHEMA_STATES.contains(state) || (state.isEmpty() && said.contains("no such "));
    }

    /** What failed, in the database's words, and what to do about it. */
    static String message(SQLException failed) {
        String said = failed.getMessage() + " (SQLSTATE " + failed.getSQLState() + ")";
        return advice(state(failed), failed.getErrorCode())
                .map(advice -> advice + ": " + said)
                .orElse(said);
    }

    private static Optional<String> advice(String state, int mariaDb) {
        if (state.equals("42501") || Set.of(1044, 1142, 1143, 1227).contains(mariaDb)) {
            return Optional.of("the database user lacks a right; grant SELECT, INSERT, UPDATE and DELETE on radcheck,"
                    + " radreply, radusergroup, radgroupcheck and radgroupreply, and SELECT on radacct and nas");
        }
        if (SCHEMA_STATES.contains(state)) {
            return Optional.of("a table or column of FreeRADIUS' schema is missing");
        }
        if (state.startsWith("08")) {
            return Optional.of("the database cannot be reached or the connection was lost");
        }
        return switch (state) {
            case "28000", "28P01" -> Optional.of("user or password are wrong; check the data source");
            case "3D000" -> Optional.of("there is no such database; check the URL");
            case "25006" -> Optional.of("the database is read-only; use its primary");
            case "53100" -> Optional.of("the disk of the database is full");
            case "53300" -> Optional.of("the database has no connection left; use a smaller pool or allow more");
            case "40001", "40P01", "55P03" -> Optional.of("another writer was faster");
            default -> Optional.empty();
        };
    }

    private static String state(SQLException failed) {
        @Nullable String state = failed.getSQLState();
        return state == null ? "" : state;
    }
}
