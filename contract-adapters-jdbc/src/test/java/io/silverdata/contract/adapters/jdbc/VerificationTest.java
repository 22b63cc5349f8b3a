package io.silverdata.contract.adapters.jdbc;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class VerificationTest extends VerificationCases {

    @Override
    protected DataSource emptyDatabase() {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Schema.migrate(memory);
        return memory;
    }
}
