package io.silverdata.contract.adapters.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.session.ChangeFallback;
import io.silverdata.contract.adapters.radius.session.SessionResult;
import io.silverdata.contract.adapters.radius.session.SessionResult.Outcome;
import io.silverdata.contract.adapters.radius.support.Gateways;
import io.silverdata.contract.adapters.radius.support.OnlineSubscribers;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.adapters.radius.testkit.NasAnswer;
import io.silverdata.contract.adapters.radius.testkit.NasBehaviour;
import io.silverdata.contract.adapters.radius.testkit.NasRequest;
import io.silverdata.contract.adapters.radius.testkit.NasSession;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.testkit.ContractFixtures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How open sessions follow the rows. */
class RadiusGatewayTest {
    private static final AccessService FULL = ContractFixtures.accessService(1);
    private static final RadiusUser USER = FULL.user();
    private static final String RATE = "14988:8";

    private final List<SessionResult> told = new CopyOnWriteArrayList<>();
    private final List<RadiusGateway> opened = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @SuppressWarnings("NullAway.Init")
    private OnlineSubscribers here;

    @SuppressWarnings("NullAway.Init")
    private OnlineSubscribers there;

    @SuppressWarnings("NullAway.Init")
    private RadiusGateway gateway;

    @BeforeEach
    void open() {
        database = TestDatabases.sqlite(directory.resolve("radius.db"));
        here = new OnlineSubscribers(database, "192.0.2.1");
        there = new OnlineSubscribers(database, "192.0.2.2");
        gateway = Gateways.withGroups(gateway(builder -> builder));
        assertApplied(gateway.ensure(FULL));
    }

    @AfterEach
    void close() {
        opened.forEach(RadiusGateway::close);
        here.close();
        there.close();
    }

    @Test
    void devices_are_the_NASes_that_were_sent_requests_and_whether_they_answer() {
        assertThat(gateway.devices()).isEmpty();
        here.comesOnline(USER, "s1");
        assertApplied(gateway.ensure(faster()));
        String address = Gateways.endpoint(here.nas().address()).toString();
        assertThat(gateway.devices()).containsExactly(new DeviceState(address, DeviceState.Condition.ANSWERING, ""));

        here.nas().close();
        for (int n = 0; n < 5; n++) {
            gateway.ensure(with(n % 2 == 0 ? Enforcement.THROTTLE : Enforcement.NONE));
        }

        assertThat(gateway.devices()).containsExactly(new DeviceState(address, DeviceState.Condition.RESTING, ""));
    }

    @Nested
    class Changing {
        @Test
        void each_session_is_changed_to_the_new_rate() {
            here.comesOnline(USER, "s1");
            there.comesOnline(USER, "s2");

            assertApplied(gateway.ensure(faster()));

            assertThat(session(here).applied()).containsExactlyEntriesOf(Map.of(RATE, "150M/300M"));
            assertThat(session(there).applied()).containsExactlyEntriesOf(Map.of(RATE, "150M/300M"));
            assertThat(told).extracting(SessionResult::outcome).containsOnly(Outcome.CHANGE_ACKNOWLEDGED);
            assertThat(gateway.observe(faster())).isEqualTo(new Observation.InSync());
        }

        @Test
        void a_request_has_what_the_nas_knows_the_session_by() {
            here.comesOnline(USER, "0x81A0;01");

            assertApplied(gateway.ensure(faster()));

            NasRequest request = here.nas().requests().get(0);
            assertThat(request.code()).isEqualTo(NasRequest.COA_REQUEST);
            assertThat(request.text(1)).contains(USER.value());
            assertThat(request.text(44)).as("letter for letter").contains("0x81A0;01");
            assertThat(request.find(4).orElseThrow().value()).containsExactly(192, 0, 2, 1);
            assertThat(request.find(8).orElseThrow().value()).containsExactly(198, 51, 100, 9);
        }

