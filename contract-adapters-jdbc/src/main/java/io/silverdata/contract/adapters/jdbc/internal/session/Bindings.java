package io.silverdata.contract.adapters.jdbc.internal.session;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.model.ContractId;
import java.sql.Connection;
import java.sql.Types;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;

/** How values of the domain are bound and read. */
final class Bindings {
    /** Parses each statement once, also for the connections of a host, which come with a Jdbi of their own. */
    private static final SqlParser STATEMENTS = new ColonPrefixSqlParser();

    private Bindings() {}

    static Jdbi jdbi(DataSource dataSource, Dialect dialect) {
        return configured(Jdbi.create(dataSource), dialect);
    }

    /** For a connection that stays somebody else's. */
    static Jdbi jdbi(Connection connection, Dialect dialect) {
        return configured(Jdbi.create(new Lent(connection)), dialect);
    }

    private static Jdbi configured(Jdbi jdbi, Dialect dialect) {
        // whether a transaction ends is this library's or the host's business, never the handle's
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        jdbi.getConfig(SqlStatements.class).setSqlParser(STATEMENTS);
        jdbi.registerArgument(new Times());
        jdbi.registerArgument(new Identities(dialect));
        jdbi.registerColumnMapper(ContractId.class, (row, column, context) -> ContractIds.read(dialect, row, column));
        return jdbi;
    }

    private record Lent(Connection connection) implements ConnectionFactory {
        @Override
        public Connection openConnection() {
            return connection;
        }

        @Override
        public void closeConnection(Connection lent) {}
    }

    private static final class Times extends AbstractArgumentFactory<Instant> {
        Times() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Instant time, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, Micros.of(time));
        }
    }

    private static final class Identities extends AbstractArgumentFactory<ContractId> {
        private final Dialect dialect;

        Identities(Dialect dialect) {
            super(Types.OTHER);
            this.dialect = dialect;
        }

        @Override
        protected Argument build(ContractId id, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, ContractIds.bound(dialect, id));
        }
    }
}
