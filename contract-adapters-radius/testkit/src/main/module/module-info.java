/** A simulated NAS that takes dynamic authorization over UDP, and the tables of FreeRADIUS. */
module io.silverdata.contract.adapters.radius.testkit {
    requires transitive java.sql;
    requires static transitive org.jspecify;

    exports io.silverdata.contract.adapters.radius.testkit;
}
