package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.DeviceLeases;
import io.silverdata.contract.spi.HeldDevice;
import io.silverdata.contract.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What {@link DeviceLeases} asks of an adapter. Extend it, and give an empty storage to each test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class DeviceLeasesTck {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Instant END = START.plus(A_MINUTE);
    private static final Instant A_MOMENT_BEFORE_END = END.minusNanos(1_000);
    private static final Instant LATER = END.plus(A_MINUTE);

    private DeviceLeases leases;

    /** For the test of an adapter. */
    protected DeviceLeasesTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    @BeforeEach
    void begin() {
        leases = storage().deviceLeases();
    }

    @Nested
    class Acquire {
        @Test
        void gives_a_device_that_nobody_has() {
            Optional<DeviceLease> lease = leases.acquire("olt-1", "worker-a", START, END);

            assertThat(lease).isPresent();
            assertThat(lease.get().device()).isEqualTo("olt-1");
            assertThat(lease.get().until()).isEqualTo(END);
        }

        @Test
        void gives_a_device_to_one_at_a_time() {
            acquired("olt-1", START, END);

            assertThat(leases.acquire("olt-1", "worker-b", START, END)).isEmpty();
            assertThat(leases.acquire("olt-1", "worker-b", A_MOMENT_BEFORE_END, LATER))
                    .isEmpty();
        }

        @Test
        void does_not_give_a_device_twice_to_the_same_worker() {
            acquired("olt-1", START, END);

            assertThat(leases.acquire("olt-1", "worker-a", START, END)).isEmpty();
        }

        @Test
        void gives_different_devices_to_different_workers() {
            acquired("olt-1", START, END);

            assertThat(leases.acquire("olt-2", "worker-b", START, END)).isPresent();
        }

        @Test
        void gives_a_device_at_the_very_moment_the_lease_before_ends() {
            DeviceLease before = acquired("olt-1", START, END);

            Optional<DeviceLease> after = leases.acquire("olt-1", "worker-b", END, LATER);

            assertThat(after).isPresent();
            assertThat(after.get().token()).isGreaterThan(before.token());
        }

        @Test
        void gives_a_greater_token_each_time_even_after_the_device_was_given_back() {
            DeviceLease first = acquired("olt-1", START, END);
            leases.release(first);
            DeviceLease second = acquired("olt-1", START, END);
            leases.release(second);
            DeviceLease third = acquired("olt-1", START, END);

            assertThat(second.token()).isGreaterThan(first.token());
            assertThat(third.token()).isGreaterThan(second.token());
        }
    }

    @Nested
    class Renew {
        @Test
        void makes_the_lease_last_longer() {
            DeviceLease lease = acquired("olt-1", START, END);

            Optional<DeviceLease> longer = leases.renew(lease, A_MOMENT_BEFORE_END, LATER);

            assertThat(longer.map(DeviceLease::until)).contains(LATER);
            assertThat(leases.acquire("olt-1", "worker-b", END, LATER)).isEmpty();
            assertThat(leases.acquire("olt-1", "worker-b", LATER, LATER.plus(A_MINUTE)))
                    .isPresent();
        }

        @Test
        void can_be_done_again_and_again() {
            DeviceLease lease = acquired("olt-1", START, END);
            DeviceLease longer = leases.renew(lease, START, LATER).orElseThrow();

            Optional<DeviceLease> evenLonger = leases.renew(longer, END, LATER.plus(A_MINUTE));

            assertThat(evenLonger.map(DeviceLease::until)).contains(LATER.plus(A_MINUTE));
        }

        @Test
        void fails_once_the_lease_has_ended() {
            DeviceLease lease = acquired("olt-1", START, END);

            assertThat(leases.renew(lease, END, LATER)).isEmpty();

            assertThat(leases.acquire("olt-1", "worker-b", END, LATER)).isPresent();
        }

        @Test
        void fails_once_somebody_else_has_the_device() {
            DeviceLease lost = acquired("olt-1", START, END);
            DeviceLease held = leases.acquire("olt-1", "worker-b", END, LATER).orElseThrow();

            assertThat(leases.renew(lost, END, LATER.plus(A_MINUTE))).isEmpty();

            assertThat(leases.renew(held, END, LATER.plus(A_MINUTE))).isPresent();
        }

        @Test
        void fails_once_the_device_was_given_back() {
            DeviceLease lease = acquired("olt-1", START, END);
            leases.release(lease);

            assertThat(leases.renew(lease, START, LATER)).isEmpty();
        }
    }

    @Nested
    class Release {
        @Test
        void makes_the_device_free_at_once() {
            DeviceLease lease = acquired("olt-1", START, END);

            leases.release(lease);

            assertThat(leases.acquire("olt-1", "worker-b", START, END)).isPresent();
        }

        @Test
        void works_for_a_lease_that_was_renewed() {
            DeviceLease lease = acquired("olt-1", START, END);
            DeviceLease longer = leases.renew(lease, START, LATER).orElseThrow();

            leases.release(longer);

            assertThat(leases.acquire("olt-1", "worker-b", START, END)).isPresent();
        }

        @Test
        void does_nothing_if_the_lease_was_lost() {
            DeviceLease lost = acquired("olt-1", START, END);
            assertThat(leases.acquire("olt-1", "worker-b", END, LATER)).isPresent();

            leases.release(lost);

            assertThat(leases.acquire("olt-1", "worker-c", END, LATER)).isEmpty();
        }

        @Test
        void does_nothing_the_second_time() {
            DeviceLease lease = acquired("olt-1", START, END);
            leases.release(lease);
            assertThat(leases.acquire("olt-1", "worker-b", START, END)).isPresent();

            leases.release(lease);

            assertThat(leases.acquire("olt-1", "worker-c", START, END)).isEmpty();
        }
    }

    @Nested
    class Held {
        @Test
        void is_nothing_to_begin_with() {
            assertThat(leases.held(START)).isEmpty();
        }

        @Test
        void names_devices_workers_and_times_in_the_order_of_the_names() {
            leases.acquire("olt-2", "worker-b", START, LATER);
            acquired("olt-1", A_MOMENT_BEFORE_END, END);

            assertThat(leases.held(START))
                    .containsExactly(
                            new HeldDevice("olt-1", "worker-a", A_MOMENT_BEFORE_END, END),
                            new HeldDevice("olt-2", "worker-b", START, LATER));
        }

        @Test
        void leaves_out_what_has_ended_and_what_was_given_back() {
            acquired("olt-1", START, END);
            leases.release(acquired("olt-2", START, LATER));

            assertThat(leases.held(A_MOMENT_BEFORE_END))
                    .extracting(HeldDevice::device)
                    .containsExactly("olt-1");
            assertThat(leases.held(END)).isEmpty();
        }

        @Test
        void is_since_it_was_taken_however_often_the_lease_is_renewed() {
            leases.renew(acquired("olt-1", START, END), A_MOMENT_BEFORE_END, LATER);

            assertThat(leases.held(END)).containsExactly(new HeldDevice("olt-1", "worker-a", START, LATER));
        }

        @Test
        void is_whoever_took_the_device_last() {
            acquired("olt-1", START, END);
            leases.acquire("olt-1", "worker-b", END, LATER);

            assertThat(leases.held(END)).containsExactly(new HeldDevice("olt-1", "worker-b", END, LATER));
        }
    }

    private DeviceLease acquired(String device, Instant now, Instant until) {
        return leases.acquire(device, "worker-a", now, until).orElseThrow();
    }
}
