/** A program that moves contracts in from another system. */
module io.silverdata.contract.examples.importing {
    requires com.zaxxer.hikari;
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires io.silverdata.contract;
    requires io.silverdata.contract.adapters.jdbc;
    requires io.silverdata.contract.examples.network;
    requires static org.jspecify;

    opens io.silverdata.contract.examples.importing to
            info.picocli;
}
