package io.silverdata.contract.adapters.olt;

import static io.silverdata.contract.testkit.ContractFixtures.lineService;
import static io.silverdata.contract.testkit.ContractFixtures.oltId;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltFault.Kind;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.testkit.ConfiguredOnu;
import io.silverdata.contract.adapters.olt.testkit.InjectedFault;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedHuawei;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedZteC3xx;
import io.silverdata.contract.adapters.olt.zte.ZteDriverProvider;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OltGatewayTest {
    private static final OltSettings.Timing QUICK = new OltSettings.Timing(
            Duration.ofMillis(200), 0, Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(10));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final SimulatedHuawei device = Lab.huawei(ponPortId(1), ponPortId(2));
    private final SimulatedOlt olt = SimulatedOlt.start(device);
    private final List<OltGateway> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(OltGateway::close);
        olt.close();
    }

    @Nested
    class Access {
        @Test
        void access_with_the_stronger_suite_works() {
            OltGateway gateway = gateway(Lab.settings(olt)
                    .access(new SnmpAccess.V3(
                            SimulatedOlt.STRONG_USER,
                            SnmpAccess.Auth.SHA_512,
                            SimulatedOlt.AUTH,
                            SnmpAccess.Priv.AES_256,
                            SimulatedOlt.PRIV,
                            "")));

            assertThat(gateway.ensure(lineService(1))).isEqualTo(new DeviceOutcome.Applied());
        }

        @Test
        void access_over_SNMPv2c_works_where_it_is_asked_for() {
            OltGateway gateway = gateway(Lab.settings(olt).access(SnmpAccess.v2c(Secret.of(SimulatedOlt.COMMUNITY))));

            assertThat(gateway.ensure(lineService(1))).isEqualTo(new DeviceOutcome.Applied());
        }

        @Test
        void an_unknown_user_is_a_fault_that_says_so_and_sends_nothing() {
            OltGateway gateway = gateway(Lab.settings(olt)
                    .timing(QUICK)
                    .access(SnmpAccess.v3("stranger", SimulatedOlt.AUTH, SimulatedOlt.PRIV)));

            assertFault(gateway, Kind.AUTH_FAILED, "usmStatsUnknownUserNames");
            assertThat(gateway.ensure(lineService(1))).isInstanceOf(DeviceOutcome.NotSent.class);
        }

        @Test
        void a_wrong_passphrase_for_authentication_is_a_fault_that_says_so() {
            OltGateway gateway = gateway(Lab.settings(olt)
                    .timing(QUICK)
                    .access(SnmpAccess.v3(SimulatedOlt.USER, Secret.of("wrong-passphrase"), SimulatedOlt.PRIV)));

            assertFault(gateway, Kind.AUTH_FAILED, "usmStatsWrongDigests");
        }

        @Test
        void a_wrong_passphrase_for_privacy_is_named_as_a_reason_for_the_silence() {
            OltGateway gateway = gateway(Lab.settings(olt)
                    .timing(QUICK)
                    .access(SnmpAccess.v3(SimulatedOlt.USER, SimulatedOlt.AUTH, Secret.of("wrong-passphrase"))));

            assertThatExceptionOfType(OltFault.class)
                    .isThrownBy(() -> gateway.ponPorts(oltId(1)))
                    .satisfies(fault -> assertThat(fault.kind()).isIn(Kind.UNREACHABLE, Kind.AUTH_FAILED))
                    .withMessageContaining("privacy");
        }

        @Test
        void a_user_who_may_only_read_is_refused_and_leaves_nothing() {
            OltGateway gateway = gateway(
                    Lab.settings(olt).access(SnmpAccess.v3(SimulatedOlt.READER, SimulatedOlt.AUTH, SimulatedOlt.PRIV)));

            assertThat(gateway.ensure(lineService(1))).isInstanceOfSatisfying(DeviceOutcome.Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo("ACCESS_DENIED");
                assertThat(refused.detail()).contains("olt-1", "REGISTER", "1.3.6.1.4.1.2011.6.128.1.1.2.43.1");
            });
            assertThat(device.configured()).isEmpty();
        }

        @Test
        void an_order_to_a_host_that_does_not_exist_is_not_sent() {
            OltGateway gateway = gateway(Lab.settings(olt).address("no-such-host.invalid"));

            assertThat(gateway.ensure(lineService(1)))
                    .isInstanceOfSatisfying(
                            DeviceOutcome.NotSent.class,
                            outcome -> assertThat(outcome.detail()).contains("no-such-host.invalid"));
        }

        @Test
        void access_goes_on_after_a_restart() {
            OltGateway gateway = gateway(Lab.settings(olt));
            gateway.ponPorts(oltId(1));

            olt.restart();

            assertThat(gateway.ponPorts(oltId(1))).hasSize(2);
        }

        @Test
        void access_goes_on_after_a_restart_of_an_agent_that_lost_count_of_its_restarts() {
            OltGateway gateway = gateway(Lab.settings(olt).timing(QUICK));
            olt.restart();
            olt.restart();
            gateway.ponPorts(oltId(1));

            olt.restartForgetfully();

            assertThat(gateway.ponPorts(oltId(1))).hasSize(2);
        }

        private void assertFault(OltGateway gateway, Kind kind, String message) {
            assertThatExceptionOfType(OltFault.class)
                    .isThrownBy(() -> gateway.ponPorts(oltId(1)))
                    .withMessageContaining(message)
                    .withMessageContaining("olt-1")
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(kind));
        }
    }

    @Nested
    class CircuitBreaking {
        @Test
        void a_silent_OLT_is_left_alone_for_a_while_and_then_asked_again() {
            OltGateway gateway = open(Lab.gateway(Lab.settings(olt).timing(QUICK))
                    .clock(clock)
                    .circuitBreaker(2, Duration.ofSeconds(30)));
            olt.silent(true);
            gateway.ensure(lineService(1));
            gateway.ensure(lineService(1));
            int requests = olt.requests();

            DeviceOutcome resting = gateway.ensure(lineService(1));
            olt.silent(false);
            DeviceOutcome stillResting = gateway.ensure(lineService(1));
            int requestsWhileResting = olt.requests() - requests;
            clock.advance(Duration.ofSeconds(30));

            assertThat(resting).isInstanceOf(DeviceOutcome.NotSent.class);
            assertThat(stillResting).isInstanceOf(DeviceOutcome.NotSent.class);
            assertThat(requestsWhileResting).isZero();
            assertThat(gateway.ensure(lineService(1))).isEqualTo(new DeviceOutcome.Applied());
        }

        @Test
        void a_silent_OLT_is_asked_again_after_a_while_however_often_its_state_was_asked_for() {
            OltGateway gateway = open(Lab.gateway(Lab.settings(olt).timing(QUICK))
                    .clock(clock)
                    .circuitBreaker(1, Duration.ofSeconds(30)));
            olt.silent(true);
            gateway.ensure(lineService(1));
            olt.silent(false);
            clock.advance(Duration.ofSeconds(30));

            gateway.devices();
            gateway.devices();

            assertThat(gateway.ensure(lineService(1))).isEqualTo(new DeviceOutcome.Applied());
        }

        @Test
        void a_set_without_an_answer_is_unknown_and_not_sent_again() {
            OltGateway gateway = gateway(Lab.settings(olt).timing(QUICK));
            olt.faultOnSet(1, InjectedFault.LOST_REQUEST);

            DeviceOutcome outcome = gateway.ensure(lineService(1));

            assertThat(outcome).isInstanceOf(DeviceOutcome.Unknown.class);
            assertThat(olt.sets()).as("nothing is sent again blindly").isEmpty();
        }
    }

    @Nested
    class Groups {
        @Test
        void of_orders_look_for_their_ONUs_in_one_walk() {
            OltGateway gateway = gateway(Lab.settings(olt));
            for (int n = 1; n <= 40; n++) {
                gateway.ensure(lineService(n));
            }
            OltGateway oneByOne = gateway(Lab.settings(olt));
            OltGateway together = gateway(Lab.settings(olt));
            List<LineOrder> orders = IntStream.rangeClosed(21, 40)
                    .<LineOrder>mapToObj(n -> new LineOrder.Ensure(lineService(n)))
                    .toList();
            oneByOne.ponPorts(oltId(1));
            together.ponPorts(oltId(1));

            int before = olt.requests();
            orders.forEach(order -> oneByOne.carryOut(oltId(1), List.of(order)));
            int alone = olt.requests() - before;
            List<DeviceOutcome> outcomes = together.carryOut(oltId(1), orders);
            int grouped = olt.requests() - before - alone;

            assertThat(outcomes).hasSize(20).containsOnly(new DeviceOutcome.Applied());
            assertThat(grouped).isLessThan(alone);
        }

        @Test
        void of_registrations_do_not_read_all_other_ONUs_for_each() {
            PonPortId first = new PonPortId(oltId(1), 1, 1, 1);
            PonPortId second = new PonPortId(oltId(1), 1, 1, 2);
            SimulatedZteC3xx zte = new SimulatedZteC3xx(oltId(1), List.of(first, second));
            LinePlan plan =
                    new LinePlan(ContractFixtures.plan().lineProfile(), new OnuProfiles("F660", "F660"), List.of());
            try (SimulatedOlt many = SimulatedOlt.start(zte)) {
                OltGateway gateway =
                        gatewayTo(many.reach(OltSettings.builder(oltId(1)).driver("zte-zxa10"))
                                .plan(plan)
                                .build());
                gateway.carryOut(oltId(1), at(first, 1, 3));
                int besideFew = requests(many, gateway, at(second, 101, 120));
                at(second, 101, 120).forEach(order -> gateway.remove(order.registration()));
                gateway.carryOut(oltId(1), at(first, 4, 100));

                int besideMany = requests(many, gateway, at(second, 121, 140));

                assertThat(zte.configured()).hasSize(120);
                assertThat(besideMany - besideFew)
                        .as("more requests than beside three others")
                        .isLessThan(20);
            }
        }

        private OltGateway gatewayTo(OltSettings zte) {
            OltGateway gateway = OltGateway.builder()
                    .driver(new ZteDriverProvider())
                    .olt(zte)
                    .build();
            open.add(gateway);
            return gateway;
        }

        private static int requests(SimulatedOlt olt, OltGateway gateway, List<LineOrder> orders) {
            int before = olt.requests();
            assertThat(gateway.carryOut(oltId(1), orders)).containsOnly(new DeviceOutcome.Applied());
            return olt.requests() - before;
        }

        private static List<LineOrder> at(PonPortId port, int from, int to) {
            return IntStream.rangeClosed(from, to)
                    .mapToObj(ContractFixtures::lineService)
                    .<LineOrder>map(like -> new LineOrder.Ensure(new LineService(
                            like.contract(),
                            new Line(
                                    new PortAssignment(like.line().ports().splitterOutput(), port),
                                    like.line().onu()),
                            like.profile(),
                            like.enabled())))
                    .toList();
        }

        @Test
        void at_an_OLT_that_falls_silent_are_told_which_order_it_was_told() {
            OltGateway gateway = gateway(Lab.settings(olt).timing(QUICK));
            olt.silentFromSet(3);

            List<DeviceOutcome> outcomes = gateway.carryOut(
                    oltId(1),
                    IntStream.rangeClosed(1, 4)
                            .<LineOrder>mapToObj(n -> new LineOrder.Ensure(lineService(n)))
                            .toList());

            assertThat(outcomes.get(0)).isEqualTo(new DeviceOutcome.Applied());
            assertThat(outcomes.get(1)).isInstanceOf(DeviceOutcome.NoAnswer.class);
            assertThat(outcomes.subList(2, 4)).hasOnlyElementsOfType(DeviceOutcome.NotSent.class);
            assertThat(device.configured()).hasSize(2);
        }

        @Test
        void of_an_OLT_that_is_not_set_up_are_refused() {
            OltGateway gateway = gateway(Lab.settings(olt));
            OltId unknown = oltId(7);

            List<DeviceOutcome> outcomes = gateway.carryOut(
                    unknown,
                    IntStream.rangeClosed(1, 3)
                            .<LineOrder>mapToObj(n -> new LineOrder.Remove(new OnuRegistration(
                                    new PonPortId(unknown, 0, 1, 1),
                                    lineService(n).line().onu())))
                            .toList());

            assertThat(outcomes)
                    .hasSize(3)
                    .allSatisfy(outcome -> assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    DeviceOutcome.Refused.class,
                                    refused -> assertThat(refused.code()).isEqualTo("UNKNOWN_OLT")));
        }

        @Test
        void a_removal_whose_OLT_falls_silent_afterwards_has_no_answer() {
            OltGateway gateway = gateway(Lab.settings(olt).timing(QUICK));
            gateway.ensure(lineService(1));
            olt.silentFromSet(2);

            assertThat(gateway.remove(lineService(1).line().registration())).isInstanceOf(DeviceOutcome.NoAnswer.class);
        }
    }

    @Nested
    class RollingBack {
        @Test
        void a_step_that_fails_has_the_steps_before_it_rolled_back() {
            OltGateway gateway = gateway(Lab.settings(olt));
            olt.faultOnSet(2, InjectedFault.GEN_ERR);

            DeviceOutcome outcome = gateway.ensure(lineService(1));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            DeviceOutcome.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo("DEVICE_ERROR"));
            assertThat(device.configured()).isEmpty();
        }

        @Test
        void a_rollback_that_fails_is_unknown_and_says_what_is_left() {
            OltGateway gateway = gateway(Lab.settings(olt));
            olt.faultOnSet(2, InjectedFault.GEN_ERR);
            olt.faultOnSet(3, InjectedFault.GEN_ERR);

            DeviceOutcome outcome = gateway.ensure(lineService(1));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            DeviceOutcome.Unknown.class,
                            unknown -> assertThat(unknown.detail())
                                    .contains("PARTIAL", "could not roll back: the registration of"));
            assertThat(gateway.ensure(lineService(1))).isEqualTo(new DeviceOutcome.Applied());
        }

        @Test
        void a_removal_that_fails_half_way_tells_that_something_is_gone() {
            OltGateway gateway = gateway(Lab.settings(olt));
            gateway.ensure(lineService(1));
            olt.faultOnSet(2, InjectedFault.BUSY);

            DeviceOutcome outcome = gateway.remove(lineService(1).line().registration());

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            DeviceOutcome.Unknown.class,
                            unknown -> assertThat(unknown.detail()).contains("PARTIAL"));
            assertThat(gateway.remove(lineService(1).line().registration())).isEqualTo(new DeviceOutcome.Applied());
        }
    }

    @Nested
    class ServicePortIndexes {
        @Test
        void an_index_that_another_manager_took_is_asked_for_again() {
            OltGateway gateway = gateway(Lab.settings(olt));
            device.stealFlowIndexes(2);

            assertThat(gateway.ensure(lineService(1))).isEqualTo(new DeviceOutcome.Applied());
            assertThat(device.servicePorts()).isEqualTo(1);
        }

        @Test
        void an_index_that_is_always_taken_is_given_up_and_nothing_is_left() {
            OltGateway gateway = gateway(Lab.settings(olt));
            device.stealFlowIndexes(20);

            assertThat(gateway.ensure(lineService(1))).isInstanceOf(DeviceOutcome.Refused.class);
            assertThat(device.configured()).isEmpty();
        }
    }

    @Nested
    class DryRuns {
        @Test
        void a_dry_run_lists_every_object_and_writes_none() {
            OltGateway gateway = gateway(Lab.settings(olt));

            List<List<VarBind>> sets = gateway.dryRun(lineService(1));

            assertThat(olt.sets()).isEmpty();
            assertThat(sets).hasSize(2);
            assertThat(gateway.ensure(lineService(1))).isEqualTo(new DeviceOutcome.Applied());
            assertThat(olt.sets()).as("what was announced is what is sent").isEqualTo(sets);
        }

        @Test
        void a_dry_run_of_what_is_there_already_is_empty() {
            OltGateway gateway = gateway(Lab.settings(olt));
            gateway.ensure(lineService(1));

            assertThat(gateway.dryRun(lineService(1))).isEmpty();
        }

        @Test
        void a_dry_run_of_an_unknown_profile_is_a_fault() {
            OltGateway gateway = gateway(Lab.settings(olt));

            assertThatExceptionOfType(OltFault.class)
                    .isThrownBy(() -> gateway.dryRun(withProfile("no-such")))
                    .withMessageContaining("no-such");
        }
    }

    @Nested
    class SeveralThreads {
        @Test
        void orders_of_several_threads_are_written_one_after_the_other() throws Exception {
            OltGateway gateway = gateway(Lab.settings(olt)
                    .timing(new OltSettings.Timing(
                            Duration.ofSeconds(5),
                            1,
                            Duration.ofSeconds(10),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(1))));
            for (int set = 1; set <= 6; set++) {
                olt.faultOnSet(set, InjectedFault.SLOW);
            }
            List<Callable<DeviceOutcome>> orders = new ArrayList<>();
            for (int n = 1; n <= 8; n++) {
                LineService service = lineService(n);
                orders.add(() -> gateway.ensure(service));
            }

            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                for (Future<DeviceOutcome> outcome : threads.invokeAll(orders)) {
                    assertThat(outcome.get()).isEqualTo(new DeviceOutcome.Applied());
                }
            } finally {
                threads.shutdownNow();
            }

            assertThat(olt.overlappingSets()).isZero();
            assertThat(device.configured())
                    .extracting(ConfiguredOnu::id)
                    .doesNotHaveDuplicates()
                    .hasSize(8);
        }
    }

    @Nested
    class SettingUp {
        @Test
        void a_profile_that_is_not_set_up_is_refused_by_name() {
            OltGateway gateway = gateway(Lab.settings(olt));

            assertThat(gateway.ensure(withProfile("no-such")))
                    .isInstanceOfSatisfying(DeviceOutcome.Refused.class, refused -> {
                        assertThat(refused.code()).isEqualTo("UNKNOWN_PROFILE");
                        assertThat(refused.detail()).contains("no-such", "olt-1");
                    });
            assertThat(gateway.observe(withProfile("no-such"))).isInstanceOf(Observation.Unreadable.class);
        }

        @Test
        void an_OLT_that_is_not_set_up_is_refused_by_name() {
            OltGateway gateway = open(OltGateway.builder());

            assertThat(gateway.ensure(lineService(1))).isInstanceOfSatisfying(DeviceOutcome.Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo("UNKNOWN_OLT");
                assertThat(refused.detail()).contains("olt-1");
            });
            assertThat(gateway.remove(lineService(1).line().registration())).isInstanceOf(DeviceOutcome.Refused.class);
            assertThat(gateway.observeRemoved(lineService(1).line().registration()))
                    .isInstanceOf(Observation.Unreadable.class);
        }
    }

    @Test
    void an_ONU_that_another_manager_moved_is_found() {
        OltGateway gateway = gateway(Lab.settings(olt));
        gateway.ensure(lineService(1));
        OltGateway other = gateway(Lab.settings(olt));
        other.remove(lineService(1).line().registration());
        device.connect(ponPortId(2), onu(1));

        assertThat(gateway.observeRemoved(lineService(1).line().registration())).isEqualTo(new Observation.InSync());
        assertThat(gateway.unregistered(oltId(1))).hasSize(1);
    }

    private static LineService withProfile(String name) {
        LineService service = lineService(1);
        return new LineService(service.contract(), service.line(), new ProfileName(name), true);
    }

    private OltGateway gateway(OltSettings.Builder settings) {
        return open(Lab.gateway(settings).clock(clock));
    }

    private OltGateway open(OltGateway.Builder builder) {
        OltGateway gateway = builder.build();
        open.add(gateway);
        return gateway;
    }
}
