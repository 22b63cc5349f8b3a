package io.silverdata.contract.adapters.jdbc;

class PostgresVerificationIT extends VerificationCases {
    @Override
    Database database() {
        return Database.POSTGRESQL;
    }
}
