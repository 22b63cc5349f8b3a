package io.silverdata.contract.adapters.radius.dynauth;

/** Stops sending to a NAS that does not answer, but for probes. For one thread. */
final class CircuitBreaker {
    private final CircuitBreakerPolicy policy;
    private int failures;
    private boolean open;
    private boolean probing;
    private long probeAt;

    CircuitBreaker(CircuitBreakerPolicy policy) {
        this.policy = policy;
    }

    /** Whether a request may be sent now, if only as a probe. */
    boolean admits(long now) {
        return !open || (!probing && now - probeAt >= 0);
    }

    /** A request was sent. Returns whether it is the probe. */
    boolean requestSent() {
        probing = open;
        return probing;
    }

    /** The NAS answered. Returns whether that closed the circuit. */
    boolean answered() {
        boolean wasOpen = open;
        failures = 0;
        open = false;
        probing = false;
        return wasOpen;
    }

    /** A request ended without an answer. Returns whether that opened the circuit. */
    boolean failed(boolean probe, long now) {
        failures = Math.min(failures + 1, policy.failures());
        if (open) {
            if (probe) {
                probing = false;
                probeAt = now + policy.probeEvery().toNanos();
            }
            return false;
        }
        open = failures >= policy.failures();
        probeAt = now + policy.probeEvery().toNanos();
        return open;
    }

    boolean isOpen() {
        return open;
    }
}
