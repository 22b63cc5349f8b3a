package io.silverdata.contract.adapters.jdbc.internal.session;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a database server says of itself. H2 says nothing: as a rule it is in this process. */
public final class Server {
    // ER_SPECIFIC_ACCESS_DENIED_ERROR: on MariaDB only a user with the right PROCESS sees the transactions of others
    private static final int NOT_TO_BE_SEEN = 1227;

    private final Sessions sessions;
    private final Dialect dialect;

    public Server(Sessions sessions, Dialect dialect) {
        this.sessions = sessions;
        this.dialect = dialect;
    }

    /** The server's time. */
    public Optional<Instant> time() {
        return micros(
                        switch (dialect) {
                            case POSTGRESQL -> "SELECT EXTRACT(EPOCH FROM clock_timestamp()) * 1000000";
                            case MARIADB -> "SELECT UNIX_TIMESTAMP(SYSDATE(6)) * 1000000";
                            case H2 -> "";
                        })
                .map(Micros::instant);
    }

    /** For how long the longest transaction of another connection has been open. */
    public Optional<Duration> longestTransaction() {
        try {
            return micros(
                            switch (dialect) {
                                case POSTGRESQL ->
                                    "SELECT EXTRACT(EPOCH FROM clock_timestamp() - MIN(began)) * 1000000 FROM ("
                                            + "SELECT xact_start AS began FROM pg_stat_activity"
                                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                                            + " AND backend_type = 'client backend'"
                                            + " UNION ALL SELECT prepared FROM pg_prepared_xacts"
                                            + " WHERE database = current_database()) AS open_transactions";
                                case MARIADB ->
                                    "SELECT TIMESTAMPDIFF(MICROSECOND, MIN(trx_started), SYSDATE(6))"
                                            + " FROM information_schema.innodb_trx WHERE trx_mysql_thread_id <> CONNECTION_ID()";
                                case H2 -> "";
                            })
                    .map(micros -> Duration.of(Math.max(0, micros), ChronoUnit.MICROS));
        } catch (RuntimeException failed) {
            if (isHidden(failed)) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private Optional<Long> micros(String question) {
        return question.isEmpty()
                ? Optional.empty()
                : sessions.with(session -> session.flushed()
                                .query(question)
                                .mapTo(BigDecimal.class)
                                .findOne())
                        .map(BigDecimal::longValue);
    }

    private static boolean isHidden(RuntimeException failed) {
        return failed.getCause() instanceof SQLException cause && cause.getErrorCode() == NOT_TO_BE_SEEN;
    }
}
