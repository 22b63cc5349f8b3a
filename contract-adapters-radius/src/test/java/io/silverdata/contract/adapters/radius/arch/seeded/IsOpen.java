package io.silverdata.contract.adapters.radius.arch.seeded;

/** Could be extended by anybody. */
public class IsOpen {
    /** Nothing to say. */
    public IsOpen() {}
}
