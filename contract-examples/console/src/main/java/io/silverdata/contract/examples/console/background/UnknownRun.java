package io.silverdata.contract.examples.console.background;

/** Thrown where a run is asked for that this process did not begin, or has forgotten: another process, or one before a restart, may have. */
public final class UnknownRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownRun(String id) {
        super("no run " + id + " is known to this process");
    }
}
