/** A simulated NAS, the tables and the accounting of FreeRADIUS, and the kit that proves a {@code NasProfile}. */
module io.silverdata.contract.adapters.radius.testkit {
    requires transitive io.silverdata.contract.adapters.radius;
    requires transitive java.sql;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;
    requires org.assertj.core;

    exports io.silverdata.contract.adapters.radius.testkit;

    opens io.silverdata.contract.adapters.radius.testkit; // to JUnit, which calls tests that are not public
}