        @Test
        void a_throttled_session_is_changed_to_the_rate_of_the_hold_and_back() {
            here.comesOnline(USER, "s1");

            assertApplied(gateway.ensure(with(Enforcement.THROTTLE)));
            assertThat(session(here).applied()).containsEntry(RATE, "1M/1M");

            assertApplied(gateway.ensure(FULL));
            assertThat(session(here).applied()).containsEntry(RATE, "50M/100M");
        }

        @Test
        void a_session_is_closed_on_the_way_into_the_garden_and_out_of_it() {
            here.comesOnline(USER, "s1");
            assertApplied(gateway.ensure(with(Enforcement.CAPTIVE)));
            assertThat(here.nas().sessions().all()).isEmpty();

            here.comesOnline(USER, "s2");
            assertApplied(gateway.ensure(FULL));

            assertThat(here.nas().sessions().all()).isEmpty();
            assertThat(told).extracting(SessionResult::outcome).containsOnly(Outcome.CLOSED);
        }

        @Test
        void a_session_that_was_changed_is_not_changed_again() {
            here.comesOnline(USER, "s1");
            assertApplied(gateway.ensure(faster()));
            here.nas().takeRequests();

            assertApplied(gateway.ensure(faster()));

            assertThat(here.nas().requests()).isEmpty();
        }

        @Test
        void a_session_that_began_under_these_rows_is_left_alone() {
            here.nas().behave(NasBehaviour.silent());
            here.comesOnline(USER, "s1");
            assertThat(gateway.ensure(faster())).isInstanceOf(DeviceOutcome.NoAnswer.class);
            here.stop("s1");
            here.nas().takeRequests();
            String tag = database.rows("select hex(value) from radreply").get(0);
            here.comesOnline(USER, "s2", "0x" + tag);

            assertApplied(gateway.ensure(faster()));

            assertThat(here.nas().requests()).isEmpty();
        }

        @Test
        void a_silent_nas_is_told_as_no_answer_and_the_observation_is_drifted() {
            here.nas().behave(NasBehaviour.silent());
            here.comesOnline(USER, "s1");

            assertThat(gateway.ensure(faster()))
                    .asInstanceOf(type(DeviceOutcome.NoAnswer.class))
                    .satisfies(silent -> assertThat(silent.detail())
                            .contains("NO_ANSWER", "is down", "secret", "clock", "passes over"));
            assertThat(gateway.observe(faster()))
                    .asInstanceOf(type(Observation.Drifted.class))
                    .satisfies(drifted ->
                            assertThat(drifted.drift().detail()).isEqualTo("open sessions have not followed yet"));

            here.nas().behave(here.nas().sessions());
            assertApplied(gateway.ensure(faster()));
            assertThat(gateway.observe(faster())).isEqualTo(new Observation.InSync());
        }

        @ParameterizedTest
        @ValueSource(ints = {405, 406})
        void a_nas_that_takes_no_changes_is_not_asked_for_one_again(int cause) {
            here.nas().behave(refusingChanges(cause));
            here.comesOnline(USER, "s1");
            assertApplied(gateway.ensure(faster()));
            assertThat(codes(here)).containsExactly(43, 40);

            here.comesOnline(USER, "s2");
            assertApplied(gateway.ensure(FULL));

            assertThat(codes(here)).as("does not ask again").containsExactly(40);
        }

        @Test
        void the_fallback_none_keeps_the_session_and_refuses() {
            RadiusGateway careful = gateway(builder -> builder.changeFallback(ChangeFallback.NONE));
            here.nas().behave(refusingChanges(501));
            here.comesOnline(USER, "s1");

            assertThat(careful.ensure(faster()))
                    .asInstanceOf(type(DeviceOutcome.Refused.class))
                    .satisfies(refused -> {
                        assertThat(refused.code()).isEqualTo("SESSION_REFUSED");
                        assertThat(refused.detail())
                                .contains("501 Administratively-Prohibited", "session is not closed");
                    });
            assertThat(here.nas().sessions().all()).hasSize(1);

            assertApplied(careful.ensure(with(Enforcement.THROTTLE)));
            assertThat(here.nas().sessions().all())
                    .as("whoever is held back loses the session")
                    .isEmpty();
        }

