package io.silverdata.contract.adapters.jdbc;

class MariaDbFeedIT extends FeedCases {
    @Override
    Database database() {
        return Database.MARIADB;
    }
}
