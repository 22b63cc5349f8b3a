package io.silverdata.contract.adapters.jdbc.seeded;

/** Of another adapter. */
public final class AnotherAdapter {
    /** An instance. */
    public AnotherAdapter() {}
}
