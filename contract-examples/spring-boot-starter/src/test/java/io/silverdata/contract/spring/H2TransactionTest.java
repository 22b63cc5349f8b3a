package io.silverdata.contract.spring;

import java.util.UUID;

class H2TransactionTest extends TransactionCases {
    @Override
    String url() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }
}
