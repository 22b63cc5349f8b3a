/** The network behind the example programs, and the options that choose it. */
module io.silverdata.contract.examples.network {
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires transitive io.silverdata.contract;
    requires transitive io.silverdata.contract.adapters.radius;
    requires com.zaxxer.hikari;
    requires transitive io.silverdata.contract.adapters.olt;
    requires io.silverdata.contract.adapters.olt.testkit;
    requires io.silverdata.contract.adapters.radius.testkit;
    requires static org.jspecify;

    exports io.silverdata.contract.examples.network;
    exports io.silverdata.contract.examples.network.reading;

    opens io.silverdata.contract.examples.network to
            info.picocli;
}
