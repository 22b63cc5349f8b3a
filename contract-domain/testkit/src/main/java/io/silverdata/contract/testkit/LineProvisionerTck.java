package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.fasterPlan;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What {@link LineProvisioner} asks of an adapter. Extend it, and give an adapter whose OLTs know none of the ONUs of
 * {@link #service} to each test. Say with {@link #service}, {@link #elsewhere} and {@link #variants} what those OLTs have
 * and can do, and with {@link #breakDevice} how to make them unreachable.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class LineProvisionerTck {
    private LineProvisioner lines;

    /** For the test of an adapter. */
    protected LineProvisionerTck() {}

    /** An adapter whose OLTs are reachable and know none of the ONUs of {@link #service}. */
    protected abstract LineProvisioner lines();

    /** An enabled ONU for subscriber 1, 2 and so on, each with a serial of its own, all at one PON port. */
    protected LineService service(int n) {
        return ContractFixtures.lineService(n);
    }

    /** The same ONU at another PON port. By default of the same OLT. */
    protected LineService elsewhere(LineService service) {
        PortAssignment ports = new PortAssignment(output(9, 1), ponPortId(2));
        return new LineService(
                service.contract(), new Line(ports, service.line().onu()), service.profile(), service.enabled());
    }

    /**
     * What else the subscriber may have: the same ONU at the same place, and something that the OLT can tell from it. At
     * least one. By default another profile, and disabled.
     */
    protected List<LineService> variants(LineService service) {
        return List.of(
                new LineService(service.contract(), service.line(), fasterPlan().lineProfile(), service.enabled()),
                new LineService(service.contract(), service.line(), service.profile(), !service.enabled()));
    }

    /**
     * What the OLTs can bind to a line beside its profile: two or more names, if the adapter can bind any. By default none; all that is tested
     * then is that the adapter objects beforehand to what it does not keep.
     */
    protected List<ProfileName> bindings() {
        return List.of();
    }

    /**
     * Whether the OLTs refuse an ONU whose serial is registered at the place of {@link #elsewhere}, as most do within one
     * OLT. If not, it is served at both.
     */
    protected boolean refusesSerialElsewhere() {
        return true;
    }

    /** Whether {@link #breakDevice} and {@link #healDevice} do something; else what needs them is skipped. */
    protected boolean canBreakDevice() {
        return false;
    }

    /** Makes the OLTs unreachable for the adapter of this test. They forget nothing. */
    protected void breakDevice() {
        throw new UnsupportedOperationException("override together with canBreakDevice()");
    }

    /** Makes the OLTs reachable again. */
    protected void healDevice() {
        throw new UnsupportedOperationException("override together with canBreakDevice()");
    }

    @BeforeEach
    void begin() {
        lines = lines();
    }

    @Nested
    class Ensure {
        @Test
        void makes_the_OLT_serve_a_new_ONU() {
            assertApplied(lines.ensure(service(1)));

            assertInSync(lines.observe(service(1)));
        }

        @Test
        void comes_to_the_same_when_repeated() {
            assertApplied(lines.ensure(service(1)));
            assertApplied(lines.ensure(service(1)));
            assertApplied(lines.ensure(service(1)));

            assertInSync(lines.observe(service(1)));
        }

        @Test
        void changes_an_ONU_that_is_served_there_already_and_back() {
            assertApplied(lines.ensure(service(1)));

            for (LineService variant : variants(service(1))) {
                assertApplied(lines.ensure(variant));
                assertInSync(lines.observe(variant));

                assertApplied(lines.ensure(service(1)));
                assertInSync(lines.observe(service(1)));
            }
        }

        @Test
        void makes_a_new_ONU_that_is_different_from_the_start() {
            for (LineService variant : variants(service(1))) {
                assertApplied(lines.ensure(variant));
                assertInSync(lines.observe(variant));
                assertApplied(lines.remove(variant.line().registration()));
            }
        }

        @Test
        void serves_an_ONU_again_that_was_removed() {
            lines.ensure(service(1));
            lines.remove(service(1).line().registration());

            assertApplied(lines.ensure(service(1)));

            assertInSync(lines.observe(service(1)));
        }

        @Test
        void leaves_other_ONUs_of_the_PON_port_as_they_are() {
            lines.ensure(service(1));
            LineService variant = variants(service(2)).get(0);

            lines.ensure(service(2));
            lines.ensure(variant);

            assertInSync(lines.observe(service(1)));
            assertInSync(lines.observe(variant));
        }

        @Test
        void serves_an_ONU_at_another_PON_port_once_it_was_removed_from_the_first() {
            lines.ensure(service(1));
            lines.remove(service(1).line().registration());

            assertApplied(lines.ensure(elsewhere(service(1))));

            assertInSync(lines.observe(elsewhere(service(1))));
            assertInSync(lines.observeRemoved(service(1).line().registration()));
        }

        @Test
        void of_an_ONU_that_is_registered_elsewhere_is_refused_and_changes_nothing() {
            assumeTrue(refusesSerialElsewhere(), "the OLTs serve one serial at two PON ports");
            lines.ensure(service(1));

            DeviceOutcome outcome = lines.ensure(elsewhere(service(1)));

            assertThat(outcome).isInstanceOf(DeviceOutcome.Refused.class);
            assertInSync(lines.observe(service(1)));
            assertDrifted(Drift.Kind.MISSING, lines.observe(elsewhere(service(1))));
        }

        @Test
        void of_an_ONU_that_is_registered_elsewhere_leaves_the_other_place_as_it_is() {
            assumeFalse(refusesSerialElsewhere(), "the OLTs refuse a serial at a second PON port");
            lines.ensure(service(1));

            assertApplied(lines.ensure(elsewhere(service(1))));

            assertInSync(lines.observe(service(1)));
            assertInSync(lines.observe(elsewhere(service(1))));
        }
    }

    @Nested
    class Remove {
        @Test
        void makes_the_OLT_no_longer_serve_the_ONU() {
            lines.ensure(service(1));

            assertApplied(lines.remove(service(1).line().registration()));

            assertInSync(lines.observeRemoved(service(1).line().registration()));
            assertDrifted(Drift.Kind.MISSING, lines.observe(service(1)));
        }

        @Test
        void comes_to_the_same_when_repeated() {
            lines.ensure(service(1));

            assertApplied(lines.remove(service(1).line().registration()));
            assertApplied(lines.remove(service(1).line().registration()));

            assertInSync(lines.observeRemoved(service(1).line().registration()));
        }

        @Test
        void of_an_ONU_that_never_was_there_is_applied() {
            assertApplied(lines.remove(service(1).line().registration()));
        }

        @Test
        void takes_an_ONU_away_whatever_it_was_told() {
            for (LineService variant : variants(service(1))) {
                lines.ensure(variant);

                assertApplied(lines.remove(variant.line().registration()));

                assertInSync(lines.observeRemoved(variant.line().registration()));
            }
        }

        @Test
        void leaves_other_ONUs_of_the_PON_port_as_they_are() {
            lines.ensure(service(1));
            lines.ensure(service(2));

            lines.remove(service(1).line().registration());

            assertInSync(lines.observe(service(2)));
        }

        @Test
        void leaves_an_ONU_of_the_same_serial_at_another_PON_port() {
            lines.ensure(elsewhere(service(1)));

            assertApplied(lines.remove(service(1).line().registration()));

            assertInSync(lines.observe(elsewhere(service(1))));
            assertInSync(lines.observeRemoved(service(1).line().registration()));
        }
    }

    @Nested
    class Observe {
        @Test
        void sees_that_an_ONU_is_missing() {
            assertDrifted(Drift.Kind.MISSING, lines.observe(service(1)));
        }

        @Test
        void sees_that_an_ONU_is_missing_here_though_it_is_elsewhere() {
            lines.ensure(elsewhere(service(1)));

            assertDrifted(Drift.Kind.MISSING, lines.observe(service(1)));
        }

        @Test
        void sees_that_an_ONU_is_different() {
            lines.ensure(service(1));

            for (LineService variant : variants(service(1))) {
                assertDrifted(Drift.Kind.DIFFERENT, lines.observe(variant));
            }
        }

        @Test
        void changes_nothing() {
            lines.ensure(service(1));

            lines.observe(variants(service(1)).get(0));
            lines.observe(service(2));

            assertInSync(lines.observe(service(1)));
            assertInSync(lines.observeRemoved(service(2).line().registration()));
        }
    }

    @Nested
    class ObserveRemoved {
        @Test
        void sees_that_an_ONU_never_was_there() {
            assertInSync(lines.observeRemoved(service(1).line().registration()));
        }

        @Test
        void sees_that_an_ONU_is_still_there() {
            lines.ensure(service(1));

            assertDrifted(
                    Drift.Kind.EXTRA, lines.observeRemoved(service(1).line().registration()));
        }

        @Test
        void sees_that_an_ONU_is_still_there_even_if_it_is_disabled() {
            for (LineService variant : variants(service(1))) {
                lines.ensure(variant);

                assertDrifted(
                        Drift.Kind.EXTRA, lines.observeRemoved(variant.line().registration()));
            }
        }

        @Test
        void is_about_one_PON_port_only() {
            lines.ensure(elsewhere(service(1)));

            assertInSync(lines.observeRemoved(service(1).line().registration()));
        }
    }

    @Nested
    class Bindings {
        @Test
        void that_nobody_set_up_are_objected_to_beforehand_or_kept() {
            for (int count = 1; count <= 2; count++) {
                LineService bound = service(1)
                        .withBindings(Stream.of("telephone-of-nobody", "television-of-nobody")
                                .limit(count)
                                .map(ProfileName::new)
                                .toArray(ProfileName[]::new));
                Optional<String> objection = lines.bindingObjection(oltOf(bound), bound.profile(), bound.bindings());
                if (objection.isPresent()) {
                    assertThat(objection.get()).isNotBlank();
                } else {
                    assertApplied(lines.ensure(bound));
                    assertInSync(lines.observe(bound));
                }
            }
        }

        @Test
        void are_made_changed_and_taken_off_again() {
            assumeBindings();
            LineService one = service(1).withBindings(bindings().get(0));
            LineService other = service(1).withBindings(bindings().get(1));
            LineService both =
                    service(1).withBindings(bindings().get(0), bindings().get(1));

            assertThat(lines.bindingObjection(oltOf(one), one.profile(), both.bindings()))
                    .isEmpty();
            for (LineService wanted : List.of(one, both, other, service(1), both, service(1))) {
                assertApplied(lines.ensure(wanted));
                assertInSync(lines.observe(wanted));
                assertInSync(inventory().observe(wanted));
                assertApplied(lines.ensure(wanted));
                assertInSync(lines.observe(wanted));
            }
        }

        @Test
        void that_are_missing_or_left_over_are_seen() {
            assumeBindings();
            LineService bound = service(1).withBindings(bindings().get(0));
            lines.ensure(service(1));
            assertDrifted(Drift.Kind.DIFFERENT, lines.observe(bound));
            assertDrifted(Drift.Kind.DIFFERENT, inventory().observe(bound));

            lines.ensure(bound);
            assertDrifted(Drift.Kind.DIFFERENT, lines.observe(service(1)));
            assertDrifted(Drift.Kind.DIFFERENT, inventory().observe(service(1)));
        }

        @Test
        void stay_when_the_profile_changes_and_go_with_the_ONU() {
            assumeBindings();
            ProfileName[] both = bindings().subList(0, 2).toArray(ProfileName[]::new);
            lines.ensure(service(1).withBindings(both));
            for (LineService variant : variants(service(1))) {
                LineService changed = variant.withBindings(both);
                assertApplied(lines.ensure(changed));
                assertInSync(lines.observe(changed));
            }
            lines.ensure(service(2).withBindings(both));

            assertApplied(lines.remove(service(1).line().registration()));

            assertInSync(lines.observeRemoved(service(1).line().registration()));
            assertInSync(lines.observe(service(2).withBindings(both)));
            assertApplied(lines.ensure(service(1)));
            assertInSync(lines.observe(service(1)));
        }

        private void assumeBindings() {
            assumeFalse(bindings().isEmpty(), "the adapter binds nothing beside the line profile");
        }

        private LineInventory inventory() {
            return complete(lines.inventory(oltOf(service(1))));
        }
    }

    @Nested
    class Inventory {
        @Test
        void says_of_each_ONU_what_observing_it_says() {
            LineService variant = variants(service(2)).get(0);
            lines.ensure(service(1));
            lines.ensure(variant);
            lines.ensure(elsewhere(service(3)));

            LineInventory inventory = inventory(service(1));

            for (LineService asked : List.of(
                    service(1),
                    service(2),
                    service(3),
                    service(4),
                    variant,
                    variants(service(1)).get(0))) {
                assertThat(kindOf(inventory.observe(asked))).isEqualTo(kindOf(lines.observe(asked)));
            }
        }

        @Test
        void has_every_ONU_of_the_OLT_once_and_no_other() {
            lines.ensure(service(1));
            lines.ensure(service(2));
            lines.ensure(service(3));
            lines.remove(service(2).line().registration());
            lines.ensure(elsewhere(service(4)));
            List<OnuRegistration> here = Stream.of(service(1), service(3), elsewhere(service(4)))
                    .map(service -> service.line().registration())
                    .filter(registration -> registration.ponPort().olt().equals(oltOf(service(1))))
                    .toList();

            assertThat(inventory(service(1)).registrations()).containsExactlyInAnyOrderElementsOf(here);
        }

        @Test
        void is_as_it_was_when_it_was_read() {
            lines.ensure(service(1));
            LineInventory inventory = inventory(service(1));

            lines.remove(service(1).line().registration());
            lines.ensure(service(2));

            assertInSync(inventory.observe(service(1)));
            assertDrifted(Drift.Kind.MISSING, inventory.observe(service(2)));
            assertThat(inventory.registrations())
                    .containsExactly(service(1).line().registration());
        }

        private LineInventory inventory(LineService service) {
            return complete(lines.inventory(oltOf(service)));
        }
    }

    /** What is said of one order is said of each in a group: {@link LineProvisioner#carryOut} and {@link LineProvisioner#readBack}. */
    @Nested
    class Groups {
        @Test
        void of_no_order_come_to_nothing() {
            assertThat(lines.carryOut(oltOf(service(1)), List.of())).isEmpty();
            assertThat(lines.readBack(oltOf(service(1)), List.of())).isEmpty();
        }

        @Test
        void end_as_each_order_would_alone() {
            lines.ensure(service(1));
            lines.ensure(service(2));
            LineService changed = variants(service(2)).get(0);
            List<LineOrder> orders = List.of(
                    removal(service(1)),
                    new LineOrder.Ensure(changed),
                    new LineOrder.Ensure(service(3)),
                    removal(service(4)),
                    new LineOrder.Ensure(service(5)));

            List<DeviceOutcome> outcomes = lines.carryOut(oltOf(service(1)), orders);

            assertThat(outcomes).containsOnly(new DeviceOutcome.Applied()).hasSize(5);
            assertInSync(lines.observeRemoved(service(1).line().registration()));
            assertInSync(lines.observe(changed));
            assertInSync(lines.observe(service(3)));
            assertInSync(lines.observeRemoved(service(4).line().registration()));
            assertInSync(lines.observe(service(5)));
        }

        @Test
        void come_to_the_same_when_repeated() {
            List<LineOrder> orders = List.of(
                    new LineOrder.Ensure(service(1)),
                    removal(service(2)),
                    new LineOrder.Ensure(service(3)),
                    new LineOrder.Ensure(service(4)));

            lines.carryOut(oltOf(service(1)), orders);

            assertThat(lines.carryOut(oltOf(service(1)), orders))
                    .containsOnly(new DeviceOutcome.Applied())
                    .hasSize(4);
            assertThat(lines.readBack(oltOf(service(1)), orders))
                    .containsOnly(new Observation.InSync())
                    .hasSize(4);
        }

        @Test
        void carry_out_the_orders_for_one_ONU_in_their_order() {
            LineService changed = variants(service(1)).get(0);
            List<LineOrder> neighbours = List.of(new LineOrder.Ensure(service(2)), new LineOrder.Ensure(service(3)));

            carryOut(neighbours, new LineOrder.Ensure(service(1)), new LineOrder.Ensure(changed));
            assertInSync(lines.observe(changed));

            carryOut(neighbours, removal(service(1)), new LineOrder.Ensure(service(1)));
            assertInSync(lines.observe(service(1)));

            carryOut(neighbours, new LineOrder.Ensure(changed), removal(service(1)));
            assertInSync(lines.observeRemoved(service(1).line().registration()));

            carryOut(neighbours, new LineOrder.Ensure(service(1)), removal(service(1)), new LineOrder.Ensure(changed));
            assertInSync(lines.observe(changed));
        }

        @Test
        void move_an_ONU_to_another_PON_port_of_the_OLT() {
            LineService moved = elsewhere(service(1));
            assumeTrue(oltOf(moved).equals(oltOf(service(1))), "the other PON port is another OLT's");
            lines.ensure(service(1));

            carryOut(
                    List.of(new LineOrder.Ensure(service(2)), new LineOrder.Ensure(service(3))),
                    removal(service(1)),
                    new LineOrder.Ensure(moved));

            assertInSync(lines.observe(moved));
            assertInSync(lines.observeRemoved(service(1).line().registration()));
        }

        @Test
        void leave_the_others_alone_when_one_is_refused() {
            assumeTrue(refusesSerialElsewhere(), "the OLTs serve one serial at two PON ports");
            assumeTrue(oltOf(elsewhere(service(2))).equals(oltOf(service(2))), "the other PON port is another OLT's");
            lines.ensure(elsewhere(service(2)));

            List<DeviceOutcome> outcomes = lines.carryOut(
                    oltOf(service(1)),
                    List.of(
                            new LineOrder.Ensure(service(1)),
                            new LineOrder.Ensure(service(2)),
                            new LineOrder.Ensure(service(3))));

            assertApplied(outcomes.get(0));
            assertThat(outcomes.get(1)).isInstanceOf(DeviceOutcome.Refused.class);
            assertApplied(outcomes.get(2));
            assertInSync(lines.observe(service(1)));
            assertInSync(lines.observe(elsewhere(service(2))));
            assertInSync(lines.observe(service(3)));
        }

        @Test
        void leave_an_ONU_of_the_same_serial_at_another_PON_port() {
            lines.ensure(elsewhere(service(1)));

            lines.carryOut(oltOf(service(1)), List.of(removal(service(1)), removal(service(2)), removal(service(3))));

            assertInSync(lines.observe(elsewhere(service(1))));
        }

        @Test
        void are_read_back_as_each_order_would_be_alone() {
            LineService changed = variants(service(2)).get(0);
            lines.ensure(service(1));
            lines.ensure(changed);
            lines.ensure(service(3));
            List<LineOrder> orders = List.of(
                    new LineOrder.Ensure(service(1)),
                    new LineOrder.Ensure(service(2)),
                    removal(service(3)),
                    new LineOrder.Ensure(service(4)),
                    removal(service(5)));

            List<Observation> seen = lines.readBack(oltOf(service(1)), orders);

            assertThat(seen.stream().map(LineProvisionerTck::kindOf))
                    .containsExactly(
                            kindOf(lines.observe(service(1))),
                            kindOf(lines.observe(service(2))),
                            kindOf(lines.observeRemoved(service(3).line().registration())),
                            kindOf(lines.observe(service(4))),
                            kindOf(lines.observeRemoved(service(5).line().registration())));
        }

        private void carryOut(List<LineOrder> others, LineOrder... orders) {
            List<LineOrder> all = new ArrayList<>(others);
            all.addAll(List.of(orders));
            assertThat(lines.carryOut(oltOf(service(1)), all))
                    .containsOnly(new DeviceOutcome.Applied())
                    .hasSize(all.size());
        }
    }

    @Nested
    class Trouble {
        @BeforeEach
        void assumeItCanBreak() {
            assumeTrue(canBreakDevice(), "the OLTs cannot be made unreachable");
        }

        @Test
        void is_told_as_silence_or_doubt() {
            lines.ensure(service(1));
            breakDevice();

            assertNotDone(lines.ensure(variants(service(1)).get(0)));
            assertNotDone(lines.ensure(service(2)));
            assertNotDone(lines.remove(service(1).line().registration()));
        }

        @Test
        void makes_everything_unreadable_and_nothing_absent() {
            lines.ensure(service(1));
            breakDevice();

            assertUnreadable(lines.observe(service(1)));
            assertUnreadable(lines.observe(service(2)));
            assertUnreadable(lines.observeRemoved(service(1).line().registration()));
            assertUnreadable(lines.observeRemoved(service(2).line().registration()));
            assertThat(lines.inventory(oltOf(service(1)))).isInstanceOf(Reading.Unreadable.class);
        }

        @Test
        void leaves_everything_as_it_was_where_nothing_was_sent() {
            lines.ensure(service(1));
            breakDevice();
            DeviceOutcome changed = lines.ensure(variants(service(1)).get(0));
            healDevice();

            if (changed instanceof DeviceOutcome.NotSent) {
                assertInSync(lines.observe(service(1)));
            } else {
                assertThat(lines.observe(service(1))).isNotInstanceOf(Observation.Unreadable.class);
            }
        }

        @Test
        void of_a_group_is_told_of_every_order_and_over_when_the_device_is_back() {
            lines.ensure(service(1));
            List<LineOrder> orders =
                    List.of(removal(service(1)), new LineOrder.Ensure(service(2)), new LineOrder.Ensure(service(3)));
            breakDevice();

            List<DeviceOutcome> outcomes = lines.carryOut(oltOf(service(1)), orders);
            List<Observation> seen = lines.readBack(oltOf(service(1)), orders);
            healDevice();

            assertThat(outcomes).hasSize(3).allSatisfy(LineProvisionerTck::assertNotDone);
            assertThat(outcomes.subList(1, 3)).hasOnlyElementsOfType(DeviceOutcome.NotSent.class);
            assertThat(seen).hasSize(3).allSatisfy(LineProvisionerTck::assertUnreadable);
            assertThat(lines.carryOut(oltOf(service(1)), orders))
                    .containsOnly(new DeviceOutcome.Applied())
                    .hasSize(3);
            assertThat(lines.readBack(oltOf(service(1)), orders))
                    .containsOnly(new Observation.InSync())
                    .hasSize(3);
        }

        @Test
        void is_over_when_the_device_is_back() {
            breakDevice();
            lines.ensure(service(1));
            lines.remove(service(2).line().registration());
            healDevice();

            assertApplied(lines.ensure(service(1)));
            assertApplied(lines.remove(service(2).line().registration()));

            assertInSync(lines.observe(service(1)));
            assertInSync(lines.observeRemoved(service(2).line().registration()));
        }
    }

    private static <T> T complete(Reading<T> reading) {
        return reading.match(Function.identity(), detail -> {
            throw new AssertionError("unreadable: " + detail);
        });
    }

    private static LineOrder removal(LineService service) {
        return new LineOrder.Remove(service.line().registration());
    }

    private static OltId oltOf(LineService service) {
        return service.line().registration().ponPort().olt();
    }

    private static Object kindOf(Observation observation) {
        return observation instanceof Observation.Drifted drifted
                ? drifted.drift().kind()
                : observation;
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
