/** What tests of the example programs have in common: peers to name on the command line, a PostgreSQL that can crash. */
@SuppressWarnings("requires-automatic") // Zonky's PostgreSQL has no descriptor
module io.silverdata.contract.examples.testkit {
    requires io.silverdata.contract.adapters.olt.testkit;
    requires transitive io.silverdata.contract.examples.network;
    requires com.zaxxer.hikari;
    requires embedded.postgres;
    requires io.silverdata.contract.adapters.olt;
    requires io.silverdata.contract.adapters.radius.testkit;
    requires io.silverdata.contract.testkit;
    requires static org.jspecify;

    exports io.silverdata.contract.examples.testkit;
}
