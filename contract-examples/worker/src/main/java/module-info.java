/** A worker process with meters of Micrometer. */
@SuppressWarnings("requires-automatic") // Micrometer gives its jar a name, but no descriptor
module io.silverdata.contract.examples.worker {
    requires com.zaxxer.hikari;
    requires info.picocli;
    requires io.silverdata.contract;
    requires io.silverdata.contract.adapters.jdbc;
    requires io.silverdata.contract.examples.network;
    requires io.silverdata.contract.micrometer;
    requires micrometer.core;
    requires org.slf4j;
    requires static org.jspecify;

    opens io.silverdata.contract.examples.worker to
            info.picocli;
}
