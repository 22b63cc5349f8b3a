/** The kit that proves an OLT driver, and simulated OLTs that answer over SNMP. */
module io.silverdata.contract.adapters.olt.testkit {
    requires transitive io.silverdata.contract.adapters.olt;
    requires transitive io.silverdata.contract.testkit;
    requires transitive org.junit.jupiter.api;
    requires transitive org.junit.jupiter.params;
    requires transitive org.snmp4j;
    requires transitive org.snmp4j.agent;
    requires static transitive org.jspecify;
    requires org.assertj.core;

    exports io.silverdata.contract.adapters.olt.testkit;
    exports io.silverdata.contract.adapters.olt.testkit.vendor;

    opens io.silverdata.contract.adapters.olt.testkit; // to JUnit, which calls tests that are not public
}
