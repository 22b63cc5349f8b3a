/** A host of the library, linked into a runtime of its own. */
module linked {
    requires io.silverdata.contract;
    requires io.silverdata.contract.adapters.olt;
}