        @Test
        void an_attribute_that_the_nas_does_not_know_is_left_out_then_and_the_next_time() {
            here.nas().sessions().unsupportedAttribute(0, 8);
            here.comesOnline(USER, "s1");
            assertApplied(gateway.ensure(faster()));
            assertThat(codes(here)).containsExactly(43, 43);

            assertApplied(gateway.ensure(FULL));

            assertThat(here.nas().takeRequests())
                    .singleElement()
                    .matches(request -> request.find(8).isEmpty());
        }

        @Test
        void a_session_whose_new_rate_the_nas_does_not_know_is_not_closed() {
            here.nas().behave(refusingChanges(407));
            here.comesOnline(USER, "s1");

            assertThat(gateway.ensure(faster())).isInstanceOf(DeviceOutcome.Refused.class);

            assertThat(here.nas().sessions().all()).hasSize(1);
        }

        private NasBehaviour refusingChanges(int cause) {
            return (request, secret) -> request.code() == NasRequest.COA_REQUEST
                    ? List.of(NasAnswer.nak(request, secret, cause).packet())
                    : here.nas().sessions().answer(request, secret);
        }
    }

    @Nested
    class Closing {
        @ParameterizedTest
        @EnumSource(
                value = Enforcement.class,
                names = {"HARD_BLOCK", "LINE_DISABLED"})
        void a_blocked_subscriber_loses_every_session_and_accounting_agrees(Enforcement enforcement) {
            here.comesOnline(USER, "s1");
            there.comesOnline(USER, "s2");

            assertApplied(gateway.ensure(with(enforcement)));

            assertThat(here.nas().sessions().all()).isEmpty();
            assertThat(there.nas().sessions().all()).isEmpty();
            assertThat(told).extracting(SessionResult::outcome).containsExactly(Outcome.CLOSED, Outcome.CLOSED);
            assertThat(gateway.openSessions(List.of(USER))).isEmpty();
            assertThat(gateway.observe(with(enforcement))).isEqualTo(new Observation.InSync());
        }

        @Test
        void a_removed_subscriber_loses_every_session() {
            here.comesOnline(USER, "s1");

            assertApplied(gateway.remove(USER));

            assertThat(here.nas().sessions().all()).isEmpty();
            assertThat(gateway.observeRemoved(USER)).isEqualTo(new Observation.InSync());
        }

        @Test
        void other_subscribers_keep_their_sessions() {
            RadiusUser neighbour = ContractFixtures.radiusUser(2);
            here.comesOnline(USER, "s1");
            here.comesOnline(neighbour, "s2");

            assertApplied(gateway.remove(USER));

            assertThat(here.nas().sessions().all())
                    .extracting(NasSession::userName)
                    .containsExactly(neighbour.value());
        }

        @Test
        void an_ack_alone_does_not_prove_that_a_session_is_closed() {
            here.nas().sessions().acknowledgingOnly(true);
            here.comesOnline(USER, "s1");

            DeviceOutcome outcome = gateway.ensure(with(Enforcement.HARD_BLOCK));

            assertThat(outcome)
                    .asInstanceOf(type(DeviceOutcome.Unknown.class))
                    .satisfies(unknown -> assertThat(unknown.detail()).contains("CLOSE_ACKNOWLEDGED"));
            assertThat(gateway.observe(with(Enforcement.HARD_BLOCK)))
                    .asInstanceOf(type(Observation.Drifted.class))
                    .satisfies(drifted -> assertThat(drifted.drift().detail())
                            .contains("1 open: session s1 of " + USER + " at 192.0.2.1"));
            assertThat(gateway.observeRemoved(USER)).isInstanceOf(Observation.Drifted.class);
        }

        @Test
        void accounting_may_report_the_end_a_little_later() {
            List<String> looks = new CopyOnWriteArrayList<>();
            here.nas().sessions().acknowledgingOnly(true);
            here.comesOnline(USER, "s1");
            RadiusGateway patient = gateway(builder -> builder.sleeper(time -> {
                looks.add("look");
                if (looks.size() == 3) {
                    here.stop("s1");
                }
                return true;
            }));

            assertApplied(patient.ensure(with(Enforcement.HARD_BLOCK)));

            assertThat(looks).hasSize(3);
        }

