package io.silverdata.contract.adapters.radius.dynauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wheel beside a sorted map that does the same slowly. */
class TimerWheelTest {
    private static final long MILLISECOND = 1_000_000;
    private static final long ORIGIN = -7_000 * MILLISECOND;

    private final TimerWheel wheel = new TimerWheel(ORIGIN);
    private final List<String> fired = new ArrayList<>();

    private final class Named extends TimerWheel.Entry {
        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        void fire(long now) {
            fired.add(name);
        }
    }

    @Test
    void fires_once_its_time_has_come_and_not_before() {
        wheel.set(new Named("a"), ORIGIN + 12 * MILLISECOND);

        wheel.advance(ORIGIN + 12 * MILLISECOND - 1);
        assertThat(fired).isEmpty();
        wheel.advance(ORIGIN + 17 * MILLISECOND);
        wheel.advance(ORIGIN + 9_999 * MILLISECOND);

        assertThat(fired).containsExactly("a");
        assertThat(wheel.size()).isZero();
        assertThat(wheel.untilNext(ORIGIN)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void what_fires_may_set_and_cancel_others_and_itself() {
        Named cancelled = new Named("cancelled");
        Named later = new Named("later");
        TimerWheel.Entry[] again = new TimerWheel.Entry[1];
        again[0] = new TimerWheel.Entry() {
            private int times;

            @Override
            void fire(long now) {
                fired.add("again");
                wheel.cancel(cancelled);
                wheel.set(later, now);
                if (++times < 2) {
                    wheel.set(this, now);
                }
            }
        };
        wheel.set(again[0], ORIGIN + 5 * MILLISECOND);
        wheel.set(cancelled, ORIGIN + 5 * MILLISECOND);

        wheel.advance(ORIGIN + 5 * MILLISECOND);
        wheel.advance(ORIGIN + 10 * MILLISECOND);
        wheel.advance(ORIGIN + 15 * MILLISECOND);

        assertThat(fired).containsExactlyInAnyOrder("again", "later", "again", "later");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void does_what_a_sorted_map_does(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeMap<Long, String> expected = new TreeMap<>();
        List<Named> entries = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            entries.add(new Named("e" + i));
            times.add(Long.MIN_VALUE);
        }
        long now = ORIGIN;
        for (int step = 0; step < 3_000; step++) {
            int which = random.nextInt(50);
            expected.remove(times.get(which));
            if (random.nextInt(4) == 0) {
                wheel.cancel(entries.get(which));
                times.set(which, Long.MIN_VALUE);
            } else {
                // up to four turns of the wheel ahead; the name makes times differ
                long at = now + random.nextLong(20_000) * MILLISECOND + which;
                wheel.set(entries.get(which), at);
                times.set(which, at);
                expected.put(at, entries.get(which).name);
            }
            assertThat(wheel.size()).isEqualTo(expected.size());
            assertThat(wheel.untilNext(now))
                    .isLessThanOrEqualTo(
                            expected.isEmpty() ? Long.MAX_VALUE : expected.firstKey() - now + 5 * MILLISECOND);

            now += random.nextInt(20) == 0 ? random.nextLong(9_000) * MILLISECOND : random.nextLong(20) * MILLISECOND;
            fired.clear();
            wheel.advance(now);
            List<String> late = new ArrayList<>(
                    expected.headMap(now - 5 * MILLISECOND, true).values());
            List<String> due = new ArrayList<>(expected.headMap(now, true).values());
            assertThat(fired).containsAll(late);
            assertThat(due).containsAll(fired);
            expected.values().removeAll(fired);
        }
    }
}
