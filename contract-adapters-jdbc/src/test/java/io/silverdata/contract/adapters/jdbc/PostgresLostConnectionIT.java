package io.silverdata.contract.adapters.jdbc;

class PostgresLostConnectionIT extends LostConnectionCases {
    @Override
    Database database() {
        return Database.POSTGRESQL;
    }
}