        @Test
        void accounting_is_asked_soon_and_then_less_and_less_often_until_the_time_is_over() {
            List<Long> pauses = new CopyOnWriteArrayList<>();
            here.nas().sessions().acknowledgingOnly(true);
            here.comesOnline(USER, "s1");
            RadiusGateway patient = gateway(builder ->
                    builder.accountingTimeout(Duration.ofMillis(300)).sleeper(time -> pauses.add(time.toMillis())));

            patient.ensure(with(Enforcement.HARD_BLOCK));

            assertThat(pauses).containsExactly(5L, 10L, 20L, 40L, 80L, 100L, 45L);
        }

        @Test
        void a_stale_session_counts_as_closed() {
            here.nas().behave(NasBehaviour.refusing(503));
            here.comesOnline(USER, "s1");

            assertApplied(gateway.remove(USER));

            assertThat(told).extracting(SessionResult::outcome).containsExactly(Outcome.NOT_FOUND);
            assertThat(codes(here)).as("asked with two identifications").containsExactly(40, 40);
        }

        @Test
        void an_attribute_that_the_nas_refused_is_not_sent_again() {
            here.nas()
                    .behave((request, secret) -> List.of(
                            NasAnswer.nak(request, secret, request.find(8).isPresent() ? 401 : 503)
                                    .packet()));
            here.comesOnline(USER, "s1");

            assertApplied(gateway.remove(USER));

            assertThat(told).extracting(SessionResult::outcome).containsExactly(Outcome.NOT_FOUND);
            assertThat(codes(here)).containsExactly(40, 40);
        }

        @Test
        void a_session_that_only_accounting_hears_of_is_not_closed() {
            here.nas().behave((request, secret) -> {
                here.update("s1");
                return List.of(NasAnswer.nak(request, secret, 503).packet());
            });
            here.comesOnline(USER, "s1");

            assertThat(gateway.remove(USER)).isInstanceOf(DeviceOutcome.Unknown.class);

            assertThat(told).extracting(SessionResult::outcome).containsExactly(Outcome.STILL_ONLINE);
        }

        @Test
        void a_session_that_ended_by_itself_counts_as_closed() {
            here.nas().behave((request, secret) -> {
                here.stop("s1");
                return List.of(NasAnswer.nak(request, secret, 503).packet());
            });
            here.comesOnline(USER, "s1");

            assertApplied(gateway.remove(USER));

            assertThat(told).extracting(SessionResult::outcome).containsExactly(Outcome.GONE);
            assertThat(codes(here)).containsExactly(40);
        }

