package io.silverdata.contract.adapters.jdbc;

class H2ReportTest extends ReportCases {
    @Override
    Database database() {
        return Database.H2;
    }
}
