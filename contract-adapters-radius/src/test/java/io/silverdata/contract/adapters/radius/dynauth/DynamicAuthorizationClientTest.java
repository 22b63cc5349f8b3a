package io.silverdata.contract.adapters.radius.dynauth;

import static io.silverdata.contract.adapters.radius.dynauth.Situations.ALICE;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.SECRET;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.answer;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.endpoint;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.hasty;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.next;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.testkit.NasBehaviour;
import io.silverdata.contract.adapters.radius.testkit.NasRequest;
import io.silverdata.contract.adapters.radius.testkit.NasSession;
import io.silverdata.contract.adapters.radius.testkit.NetworkConditions;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.testkit.SettableClock;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests reach the NAS as RFC 5176 says, and its answers the caller. */
class DynamicAuthorizationClientTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final Events events = new Events();
    private final SimulatedNas nas = SimulatedNas.builder(SECRET).start();
    private final DynamicAuthorizationClient client =
            DynamicAuthorizationClient.builder().clock(clock).listener(events).open();

    @AfterEach
    void close() {
        client.close();
        nas.close();
    }

    @Test
    void a_disconnect_request_closes_a_session() {
        nas.sessions().open(NasSession.of("81a00001", "alice", "192.0.2.1"));
        nas.sessions().open(NasSession.of("81a00002", "alice", "192.0.2.2"));

        Answer answer = answer(client.disconnect(endpoint(nas).build(), ALICE));

        assertThat(answer).isEqualTo(new Answer.Acknowledged());
        assertThat(nas.sessions().all()).extracting(NasSession::sessionId).containsExactly("81a00002");
        assertThat(events.told()).containsExactly("sent", "acknowledged");
    }

    @Test
    void a_coa_request_changes_a_session() {
        nas.sessions().open(NasSession.of("81a00001", "alice", "192.0.2.1"));
        List<RadiusAttribute> attributes = new ArrayList<>(ALICE);
        attributes.add(RadiusAttribute.text(Attributes.MIKROTIK_RATE_LIMIT, "10M/100M"));
        attributes.add(RadiusAttribute.text(Attributes.FILTER_ID, "slow"));

        Answer answer = answer(client.changeAuthorization(endpoint(nas).build(), attributes));

        assertThat(answer).isEqualTo(new Answer.Acknowledged());
        assertThat(nas.sessions().all().get(0).applied())
                .containsOnly(Map.entry("14988:8", "10M/100M"), Map.entry("0:11", "slow"));
    }

    @Test
    void a_refusal_has_the_cause_and_the_message_of_the_nas() {
        nas.behave(NasBehaviour.refusing(503));

        Answer answer = answer(client.disconnect(endpoint(nas).build(), ALICE));

        assertThat(answer)
                .isEqualTo(new Answer.Rejected(
                        Optional.of(ErrorCause.SESSION_CONTEXT_NOT_FOUND), Optional.of("because"), false));
        assertThat(events.told()).containsExactly("sent", "rejected 503 Session-Context-Not-Found");
    }

    @Test
    void a_request_begins_with_the_message_authenticator_ends_with_the_time_and_adds_nothing_else() throws Exception {
        answer(client.disconnect(endpoint(nas).build(), ALICE));

        NasRequest request = next(nas);
        assertThat(request.code()).isEqualTo(40);
        assertThat(request.attributes()).extracting(NasRequest.Attribute::code).containsExactly(80, 1, 44, 55);
        assertThat(request.find(55).orElseThrow().value()).isEqualTo(new byte[] {0x69, 0x57, 0x35, (byte) 0xA5});
    }

    @Test
    void a_silent_nas_is_never_a_success() {
        nas.behave(NasBehaviour.silent());

        Answer answer =
                answer(client.disconnect(endpoint(nas).retransmission(hasty()).build(), ALICE));

        assertThat(answer).isEqualTo(new Answer.TimedOut(3, Optional.empty()));
        assertThat(events.told()).containsExactly("sent", "retransmitted", "retransmitted", "timed out");
    }

    @Test
    void a_timeout_tells_when_the_nas_last_answered_anything() {
        NasEndpoint endpoint = endpoint(nas).retransmission(hasty()).build();
        answer(client.disconnect(endpoint, ALICE));
        nas.behave(NasBehaviour.silent());

        Answer answer = answer(client.changeAuthorization(endpoint, ALICE));

        assertThat(answer).isEqualTo(new Answer.TimedOut(3, Optional.of(NOW)));
    }

    @Test
    void no_more_requests_are_in_flight_than_the_endpoint_allows() throws Exception {
        nas.behave(NasBehaviour.silent());
        NasEndpoint endpoint = endpoint(nas).inFlight(3).queue(100).build();
        List<CompletionStage<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(client.disconnect(endpoint, session("u" + i, "s" + i)));
        }
        for (int i = 0; i < 3; i++) {
            next(nas);
        }

        client.close();

        assertThat(answers.stream().map(Situations::answer).map(Object::getClass))
                .containsExactlyElementsOf(IntStream.range(0, 10)
                        .<Class<?>>mapToObj(i -> i < 3 ? Answer.TimedOut.class : Answer.NotSent.class)
                        .collect(Collectors.toList()));
        assertThat(nas.requests()).isEmpty();
    }

    @Test
    void a_request_that_does_not_fit_into_the_queue_is_refused_at_once() {
        nas.behave(NasBehaviour.silent());
        NasEndpoint endpoint = endpoint(nas).inFlight(1).queue(2).build();
        for (int i = 0; i < 3; i++) {
            client.disconnect(endpoint, ALICE);
        }

        CompletionStage<Answer> fourth = client.disconnect(endpoint, ALICE);

        assertThat(fourth).isCompletedWithValueMatching(answer -> reason(answer) == Answer.Reason.QUEUE_FULL);
    }

    @Test
    void requests_are_accepted_again_once_the_queue_has_room() {
        NasEndpoint endpoint = endpoint(nas).inFlight(1).queue(0).build();

        for (int i = 0; i < 50; i++) {
            assertThat(answer(client.disconnect(endpoint, ALICE))).isInstanceOf(Answer.Rejected.class);
        }
    }

    @Test
    void an_identifier_of_a_port_is_not_used_again_before_its_delay_is_over() throws Exception {
        NasEndpoint endpoint = endpoint(nas)
                .inFlight(64)
                .queue(2_000)
                .sourcePorts(4)
                .identifierReuseDelay(Duration.ofMinutes(5))
                .build();
        List<CompletionStage<Answer>> answers = new ArrayList<>();

        for (int i = 0; i < 1_100; i++) {
            answers.add(client.disconnect(endpoint, ALICE));
        }
        answers.subList(0, 1_024).forEach(Situations::answer);

        Set<String> used = new HashSet<>();
        Set<InetSocketAddress> ports = new HashSet<>();
        for (int i = 0; i < 1_024; i++) {
            NasRequest request = next(nas);
            used.add(request.from().getPort() + "/" + request.identifier());
            ports.add(request.from());
        }
        assertThat(used).hasSize(1_024);
        assertThat(ports).hasSize(4);
        assertThat(nas.requests()).isEmpty();
    }

    @Test
    void further_source_ports_are_opened_as_identifiers_run_out() {
        NasEndpoint endpoint = endpoint(nas)
                .queue(3_000)
                .identifierReuseDelay(Duration.ofMinutes(5))
                .build();
        List<CompletionStage<Answer>> answers = new ArrayList<>();

        for (int i = 0; i < 3_000; i++) {
            answers.add(client.disconnect(endpoint, ALICE));
        }
        answers.forEach(Situations::answer);

        assertThat(nas.takeRequests().stream().map(NasRequest::from).distinct())
                .as("256 identifiers each")
                .hasSize(12);
    }

    @Test
    void identifiers_without_a_delay_are_taken_in_turn() throws Exception {
        NasEndpoint endpoint = endpoint(nas).identifierReuseDelay(Duration.ZERO).build();

        for (int i = 0; i < 600; i++) {
            answer(client.disconnect(endpoint, ALICE));
        }

        for (int i = 0; i < 600; i++) {
            assertThat(next(nas).identifier()).isEqualTo(i % 256);
        }
    }

    @Test
    void a_slow_nas_does_not_delay_the_others() throws Exception {
        try (SimulatedNas slow =
                SimulatedNas.builder(SECRET).behaviour(NasBehaviour.silent()).start()) {
            CompletionStage<Answer> waiting = client.disconnect(endpoint(slow).build(), ALICE);
            next(slow);

            Answer answer = answer(client.disconnect(endpoint(nas).build(), ALICE));

            assertThat(answer).isInstanceOf(Answer.Rejected.class);
            assertThat(waiting.toCompletableFuture()).isNotDone();
        }
    }

    @Test
    void many_threads_get_each_the_answer_to_their_own_request() throws Exception {
        nas.behave((request, secret) -> {
            int number = Integer.parseInt(request.text(1).orElseThrow());
            return NasBehaviour.refusing(1_000 + number).answer(request, secret);
        });
        NasEndpoint endpoint = endpoint(nas).identifierReuseDelay(Duration.ZERO).build();
        int threads = 8;
        int each = 250;
        CountDownLatch done = new CountDownLatch(threads);
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());

        for (int thread = 0; thread < threads; thread++) {
            int first = thread * each;
            new Thread(() -> {
                        try {
                            for (int i = first; i < first + each; i++) {
                                Answer answer = answer(client.disconnect(endpoint, session(String.valueOf(i), "s")));
                                assertThat(((Answer.Rejected) answer).cause()).contains(new ErrorCause(1_000 + i));
                            }
                        } catch (RuntimeException | AssertionError e) {
                            failures.add(e);
                        }
                        done.countDown();
                    })
                    .start();
        }

        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(failures).isEmpty();
    }

    @Test
    void a_closed_client_sends_nothing() {
        client.close();
        client.close();

        Answer answer = answer(client.disconnect(endpoint(nas).build(), ALICE));

        assertThat(reason(answer)).isEqualTo(Answer.Reason.CLOSED);
        assertThat(nas.requests()).isEmpty();
    }

    @Test
    void a_client_may_be_closed_by_what_is_chained_to_an_answer() {
        CompletionStage<Answer> stage =
                client.disconnect(endpoint(nas).build(), ALICE).whenComplete((answer, fault) -> client.close());

        assertThat(answer(stage)).isInstanceOf(Answer.Rejected.class);
        assertThat(reason(answer(client.disconnect(endpoint(nas).build(), ALICE))))
                .isEqualTo(Answer.Reason.CLOSED);
    }

    @Test
    void a_caller_who_cancels_disturbs_nobody() {
        nas.behave(NasBehaviour.silent());
        NasEndpoint endpoint = endpoint(nas).inFlight(1).retransmission(hasty()).build();
        CompletionStage<Answer> first = client.disconnect(endpoint, ALICE);
        CompletionStage<Answer> second = client.disconnect(endpoint, ALICE);

        first.toCompletableFuture().cancel(true);

        assertThat(answer(second)).isInstanceOf(Answer.TimedOut.class);
    }

    @Test
    void a_listener_that_fails_does_not_end_the_client() {
        DynamicAuthorizationListener failing = new DynamicAuthorizationListener() {
            @Override
            public void sent(NasEndpoint to) {
                throw new IllegalStateException("seeded");
            }
        };

        try (DynamicAuthorizationClient other =
                DynamicAuthorizationClient.builder().listener(failing).open()) {
            assertThat(answer(other.disconnect(endpoint(nas).build(), ALICE))).isInstanceOf(Answer.Rejected.class);
        }
    }

    @Test
    void a_request_without_attributes_or_with_those_of_the_client_is_refused() {
        NasEndpoint endpoint = endpoint(nas).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.disconnect(endpoint, List.of()))
                .withMessage("attributes must be one or more, was \"none\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.disconnect(
                        endpoint, List.of(RadiusAttribute.octets(Attributes.MESSAGE_AUTHENTICATOR, new byte[16]))))
                .withMessageContaining("Message-Authenticator");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        client.disconnect(endpoint, List.of(RadiusAttribute.integer(Attributes.EVENT_TIMESTAMP, 1))))
                .withMessageContaining("Event-Timestamp");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.disconnect(
                        endpoint, List.of(RadiusAttribute.octets(Attributes.PROXY_STATE, new byte[] {1}))))
                .withMessageContaining("Proxy-State");
        assertThat(events.told()).isEmpty();
    }

    @Test
    void a_request_may_fill_a_packet_and_not_one_octet_more() throws Exception {
        nas.behave(NasBehaviour.acknowledging());
        RadiusAttribute full = RadiusAttribute.text(Attributes.REPLY_MESSAGE, "x".repeat(253));
        List<RadiusAttribute> max = new ArrayList<>(Collections.nCopies(15, full));
        max.add(RadiusAttribute.text(Attributes.REPLY_MESSAGE, "x".repeat(225)));
        List<RadiusAttribute> more = new ArrayList<>(max.subList(0, 15));
        more.add(RadiusAttribute.text(Attributes.REPLY_MESSAGE, "x".repeat(226)));

        assertThat(answer(client.changeAuthorization(endpoint(nas).build(), max)))
                .isEqualTo(new Answer.Acknowledged());
        assertThat(next(nas).packet()).hasSize(4_096);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.changeAuthorization(endpoint(nas).build(), more))
                .withMessage("attributes must be at most 4052 octets, was \"4053 octets\"");
    }

    @Test
    void answers_may_be_slow() {
        try (SimulatedNas slow = SimulatedNas.builder(SECRET)
                .network(NetworkConditions.delayed(Duration.ofMillis(30)))
                .start()) {
            List<CompletionStage<Answer>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> client.disconnect(endpoint(slow).build(), ALICE))
                    .toList();

            assertThat(answers.stream().map(Situations::answer)).allMatch(Answer.Rejected.class::isInstance);
        }
    }

    private static Answer.Reason reason(Answer answer) {
        return ((Answer.NotSent) answer).reason();
    }
}
