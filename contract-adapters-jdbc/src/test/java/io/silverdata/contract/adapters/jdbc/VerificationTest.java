package io.silverdata.contract.adapters.jdbc;

class VerificationTest extends VerificationCases {
    @Override
    Database database() {
        return Database.H2;
    }
}
