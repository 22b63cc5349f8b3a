package io.silverdata.contract.adapters.jdbc;

class PostgresReportIT extends ReportCases {
    @Override
    Database database() {
        return Database.POSTGRESQL;
    }
}
