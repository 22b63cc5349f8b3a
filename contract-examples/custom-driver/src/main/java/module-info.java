/** A driver for OLTs of Acme, which the library does not know. */
module io.silverdata.contract.examples.customdriver {
    requires transitive io.silverdata.contract.adapters.olt;
    requires static transitive org.jspecify;

    exports io.silverdata.contract.examples.customdriver;

    provides io.silverdata.contract.adapters.olt.spi.OltDriverProvider with
            io.silverdata.contract.examples.customdriver.AcmeDriverProvider;
}
