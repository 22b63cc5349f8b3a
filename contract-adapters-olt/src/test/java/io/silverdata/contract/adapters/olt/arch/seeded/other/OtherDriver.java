package io.silverdata.contract.adapters.olt.arch.seeded.other;

/** A public class that anyone may extend. */
public class OtherDriver {
    /** An instance. */
    public OtherDriver() {}
}
