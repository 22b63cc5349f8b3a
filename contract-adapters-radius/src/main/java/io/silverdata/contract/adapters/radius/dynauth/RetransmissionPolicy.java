package io.silverdata.contract.adapters.radius.dynauth;

import io.silverdata.contract.adapters.radius.internal.Checks;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a request that is not answered is sent again, and when to give up (RFC 5080, section 2.2.1). Each wait is twice the
 * one before, and each is changed at random by up to {@code jitter}, so that a NAS that comes back is not met by all at once.
 *
 * @param initialWait until the first retransmission (IRT), 10 ms to 30 s
 * @param maxWait that doubling ends at (MRT), not below {@code initialWait}, at most 30 s
 * @param maxTransmissions how often it is sent at most, the first one included (MRC), 1 to 20
 * @param deadline after the first transmission, when it is given up (MRD), {@code initialWait} to 30 s
 * @param jitter share of a wait that chance adds or takes, 0 to 0.5; RFC 5080 says 0.1
 */
public record RetransmissionPolicy(
        Duration initialWait, Duration maxWait, int maxTransmissions, Duration deadline, double jitter) {
    private static final Duration MIN = Duration.ofMillis(10);
    private static final Duration MAX = Duration.ofSeconds(30);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public RetransmissionPolicy {
        Checks.range("initialWait", initialWait, MIN, MAX);
        Checks.range("maxWait", maxWait, initialWait, MAX);
        Checks.range("maxTransmissions", maxTransmissions, 1, 20);
        Checks.range("deadline", deadline, initialWait, MAX);
        Checks.that(jitter >= 0 && jitter <= 0.5, "jitter", jitter, "0 to 0.5");
    }

    /**
     * Sent at 0, 2 and 6 s, given up after 10 s: the waits and the jitter of RFC 5080, with a shorter deadline of the 5 to 30 s that
     * it allows. Deliveries are repeated until the NAS answers, and others wait meanwhile.
     */
    public static RetransmissionPolicy defaults() {
        return new RetransmissionPolicy(Duration.ofSeconds(2), Duration.ofSeconds(16), 5, Duration.ofSeconds(10), 0.1);
    }

    /** RT = IRT + RAND * IRT, in nanoseconds. */
    long firstTimeout(RandomGenerator random) {
        return (long) (initialWait.toNanos() * (1 + rand(random)));
    }

    /** RT = 2 * RTprev + RAND * RTprev, and MRT + RAND * MRT once that is more than MRT; in nanoseconds. */
    long timeoutAfter(long previous, RandomGenerator random) {
        double rand = rand(random);
        long doubled = (long) (previous * (2 + rand));
        long max = maxWait.toNanos();
        return doubled > max ? (long) (max * (1 + rand)) : doubled;
    }

    /** From -jitter to +jitter. */
    private double rand(RandomGenerator random) {
        return jitter * (2 * random.nextDouble() - 1);
    }
}
