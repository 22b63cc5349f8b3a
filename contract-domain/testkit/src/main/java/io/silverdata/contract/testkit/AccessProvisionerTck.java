package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.fasterPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.IpAddress;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What {@link AccessProvisioner} asks of an adapter. Extend it, and give an adapter whose RADIUS side knows none of the
 * logins of {@link #service} to each test. Say with {@link #service} and {@link #variants} what that RADIUS side can do,
 * and with {@link #breakDevice} how to make it unreachable.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class AccessProvisionerTck {
    private AccessProvisioner access;

    /** For the test of an adapter. */
    protected AccessProvisionerTck() {}

    /** An adapter whose RADIUS side is reachable and knows none of the logins of {@link #service}. */
    protected abstract AccessProvisioner access();

    /** Full service for subscriber 1, 2 and so on, each with a login of its own. */
    protected AccessService service(int n) {
        return ContractFixtures.accessService(n);
    }

    /**
     * What else the subscriber may have: the same login, and something that RADIUS can tell from it. At least one. By
     * default another plan, a fixed address, and each enforcement that has an effect.
     */
    protected List<AccessService> variants(AccessService service) {
        List<AccessService> variants = new ArrayList<>();
        variants.add(new AccessService(
                service.contract(),
                service.user(),
                fasterPlan().accessProfile(),
                fasterPlan().rates(),
                service.enforcement()));
        variants.add(new AccessService(
                service.contract(),
                service.user(),
                service.profile(),
                service.rates(),
                service.enforcement(),
                AccessSettings.NONE.with(new IpAddress("203.0.113.7"))));
        for (Enforcement enforcement : Enforcement.values()) {
            if (enforcement != service.enforcement()) {
                variants.add(new AccessService(
                        service.contract(), service.user(), service.profile(), service.rates(), enforcement));
            }
        }
        return variants;
    }

    /**
     * A service for subscriber {@code n} that the adapter refuses, whatever its RADIUS side knows. Empty, the default, skips what
     * needs one.
     */
    protected Optional<AccessService> refused(int n) {
        return Optional.empty();
    }

    /** Whether {@link #breakDevice} and {@link #healDevice} do something; else what needs them is skipped. */
    protected boolean canBreakDevice() {
        return false;
    }

    /** Makes the RADIUS side unreachable for the adapter of this test. It forgets nothing. */
    protected void breakDevice() {
        throw new UnsupportedOperationException("override together with canBreakDevice()");
    }

    /** Makes the RADIUS side reachable again. */
    protected void healDevice() {
        throw new UnsupportedOperationException("override together with canBreakDevice()");
    }

    @BeforeEach
    void begin() {
        access = access();
    }

    @Nested
    class Ensure {
        @Test
        void makes_a_new_subscriber() {
            assertApplied(access.ensure(service(1)));

            assertInSync(access.observe(service(1)));
        }

        @Test
        void comes_to_the_same_when_repeated() {
            assertApplied(access.ensure(service(1)));
            assertApplied(access.ensure(service(1)));
            assertApplied(access.ensure(service(1)));

            assertInSync(access.observe(service(1)));
        }

        @Test
        void changes_a_subscriber_to_what_is_stated_and_back() {
            assertApplied(access.ensure(service(1)));

            for (AccessService variant : variants(service(1))) {
                assertApplied(access.ensure(variant));
                assertInSync(access.observe(variant));

                assertApplied(access.ensure(service(1)));
                assertInSync(access.observe(service(1)));
            }
        }

        @Test
        void makes_a_new_subscriber_that_is_held_already() {
            int n = 1;
            for (AccessService variant : variants(service(n))) {
                assertApplied(access.ensure(variant));
                assertInSync(access.observe(variant));
                assertApplied(access.remove(variant.user()));
            }
        }

        @Test
        void makes_a_subscriber_again_who_was_removed() {
            access.ensure(service(1));
            access.remove(service(1).user());

            assertApplied(access.ensure(service(1)));

            assertInSync(access.observe(service(1)));
        }

        @Test
        void leaves_other_subscribers_as_they_are() {
            access.ensure(service(1));
            AccessService variant = variants(service(2)).get(0);

            access.ensure(service(2));
            access.ensure(variant);

            assertInSync(access.observe(service(1)));
            assertInSync(access.observe(variant));
        }
    }

    @Nested
    class Remove {
        @Test
        void makes_the_login_go_away() {
            access.ensure(service(1));

            assertApplied(access.remove(service(1).user()));

            assertInSync(access.observeRemoved(service(1).user()));
            assertDrifted(Drift.Kind.MISSING, access.observe(service(1)));
        }

        @Test
        void comes_to_the_same_when_repeated() {
            access.ensure(service(1));

            assertApplied(access.remove(service(1).user()));
            assertApplied(access.remove(service(1).user()));

            assertInSync(access.observeRemoved(service(1).user()));
        }

        @Test
        void of_a_login_that_never_was_is_applied() {
            assertApplied(access.remove(service(1).user()));
        }

        @Test
        void takes_a_login_away_whatever_is_held_from_it() {
            for (AccessService variant : variants(service(1))) {
                access.ensure(variant);

                assertApplied(access.remove(variant.user()));

                assertInSync(access.observeRemoved(variant.user()));
            }
        }

        @Test
        void leaves_other_subscribers_as_they_are() {
            access.ensure(service(1));
            access.ensure(service(2));

            access.remove(service(1).user());

            assertInSync(access.observe(service(2)));
        }
    }

    @Nested
    class Observe {
        @Test
        void sees_that_a_login_is_missing() {
            assertDrifted(Drift.Kind.MISSING, access.observe(service(1)));
        }

        @Test
        void sees_that_a_login_is_different() {
            access.ensure(service(1));

            for (AccessService variant : variants(service(1))) {
                assertDrifted(Drift.Kind.DIFFERENT, access.observe(variant));
            }
        }

        @Test
        void changes_nothing() {
            access.ensure(service(1));

            access.observe(variants(service(1)).get(0));
            access.observe(service(2));

            assertInSync(access.observe(service(1)));
            assertInSync(access.observeRemoved(service(2).user()));
        }
    }

    @Nested
    class ObserveRemoved {
        @Test
        void sees_that_a_login_never_was() {
            assertInSync(access.observeRemoved(service(1).user()));
        }

        @Test
        void sees_that_a_login_is_still_there() {
            access.ensure(service(1));

            assertDrifted(Drift.Kind.EXTRA, access.observeRemoved(service(1).user()));
        }

        @Test
        void sees_that_a_login_is_still_there_whatever_is_held_from_it() {
            for (AccessService variant : variants(service(1))) {
                access.ensure(variant);

                assertDrifted(Drift.Kind.EXTRA, access.observeRemoved(variant.user()));
            }
        }
    }

    @Nested
    class ObserveAll {
        @Test
        void says_of_each_login_what_observing_it_says_in_the_order_asked() {
            AccessService variant = variants(service(2)).get(0);
            access.ensure(service(1));
            access.ensure(variant);
            List<AccessService> asked = List.of(
                    variant,
                    service(3),
                    service(2),
                    service(1),
                    variants(service(1)).get(0));

            assertThat(access.observeAll(asked))
                    .isEqualTo(asked.stream().map(access::observe).toList());
        }

        @Test
        void of_nothing_is_nothing() {
            assertThat(access.observeAll(List.of())).isEmpty();
        }
    }

    /** Many orders at once end as they would one by one. */
    @Nested
    class CarryOut {
        @Test
        void of_nothing_is_nothing() {
            assertThat(access.carryOut(List.of())).isEmpty();
        }

        @Test
        void does_what_each_order_says() {
            AccessService variant = variants(service(2)).get(0);
            access.ensure(service(2));
            access.ensure(service(3));

            List<DeviceOutcome> outcomes = access.carryOut(
                    List.of(ensure(service(1)), ensure(variant), removal(service(3)), removal(service(4))));

            assertThat(outcomes).hasSize(4).allSatisfy(AccessProvisionerTck::assertApplied);
            assertInSync(access.observe(service(1)));
            assertInSync(access.observe(variant));
            assertInSync(access.observeRemoved(service(3).user()));
            assertInSync(access.observeRemoved(service(4).user()));
        }

        @Test
        void comes_to_the_same_when_repeated() {
            List<AccessOrder> orders = List.of(ensure(service(1)), removal(service(2)), ensure(service(3)));
            access.carryOut(orders);

            assertThat(access.carryOut(orders)).hasSize(3).allSatisfy(AccessProvisionerTck::assertApplied);

            assertThat(access.readBack(orders)).hasSize(3).allSatisfy(AccessProvisionerTck::assertInSync);
        }

        @Test
        void keeps_the_order_for_one_login() {
            List<AccessOrder> orders = new ArrayList<>();
            for (AccessService variant : variants(service(1))) {
                orders.add(ensure(variant));
                orders.add(removal(service(2)));
                orders.add(ensure(service(1)));
                orders.add(ensure(service(2)));
            }
            orders.add(removal(service(2)));

            assertThat(access.carryOut(orders)).hasSameSizeAs(orders).allSatisfy(AccessProvisionerTck::assertApplied);

            assertInSync(access.observe(service(1)));
            assertInSync(access.observeRemoved(service(2).user()));
        }

        @Test
        void an_order_that_is_refused_leaves_the_others_alone() {
            Optional<AccessService> refused = refused(2);
            assumeTrue(refused.isPresent(), "the adapter refuses nothing");
            AccessOrder order = ensure(refused.orElseThrow());
            DeviceOutcome alone = access.carryOut(List.of(order)).get(0);

            List<DeviceOutcome> outcomes = access.carryOut(List.of(ensure(service(1)), order, ensure(service(3))));

            assertThat(alone).isInstanceOf(DeviceOutcome.Refused.class);
            assertThat(outcomes).containsExactly(new DeviceOutcome.Applied(), alone, new DeviceOutcome.Applied());
            assertInSync(access.observe(service(1)));
            assertInSync(access.observe(service(3)));
        }

        /** Seeded: the same orders in each run. */
        @Test
        void any_mix_of_orders_leaves_each_login_as_its_last_order_says() {
            Random random = new Random(14);
            Map<RadiusUser, AccessOrder> last = new HashMap<>();
            for (int call = 0; call < 10; call++) {
                List<AccessOrder> orders = new ArrayList<>();
                for (int i = random.nextInt(30); i >= 0; i--) {
                    orders.add(any(service(1 + random.nextInt(12)), random));
                }
                orders.forEach(order -> last.put(order.user(), order));

                assertThat(access.carryOut(orders))
                        .hasSameSizeAs(orders)
                        .allSatisfy(AccessProvisionerTck::assertApplied);

                assertThat(access.readBack(List.copyOf(last.values())))
                        .hasSameSizeAs(last.keySet())
                        .allSatisfy(AccessProvisionerTck::assertInSync);
            }
        }

        private AccessOrder any(AccessService service, Random random) {
            List<AccessService> services = new ArrayList<>(variants(service));
            services.add(service);
            int choice = random.nextInt(services.size() + 1);
            return choice == services.size() ? removal(service) : ensure(services.get(choice));
        }
    }

    @Nested
    class ReadBack {
        @Test
        void says_of_each_order_what_observing_it_says_in_the_order_asked() {
            AccessService variant = variants(service(2)).get(0);
            access.ensure(service(1));
            access.ensure(variant);
            List<AccessOrder> asked = List.of(
                    removal(service(1)),
                    ensure(variant),
                    ensure(service(3)),
                    removal(service(3)),
                    ensure(service(2)),
                    ensure(service(1)),
                    removal(service(1)));

            List<Observation> read = access.readBack(asked);

            assertThat(read)
                    .isEqualTo(asked.stream()
                            .map(order -> order instanceof AccessOrder.Ensure ensure
                                    ? access.observe(ensure.service())
                                    : access.observeRemoved(order.user()))
                            .toList());
            assertInSync(read.get(1));
            assertInSync(read.get(3));
            assertDrifted(Drift.Kind.EXTRA, read.get(0));
        }

        @Test
        void of_nothing_is_nothing() {
            assertThat(access.readBack(List.of())).isEmpty();
        }
    }

    @Nested
    class Logins {
        @Test
        void are_there_once_each_whatever_the_size_of_a_page() {
            for (int n = 1; n <= 5; n++) {
                access.ensure(service(n));
            }
            access.remove(service(3).user());

            for (int max : new int[] {1, 2, 4, 5, 1000}) {
                assertThat(logins(max))
                        .containsExactlyInAnyOrder(
                                service(1).user(),
                                service(2).user(),
                                service(4).user(),
                                service(5).user());
            }
        }

        @Test
        void are_none_where_there_are_none() {
            assertThat(logins(10)).isEmpty();
        }

        @Test
        void come_in_pages_of_at_least_one() {
            assertThatIllegalArgumentException().isThrownBy(() -> access.logins(Optional.empty(), 0));
        }

        private List<RadiusUser> logins(int max) {
            List<RadiusUser> all = new ArrayList<>();
            Optional<String> after = Optional.empty();
            do {
                LoginPage page = complete(access.logins(after, max));
                assertThat(page.logins()).hasSizeLessThanOrEqualTo(max);
                all.addAll(page.logins());
                after = page.next();
            } while (after.isPresent());
            return all;
        }
    }

    /** An unreachable device is an outcome, never an exception, and never read as absent. */
    @Nested
    class Trouble {
        @BeforeEach
        void assumeItCanBreak() {
            assumeTrue(canBreakDevice(), "the RADIUS side cannot be made unreachable");
        }

        @Test
        void is_told_as_not_sent_no_answer_or_unknown() {
            access.ensure(service(1));
            breakDevice();

            assertNotDone(access.ensure(variants(service(1)).get(0)));
            assertNotDone(access.ensure(service(2)));
            assertNotDone(access.remove(service(1).user()));
            assertThat(access.carryOut(List.of(ensure(service(1)), ensure(service(2)), removal(service(3)))))
                    .hasSize(3)
                    .allSatisfy(AccessProvisionerTck::assertNotDone);
        }

        @Test
        void makes_everything_unreadable_and_nothing_absent() {
            access.ensure(service(1));
            breakDevice();

            assertUnreadable(access.observe(service(1)));
            assertUnreadable(access.observe(service(2)));
            assertUnreadable(access.observeRemoved(service(1).user()));
            assertUnreadable(access.observeRemoved(service(2).user()));
            assertThat(access.observeAll(List.of(service(1), service(2))))
                    .hasSize(2)
                    .allSatisfy(AccessProvisionerTck::assertUnreadable);
            assertThat(access.readBack(List.of(ensure(service(1)), removal(service(2)))))
                    .hasSize(2)
                    .allSatisfy(AccessProvisionerTck::assertUnreadable);
            assertThat(access.logins(Optional.empty(), 10)).isInstanceOf(Reading.Unreadable.class);
        }

        @Test
        void leaves_everything_as_it_was_where_nothing_was_sent() {
            access.ensure(service(1));
            breakDevice();
            DeviceOutcome changed = access.ensure(variants(service(1)).get(0));
            healDevice();

            if (changed instanceof DeviceOutcome.NotSent) {
                assertInSync(access.observe(service(1)));
            } else {
                assertThat(access.observe(service(1))).isNotInstanceOf(Observation.Unreadable.class);
            }
        }

        @Test
        void is_over_when_the_device_is_back() {
            breakDevice();
            access.ensure(service(1));
            access.remove(service(2).user());
            healDevice();

            assertApplied(access.ensure(service(1)));
            assertApplied(access.remove(service(2).user()));

            assertInSync(access.observe(service(1)));
            assertInSync(access.observeRemoved(service(2).user()));
        }
    }

    private static AccessOrder ensure(AccessService service) {
        return new AccessOrder.Ensure(service);
    }

    private static AccessOrder removal(AccessService service) {
        return new AccessOrder.Remove(service.user());
    }

    private static <T> T complete(Reading<T> reading) {
        return reading.match(Function.identity(), detail -> {
            throw new AssertionError("unreadable: " + detail);
        });
    }

    private static void assertApplied(DeviceOutcome outcome) {
        assertThat(outcome).isEqualTo(new DeviceOutcome.Applied());
    }

    private static void assertNotDone(DeviceOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfAny(
                        DeviceOutcome.NotSent.class, DeviceOutcome.NoAnswer.class, DeviceOutcome.Unknown.class);
    }

    private static void assertInSync(Observation observation) {
        assertThat(observation).isEqualTo(new Observation.InSync());
    }

    private static void assertUnreadable(Observation observation) {
        assertThat(observation).isInstanceOf(Observation.Unreadable.class);
    }

    private static void assertDrifted(Drift.Kind kind, Observation observation) {
        assertThat(observation)
                .isInstanceOfSatisfying(
                        Observation.Drifted.class,
                        drifted -> assertThat(drifted.drift().kind()).isEqualTo(kind));
    }
}
