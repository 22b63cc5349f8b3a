package io.silverdata.contract.adapters.jdbc;

class LostConnectionTest extends LostConnectionCases {
    @Override
    Database database() {
        return Database.H2;
    }
}
