package io.silverdata.contract.adapters.jdbc;

class MariaDbJtaIT extends JtaCases {
    @Override
    Database database() {
        return Database.MARIADB;
    }
}
