package io.silverdata.contract.adapters.jdbc;

class JtaTest extends JtaCases {
    @Override
    Database database() {
        return Database.H2;
    }
}
