package io.silverdata.contract.adapters.jdbc;

class PostgresJtaIT extends JtaCases {
    @Override
    Database database() {
        return Database.POSTGRESQL;
    }
}
