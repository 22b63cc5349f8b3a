package io.silverdata.contract.adapters.jdbc;

class H2FeedTest extends FeedCases {
    @Override
    Database database() {
        return Database.H2;
    }
}
