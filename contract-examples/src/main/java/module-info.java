/** Programs that use the library. */
@SuppressWarnings("opens")
module io.silverdata.contract.examples {
    requires com.zaxxer.hikari;
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires io.silverdata.contract;
    requires io.silverdata.contract.adapters.jdbc;
    requires io.silverdata.contract.adapters.olt;
    requires java.sql;
    requires static org.jspecify;

    opens io.silverdata.contract.examples.year to
            info.picocli;

    provides io.silverdata.contract.adapters.olt.spi.OltDriverProvider with
            io.silverdata.contract.examples.customdriver.AcmeDriverProvider;
}
