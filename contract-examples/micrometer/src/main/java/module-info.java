/** Meters of Micrometer for commands, deliveries and the queue. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"
}) // Micrometer gives its jar a name, but no descriptor
module io.silverdata.contract.micrometer {
    requires transitive io.silverdata.contract;
    requires transitive micrometer.core;
    requires static transitive org.jspecify;

    exports io.silverdata.contract.micrometer;
}