        @Test
        void a_lost_ack_of_a_nas_without_duplicate_detection_counts_as_closed() {
            here.nas().sessions().duplicateDetection(false);
            List<NasRequest> arrived = new CopyOnWriteArrayList<>();
            here.nas().behave((request, secret) -> {
                arrived.add(request);
                List<byte[]> answer = here.nas().sessions().answer(request, secret);
                return arrived.size() == 1 ? List.of() : answer;
            });
            here.comesOnline(USER, "s1");

            assertApplied(gateway.remove(USER));

            assertThat(told).extracting(SessionResult::outcome).containsExactly(Outcome.CLOSED);
            assertThat(arrived).hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(ints = {502, 504, 505, 506, 507})
        void a_temporary_refusal_leaves_the_outcome_unknown(int cause) {
            here.nas().behave(NasBehaviour.refusing(cause));
            here.comesOnline(USER, "s1");

            assertThat(gateway.remove(USER)).isInstanceOf(DeviceOutcome.Unknown.class);
        }

        @ParameterizedTest
        @ValueSource(ints = {401, 402, 403, 404, 405, 406, 407, 501, 508})
        void a_permanent_refusal_is_refused(int cause) {
            here.nas().behave(NasBehaviour.refusing(cause));
            here.comesOnline(USER, "s1");

            assertThat(gateway.remove(USER))
                    .asInstanceOf(type(DeviceOutcome.Refused.class))
                    .satisfies(refused -> assertThat(refused.detail()).contains(cause + " ", "because", "s1"));
        }

        @Test
        void one_closed_session_of_two_is_not_both() {
            there.nas().behave(NasBehaviour.silent());
            here.comesOnline(USER, "s1");
            there.comesOnline(USER, "s2");

            DeviceOutcome outcome = gateway.remove(USER);

            assertThat(outcome)
                    .asInstanceOf(type(DeviceOutcome.NoAnswer.class))
                    .satisfies(silent ->
                            assertThat(silent.detail()).contains("192.0.2.2").doesNotContain("192.0.2.1:"));
            assertThat(here.nas().sessions().all()).isEmpty();
        }

        @Test
        void a_delivery_is_not_sent_only_if_nothing_at_all_happened() {
            here.comesOnline(USER, "s1");
            here.close();

            DeviceOutcome first = gateway.remove(USER);
            DeviceOutcome again = gateway.remove(USER);

            assertThat(first).as("the rows went").isInstanceOf(DeviceOutcome.NoAnswer.class);
            assertThat(again).isInstanceOf(DeviceOutcome.NotSent.class);
        }

        @Test
        void a_database_that_fails_after_the_commit_leaves_the_outcome_unknown() {
            here.comesOnline(USER, "s1");
            here.nas().behave((request, secret) -> {
                database.breakIt();
                return here.nas().sessions().answer(request, secret);
            });

            DeviceOutcome outcome = gateway.remove(USER);

            assertThat(outcome)
                    .asInstanceOf(type(DeviceOutcome.Unknown.class))
                    .satisfies(unknown -> assertThat(unknown.detail()).startsWith("the rows are written; "));
        }
    }

    @Nested
    class Ordering {
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Test
        void a_nas_that_hears_of_a_plan_finds_it_committed() {
            lookAt("select groupname from radusergroup");

            assertApplied(gateway.ensure(faster()));

            assertThat(seen).containsExactly("access-home-300");
        }

        @Test
        void a_nas_that_closes_a_session_would_reject_it_at_once() {
            lookAt("select value from radcheck where attribute = 'Auth-Type'");

            assertApplied(gateway.ensure(with(Enforcement.HARD_BLOCK)));

            assertThat(seen).containsExactly("Reject");
        }

        @Test
        void a_nas_that_closes_a_captive_session_would_let_it_into_the_garden() {
            lookAt("select groupname from radusergroup order by priority limit 1");

            assertApplied(gateway.ensure(with(Enforcement.CAPTIVE)));

            assertThat(seen).containsExactly("captive");
        }

        @Test
        void a_nas_that_closes_a_removed_login_finds_no_password() {
            lookAt("select count(*) from radcheck");

            assertApplied(gateway.remove(USER));

            assertThat(seen).containsExactly("0");
        }

        /** The NAS looks into the tables with a connection of its own, at the moment a request arrives. */
        private void lookAt(String query) {
            here.comesOnline(USER, "s1");
            here.nas().behave((request, secret) -> {
                seen.addAll(database.rows(query));
                return here.nas().sessions().answer(request, secret);
            });
        }
    }

    @Nested
    class Bursts {
        @Test
        void a_change_says_the_rate_in_the_words_of_the_group_with_its_burst() {
            database.run("update radgroupreply set value = '150m/300m 200M/400M 100M/200M 8/8' where groupname ="
                    + " 'access-home-300' and attribute = 'Mikrotik-Rate-Limit'");
            assertApplied(gateway.ensure(FULL));
            here.comesOnline(USER, "s1");

            assertApplied(gateway.ensure(faster()));

            assertThat(session(here).applied()).containsEntry(RATE, "150m/300m 200M/400M 100M/200M 8/8");
        }
    }

    @Nested
    class FindingTheNas {
        @Test
        void two_nases_that_serve_one_address_are_refused_when_wiring() {
            try (OnlineSubscribers second = new OnlineSubscribers(database, "192.0.2.1")) {
                assertThatThrownBy(() -> gateway(builder -> builder.nas(second.settings())))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("192.0.2.1");
            }
        }

