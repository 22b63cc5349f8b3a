package io.silverdata.contract.adapters.radius.dynauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** The timeouts of RFC 5080, section 2.2.1, whatever the policy and whatever chance says. */
class RetransmissionProperties {
    private static final double ROUNDING = 2;

    @Property
    void the_first_timeout_is_the_initial_one_within_the_jitter(
            @ForAll("policies") RetransmissionPolicy policy, @ForAll("chance") double chance) {
        double initial = policy.initialWait().toNanos();

        assertThat((double) policy.firstTimeout(always(chance)))
                .isCloseTo(initial, within(policy.jitter() * initial + ROUNDING));
    }

    @Property
    void each_timeout_is_twice_the_one_before_until_the_maximum_within_the_jitter(
            @ForAll("policies") RetransmissionPolicy policy,
            @ForAll @Size(min = 2, max = 12) List<@DoubleRange(min = 0, max = 1, maxIncluded = false) Double> chances) {
        List<Long> timeouts = timeouts(policy, chances);

        double max = policy.maxWait().toNanos();
        for (int i = 1; i < timeouts.size(); i++) {
            double before = timeouts.get(i - 1);
            double timeout = timeouts.get(i);
            boolean doubled = Math.abs(timeout - 2 * before) <= policy.jitter() * before + ROUNDING && timeout <= max;
            boolean capped = Math.abs(timeout - max) <= policy.jitter() * max + ROUNDING
                    && (2 + policy.jitter()) * before > max - ROUNDING;
            assertThat(doubled || capped).as("%s after %s", timeout, before).isTrue();
        }
    }

    @Property
    void timeouts_without_jitter_double_exactly(@ForAll("policies") RetransmissionPolicy policy) {
        RetransmissionPolicy exact = new RetransmissionPolicy(
                policy.initialWait(), policy.maxWait(), policy.maxTransmissions(), policy.deadline(), 0);

        List<Long> timeouts = timeouts(exact, List.of(0.1, 0.9, 0.5, 0.0, 0.7, 0.3));

        long expected = exact.initialWait().toNanos();
        for (long timeout : timeouts) {
            assertThat(timeout).isEqualTo(Math.min(expected, exact.maxWait().toNanos()));
            expected *= 2;
        }
    }

    private static List<Long> timeouts(RetransmissionPolicy policy, List<Double> chances) {
        Iterator<Double> chance = chances.iterator();
        List<Long> timeouts = new ArrayList<>(List.of(policy.firstTimeout(always(chance.next()))));
        while (chance.hasNext()) {
            timeouts.add(policy.timeoutAfter(timeouts.get(timeouts.size() - 1), always(chance.next())));
        }
        return timeouts;
    }

    private static RandomGenerator always(double chance) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException("a timeout needs one double");
            }

            @Override
            public double nextDouble() {
                return chance;
            }
        };
    }

    @Provide
    Arbitrary<Double> chance() {
        return Arbitraries.doubles().between(0, true, 1, false);
    }

    @Provide
    Arbitrary<RetransmissionPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.integers().between(10, 30_000),
                        Arbitraries.integers().between(10, 30_000),
                        Arbitraries.doubles().between(0, 0.5))
                .as((one, other, jitter) -> new RetransmissionPolicy(
                        Duration.ofMillis(Math.min(one, other)),
                        Duration.ofMillis(Math.max(one, other)),
                        20,
                        Duration.ofSeconds(30),
                        jitter));
    }
}
