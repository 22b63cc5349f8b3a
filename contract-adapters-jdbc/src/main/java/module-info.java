/** Durable storage over JDBC for the contract library: H2, PostgreSQL, MariaDB. */
@SuppressWarnings("requires-automatic") // JDBI gives its jars names, but no descriptors
module io.silverdata.contract.adapters.jdbc {
    requires transitive io.silverdata.contract;
    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires io.silverdata.contract.json;
    requires org.jdbi.v3.core;
    requires org.slf4j;

    exports io.silverdata.contract.adapters.jdbc;
    exports io.silverdata.contract.adapters.jdbc.dialect;
    exports io.silverdata.contract.adapters.jdbc.verification;
}
