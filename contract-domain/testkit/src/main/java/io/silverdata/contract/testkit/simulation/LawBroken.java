package io.silverdata.contract.testkit.simulation;

/** Ends a run: a law does not hold. */
final class LawBroken extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final Law law;

    /** What must hold. */
    enum Law {
        /** A run ends, whatever goes wrong in it. */
        ENDS,
        /** No device is written to by a worker that does not hold its lease. */
        LEASE_HELD,
        /** Nothing is written to what has been observed only for longer than a second. */
        ONLY_OBSERVED,
        /** With every device answering, everything is delivered in time or given up. */
        DELIVERED,
        /** What is told to be in sync is so, and nothing is there that no contract wants. */
        IN_SYNC,
        /** What waits for a device that does not answer needs that device. */
        NO_NEEDLESS_WAIT,
        /** What could not be delivered because a device did not answer is delivered once it answers. */
        SILENCE_ENDS
    }

    LawBroken(Law law, String how) {
        super(law + ": " + how);
        this.law = law;
    }

    Law law() {
        return law;
    }
}
