package io.silverdata.contract.adapters.jdbc;

class MariaDbReportIT extends ReportCases {
    @Override
    Database database() {
        return Database.MARIADB;
    }
}
