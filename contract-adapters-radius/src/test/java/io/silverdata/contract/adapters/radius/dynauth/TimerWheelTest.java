package io.silverdata.contract.adapters.radius.dynauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Timers that are set, cancelled and fired. */
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
    void a_timer_fires_once_its_time_has_come_and_not_before() {
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
    void a_timer_that_fires_may_set_and_cancel_others_and_itself() {
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
}
