package io.silverdata.contract.adapters.jdbc;

class MariaDbLostConnectionIT extends LostConnectionCases {
    @Override
    Database database() {
        return Database.MARIADB;
    }
}
