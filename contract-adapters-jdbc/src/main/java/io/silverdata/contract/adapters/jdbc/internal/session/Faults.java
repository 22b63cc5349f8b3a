package io.silverdata.contract.adapters.jdbc.internal.session;

import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.StorageException;
import io.silverdata.contract.spi.StorageException.Outcome;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a database's errors mean to those who use the storage. */
public final class Faults {
    // SQLSTATE 40001 and 40P01 are the standard's and PostgreSQL's; 55P03: PostgreSQL, lock not available;
    // 90131 and HYT00: H2, concurrent update and lock timeout.
    private static final Set<String> GIVE_WAY_STATES = Set.of("40001", "40P01", "55P03", "90131", "HYT00");
    // MariaDB: deadlock, lock wait timeout, record has changed since last read
    private static final Set<Integer> GIVE_WAY_CODES = Set.of(1213, 1205, 1020);
    private static final Set<String> DUPLICATE_STATES = Set.of("23505", "23000");
    private static final int MARIADB_DUPLICATE = 1062;
    private static final int H2_GENERAL_ERROR = 50000;

    private static final String NO_SUCH_DATABASE = "there is no such database; check the URL";
    private static final String PASSWORD_WRONG = "user or password are wrong; check the data source";
    private static final String PASSWORD_EXPIRED = "the password of the database user has expired; set a new one";
    private static final String RIGHT_MISSING =
            "the database user lacks a right; grant SELECT, INSERT, UPDATE and DELETE"
                    + " on the tables and USAGE on the sequence";
    private static final String NO_ADMINISTRATOR = "the user must be an administrator of the H2 file, which CHECKPOINT"
            + " and WRITE_DELAY need; ALTER USER ... ADMIN TRUE";
    private static final String READ_ONLY = "the database is read-only; use its primary";
    private static final String DISK_FULL = "the disk of the database is full or not to be written; make room";
    private static final String NO_CONNECTION_LEFT =
            "the database has no connection left; use a smaller pool or allow more";

    private Faults() {}

    /** The exception that says what a failure means. */
    public static RuntimeException of(SQLException failed, String doing) {
        if (isGivingWay(failed)) {
            return new ConflictException(
                    ConflictException.Kind.SERIALIZATION, doing + ": another transaction was faster", failed);
        }
        return new StorageException(message(failed, doing), failed);
    }

    /** The exception that says what the failure of a commit means. A database that gives way has kept nothing. */
    static RuntimeException ofCommit(SQLException failed, Outcome otherwise) {
        if (isGivingWay(failed)) {
            return of(failed, "the commit");
        }
        String kept = otherwise == Outcome.UNKNOWN ? "; whether it was kept is not known" : "";
        return new StorageException(otherwise, message(failed, "the commit") + kept, failed);
    }

    /** What failed, and what to do about it where that is known. */
    static String message(SQLException failed, String doing) {
        String said = String.valueOf(failed.getMessage());
        return doing + " failed: "
                + advice(failed).map(text -> text + " (" + said + ")").orElse(said);
    }

    /** Whether the database chose this transaction to give way. */
    private static boolean isGivingWay(SQLException failed) {
        return GIVE_WAY_STATES.contains(state(failed)) || isMariaDb(failed, GIVE_WAY_CODES);
    }

    /** Whether a value is there already of which there can be one. */
    public static boolean isDuplicate(SQLException failed) {
        String state = state(failed);
        return DUPLICATE_STATES.contains(state)
                && (!"23000".equals(state) || failed.getErrorCode() == MARIADB_DUPLICATE);
    }

    private static boolean isMariaDb(SQLException failed, Set<Integer> codes) {
        // PostgreSQL's driver has no codes; H2's begin at 2000 and those of the list are none of them
        return codes.contains(failed.getErrorCode());
    }

    private static Optional<String> advice(SQLException failed) {
        if (failed.getErrorCode() == H2_GENERAL_ERROR && isOfFile(failed)) {
            return Optional.of(DISK_FULL);
        }
        return adviceOnCode(failed.getErrorCode()).or(() -> adviceOnState(state(failed)));
    }

    private static boolean isOfFile(SQLException failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** MariaDB has few SQLSTATEs and many codes. No other database has these codes. */
    private static Optional<String> adviceOnCode(int mariaDb) {
        return switch (mariaDb) {
            case 1049 -> Optional.of(NO_SUCH_DATABASE);
            case 1044, 1142, 1143, 1227 -> Optional.of(RIGHT_MISSING);
            case 1820, 1862 -> Optional.of(PASSWORD_EXPIRED);
            case 1290, 1836 -> Optional.of(READ_ONLY);
            case 1021, 1114 -> Optional.of(DISK_FULL);
            case 1040, 1203, 1226 -> Optional.of(NO_CONNECTION_LEFT);
            default -> Optional.empty();
        };
    }

    private static Optional<String> adviceOnState(String state) {
        if (state.equals("08004")) {
            return Optional.of(
                    "the database turns the connection away; check user, password and SSL of the data source");
        }
        if (state.startsWith("08")) {
            return Optional.of("the database cannot be reached or the connection was lost; check address, server and"
                    + " network, and try again");
        }
        return switch (state) {
            case "28000", "28P01" -> Optional.of(PASSWORD_WRONG);
            case "3D000", "90013", "90146" -> Optional.of(NO_SUCH_DATABASE);
            case "90040" -> Optional.of(NO_ADMINISTRATOR);
            case "42501", "90096" -> Optional.of(RIGHT_MISSING);
            case "42P01", "42S02", "42S03", "42S04", "42703", "42S22" ->
                Optional.of("a table or column is missing; call Schema.migrate, or run the scripts of this version");
            case "25006", "90097" -> Optional.of(READ_ONLY);
            case "53100", "90028", "90031", "90098" -> Optional.of(DISK_FULL);
            case "53300" -> Optional.of(NO_CONNECTION_LEFT);
            case "57P01", "57P02", "57P03" -> Optional.of("the database is stopping or starting; try again");
            default -> Optional.empty();
        };
    }

    private static String state(SQLException failed) {
        @Nullable String state = failed.getSQLState();
        return state == null ? "" : state;
    }
}
