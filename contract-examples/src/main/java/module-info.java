/** Programs that use the library. */
@SuppressWarnings("opens")
module io.silverdata.contract.examples {
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires io.silverdata.contract;
    requires static org.jspecify;

    opens io.silverdata.contract.examples.year to
            info.picocli;
}
