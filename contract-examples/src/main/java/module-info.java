/** Programs that use the library. The simulated devices are in test-jars, which stay on the class path. */
@SuppressWarnings({"opens", "requires-automatic"}) // XChart gives its jar a name, but no descriptor
module io.silverdata.contract.examples {
    requires com.zaxxer.hikari;
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires io.silverdata.contract;
    requires io.silverdata.contract.adapters.jdbc;
    requires io.silverdata.contract.adapters.olt;
    requires io.silverdata.contract.adapters.radius;
    requires java.sql;
    requires micrometer.core;
    requires org.knowm.xchart;
    requires org.slf4j;
    requires static org.jspecify;

    opens io.silverdata.contract.examples.network to
            info.picocli;
    opens io.silverdata.contract.examples.worker to
            info.picocli;
    opens io.silverdata.contract.examples.year to
            info.picocli;

    provides io.silverdata.contract.adapters.olt.spi.OltDriverProvider with
            io.silverdata.contract.examples.customdriver.AcmeDriverProvider;
}
