package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.model.ContractId;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** How values of the domain are bound and read. */
final class Values {
    private Values() {}

    static Jdbi jdbi(DataSource dataSource, Dialect dialect) {
        Jdbi jdbi = Jdbi.create(dataSource);
        // whether a transaction ends is this library's or the host's business, never the handle's
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        jdbi.registerArgument(new Times());
        jdbi.registerArgument(new Identities(dialect));
        jdbi.registerColumnMapper(
                ContractId.class, (row, column, context) -> new ContractId(dialect.key(row, column)));
        return jdbi;
    }

    private static final class Times extends AbstractArgumentFactory<Instant> {
        Times() {
            super(java.sql.Types.BIGINT);
        }

        @Override
        protected Argument build(Instant time, ConfigRegistry config) {
            return (position, statement, context) -> statement.setLong(position, Micros.of(time));
        }
    }

    private static final class Identities extends AbstractArgumentFactory<ContractId> {
        private final Dialect dialect;

        Identities(Dialect dialect) {
            super(java.sql.Types.OTHER);
            this.dialect = dialect;
        }

        @Override
        protected Argument build(ContractId id, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position, dialect.key(id.value()));
        }
    }
}
