package io.silverdata.contract.adapters.jdbc;

class MariaDbVerificationIT extends VerificationCases {
    @Override
    Database database() {
        return Database.MARIADB;
    }
}
