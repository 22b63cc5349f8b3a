package io.silverdata.contract.adapters.jdbc;

class PostgresFeedIT extends FeedCases {
    @Override
    Database database() {
        return Database.POSTGRESQL;
    }
}
