/** The main job: a year in the life of a small provider. */
@SuppressWarnings("requires-automatic") // XChart gives its jar a name, but no descriptor
module io.silverdata.contract.examples.year {
    requires com.zaxxer.hikari;
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires io.silverdata.contract;
    requires io.silverdata.contract.adapters.jdbc;
    requires io.silverdata.contract.examples.network;
    requires java.desktop;
    requires org.knowm.xchart;
    requires static org.jspecify;

    opens io.silverdata.contract.examples.year to
            info.picocli;
}
