package io.silverdata.contract.adapters.another;

/** Of another adapter. */
public final class AnotherAdapter {
    /** An instance. */
    public AnotherAdapter() {}
}
