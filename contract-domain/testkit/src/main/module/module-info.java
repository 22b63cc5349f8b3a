/** Kits that prove an adapter of a port of the contract library, with the fixtures and devices that they need. */
module io.silverdata.contract.testkit {
    requires transitive io.silverdata.contract;
    requires transitive org.junit.jupiter.api;
    requires transitive org.junit.jupiter.params;
    requires static transitive org.jspecify;
    requires java.management;
    requires org.assertj.core;

    exports io.silverdata.contract.testkit;
    exports io.silverdata.contract.testkit.simulation;

    opens io.silverdata.contract.testkit; // to JUnit, which calls tests that are not public
}
