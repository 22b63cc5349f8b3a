package io.silverdata.contract.adapters.radius.dynauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** The wheel beside a sorted map that does the same slowly. */
class TimerWheelProperties {
    private static final long MILLISECOND = 1_000_000;
    private static final long TICK = 5 * MILLISECOND;
    private static final long ORIGIN = -7_000 * MILLISECOND;
    private static final int TIMERS = 20;
    // a turn of the wheel takes 5,120 ms
    private static final int FOUR_TURNS = 20_000;

    /**
     * One thing that happens.
     *
     * @param timer which is set or cancelled
     * @param ahead by how many milliseconds it is set; empty: it is cancelled
     * @param pass how many milliseconds pass then
     */
    record Step(int timer, Optional<Integer> ahead, int pass) {}

    @Property(tries = 300)
    void a_wheel_fires_what_a_sorted_map_has_due(@ForAll("steps") List<Step> steps) {
        TimerWheel wheel = new TimerWheel(ORIGIN);
        List<Integer> fired = new ArrayList<>();
        List<TimerWheel.Entry> entries = IntStream.range(0, TIMERS)
                .mapToObj(timer -> entry(timer, fired))
                .toList();
        TreeMap<Long, Integer> expected = new TreeMap<>();
        long now = ORIGIN;

        for (Step step : steps) {
            expected.values().remove(step.timer());
            if (step.ahead().isPresent()) {
                // the number makes times differ
                long at = now + step.ahead().get() * MILLISECOND + step.timer();
                wheel.set(entries.get(step.timer()), at);
                expected.put(at, step.timer());
            } else {
                wheel.cancel(entries.get(step.timer()));
            }
            assertThat(wheel.size()).isEqualTo(expected.size());
            assertThat(wheel.untilNext(now))
                    .isLessThanOrEqualTo(expected.isEmpty() ? Long.MAX_VALUE : expected.firstKey() - now + TICK);

            now += step.pass() * MILLISECOND;
            fired.clear();
            wheel.advance(now);

            assertThat(fired)
                    .as("no later than a tick")
                    .containsAll(expected.headMap(now - TICK, true).values());
            assertThat(expected.headMap(now, true).values()).as("never early").containsAll(fired);
            expected.values().removeAll(fired);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Optional<Integer>> ahead =
                Arbitraries.integers().between(0, FOUR_TURNS).optional(0.75);
        Arbitrary<Integer> pass = Arbitraries.frequencyOf(
                Tuple.of(19, Arbitraries.integers().between(0, 20)),
                Tuple.of(1, Arbitraries.integers().between(0, 9_000)));
        return Combinators.combine(Arbitraries.integers().between(0, TIMERS - 1), ahead, pass)
                .as(Step::new)
                .list()
                .ofMaxSize(300)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static TimerWheel.Entry entry(int timer, List<Integer> fired) {
        return new TimerWheel.Entry() {
            @Override
            void fire(long now) {
                fired.add(timer);
            }
        };
    }
}
