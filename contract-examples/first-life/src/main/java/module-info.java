/** The start of the README, and the quick start of the documents, as programs. */
module io.silverdata.contract.examples.firstlife {
    requires com.zaxxer.hikari;
    requires io.silverdata.contract;
    requires io.silverdata.contract.adapters.jdbc;
    requires io.silverdata.contract.adapters.olt;
    requires io.silverdata.contract.adapters.olt.testkit;
    requires io.silverdata.contract.adapters.radius;
    requires io.silverdata.contract.adapters.radius.testkit;
    requires java.sql;
    requires static org.jspecify;
}