        @Test
        void a_session_is_unknown_only_when_every_nas_that_shares_its_address_said_so() {
            try (OnlineSubscribers east = new OnlineSubscribers(database, "203.0.113.7");
                    OnlineSubscribers west = new OnlineSubscribers(database, "203.0.113.7")) {
                RadiusGateway shared =
                        gateway(builder -> builder.nas(sharing("east", east)).nas(sharing("west", west)));
                west.comesOnline(USER, "s1");

                assertApplied(shared.ensure(with(Enforcement.HARD_BLOCK)));

                assertThat(west.nas().sessions().all()).isEmpty();
                assertThat(told).extracting(SessionResult::outcome).containsExactly(Outcome.CLOSED);
                assertThat(codes(east)).as("did not know it").containsOnly(40);
            }
        }

        @Test
        void a_nas_that_is_silent_may_have_the_session_that_another_does_not_know() {
            try (OnlineSubscribers east = new OnlineSubscribers(database, "203.0.113.7");
                    OnlineSubscribers west = new OnlineSubscribers(database, "203.0.113.7")) {
                RadiusGateway shared =
                        gateway(builder -> builder.nas(sharing("east", east)).nas(sharing("west", west)));
                west.comesOnline(USER, "s1");
                west.nas().behave(NasBehaviour.silent());

                assertThat(shared.ensure(with(Enforcement.HARD_BLOCK))).isInstanceOf(DeviceOutcome.NoAnswer.class);

                assertThat(told).extracting(SessionResult::outcome).containsExactly(Outcome.NO_ANSWER);
            }
        }

        private NasSettings sharing(String name, OnlineSubscribers at) {
            return NasSettings.builder(name, Gateways.endpoint(at.nas().address()), Gateways.mikrotik())
                    .serves("203.0.113.7")
                    .sharesAddresses(true)
                    .build();
        }

        @Test
        void a_session_at_an_unknown_nas_is_refused() {
            try (OnlineSubscribers elsewhere = new OnlineSubscribers(database, "203.0.113.1")) {
                elsewhere.comesOnline(USER, "s1");

                assertThat(gateway.remove(USER))
                        .asInstanceOf(type(DeviceOutcome.Refused.class))
                        .satisfies(refused -> assertThat(refused.detail()).contains("NAS_UNKNOWN", "203.0.113.1"));
                assertThat(elsewhere.nas().requests()).isEmpty();
            }
        }

        @Test
        void a_listener_that_throws_changes_nothing() {
            RadiusGateway listened = gateway(builder -> builder.sessionListener(result -> {
                throw new IllegalStateException("of the host");
            }));
            here.comesOnline(USER, "s1");

            assertApplied(listened.remove(USER));
        }
    }

    private RadiusGateway gateway(UnaryOperator<RadiusGateway.Builder> settings) {
        RadiusGateway made = settings.apply(Gateways.withoutNas(database)
                        .nas(here.settings())
                        .nas(there.settings())
                        .sessionListener(told::add)
                        .sleeper(time -> true))
                .build();
        opened.add(made);
        return made;
    }

    private static AccessService with(Enforcement enforcement) {
        return new AccessService(FULL.contract(), USER, FULL.profile(), FULL.rates(), enforcement);
    }

    private static AccessService faster() {
        return new AccessService(
                FULL.contract(),
                USER,
                ContractFixtures.fasterPlan().accessProfile(),
                ContractFixtures.fasterPlan().rates(),
                Enforcement.NONE);
    }

    private static NasSession session(OnlineSubscribers at) {
        return at.nas().sessions().all().get(0);
    }

    /** The codes of the requests that came since the last time this was asked. */
    private static List<Integer> codes(OnlineSubscribers at) {
        return at.nas().takeRequests().stream().map(NasRequest::code).toList();
    }

    private static void assertApplied(DeviceOutcome outcome) {
        assertThat(outcome).isEqualTo(new DeviceOutcome.Applied());
    }
}
