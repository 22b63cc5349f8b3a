/** The kit that proves an OLT driver, and simulated OLTs that answer over SNMP. */
module io.silverdata.contract.adapters.olt.testkit {
    requires transitive io.silverdata.contract.adapters.olt;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;
    requires io.silverdata.contract.testkit;
    requires org.assertj.core;
    requires org.junit.jupiter.params;
    requires org.snmp4j;
    requires org.snmp4j.agent;

    exports io.silverdata.contract.adapters.olt.testkit;
    exports io.silverdata.contract.adapters.olt.testkit.vendor;

    opens io.silverdata.contract.adapters.olt.testkit; // to JUnit, which calls tests that are not public
}
