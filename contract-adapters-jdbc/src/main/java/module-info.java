/** Durable storage over JDBC for the contract library: H2, PostgreSQL, MariaDB. */
module io.silverdata.contract.adapters.jdbc {
    requires transitive io.silverdata.contract;
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires org.slf4j;

    exports io.silverdata.contract.adapters.jdbc;
}
