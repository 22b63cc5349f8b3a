/** The start of the README as a program. */
module io.silverdata.contract.examples.firstlife {
    requires io.silverdata.contract;
    requires static org.jspecify;
}
