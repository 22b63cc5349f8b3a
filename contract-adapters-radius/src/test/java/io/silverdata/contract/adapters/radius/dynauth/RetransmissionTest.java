package io.silverdata.contract.adapters.radius.dynauth;

import static io.silverdata.contract.adapters.radius.dynauth.Situations.ALICE;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.SECRET;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.answer;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.endpoint;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.next;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.testkit.NasBehaviour;
import io.silverdata.contract.adapters.radius.testkit.NasRequest;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import io.silverdata.contract.testkit.SettableClock;
import java.net.DatagramSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** RFC 5080, section 2.2.1, and what depends on it, on a clock that the test turns. */
class RetransmissionTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final SettableClock clock = new SettableClock(NOW);
    private final SettableTicker ticker = new SettableTicker();
    private final Events events = new Events();
    private final SimulatedNas nas =
            SimulatedNas.builder(SECRET).behaviour(NasBehaviour.silent()).start();
    private final DynamicAuthorizationClient client = DynamicAuthorizationClient.builder()
            .clock(clock)
            .ticker(ticker)
            .random(new SplittableRandom(1))
            .listener(events)
            .open();

    @AfterEach
    void close() {
        client.close();
        nas.close();
    }

    @Test
    void a_request_is_sent_again_from_the_same_port_after_2_and_6_seconds_and_given_up_after_10() throws Exception {
        CompletionStage<Answer> answer = client.disconnect(endpoint(nas).build(), ALICE);
        next(nas);

        for (Duration latest : List.of(Duration.ofMillis(2_210), Duration.ofMillis(4_640))) {
            clock.advance(latest);
            ticker.advance(latest, client);
            next(nas);
        }
        assertThat(answer.toCompletableFuture()).isNotDone();
        ticker.advance(Duration.ofMillis(3_160), client);

        assertThat(answer(answer)).isEqualTo(new Answer.TimedOut(3, Optional.empty()));
        assertThat(nas.requests()).isEmpty();
    }

    @Test
    void a_request_is_sent_again_from_the_same_port_as_rfc_5080_says_by_default() throws Exception {
        NasEndpoint patient = endpoint(nas)
                .retransmission(new RetransmissionPolicy(
                        Duration.ofSeconds(2), Duration.ofSeconds(16), 5, Duration.ofSeconds(30), 0.1))
                .build();
        CompletionStage<Answer> answer = client.disconnect(patient, ALICE);
        List<NasRequest> received = new ArrayList<>(List.of(next(nas)));

        // with 10 % of jitter 2 s become 1.8 to 2.2 s, 4 s 3.6 to 4.6 s, and 8 s 6.8 to 9.7 s
        for (Duration latest : List.of(Duration.ofMillis(2_210), Duration.ofMillis(4_640), Duration.ofMillis(9_720))) {
            clock.advance(latest);
            ticker.advance(latest, client);
            received.add(next(nas));
        }
        assertThat(answer.toCompletableFuture()).isNotDone();
        ticker.advance(Duration.ofMillis(13_440), client);

        assertThat(answer(answer)).isEqualTo(new Answer.TimedOut(4, Optional.empty()));
        assertThat(received)
                .extracting(NasRequest::from)
                .containsOnly(received.get(0).from());
        assertThat(received)
                .allSatisfy(request ->
                        assertThat(request.packet()).isEqualTo(received.get(0).packet()));
        assertThat(nas.requests()).isEmpty();
    }

    @Test
    void a_request_is_not_sent_again_before_its_time() throws Exception {
        client.disconnect(endpoint(nas).build(), ALICE);
        NasRequest first = next(nas);
        ticker.advance(Duration.ofMillis(1_790), client);

        // a second request is a sure sign that the client looked at the clock
        client.changeAuthorization(endpoint(nas).build(), ALICE);
        NasRequest second = next(nas);

        assertThat(List.of(first.code(), second.code())).containsExactly(40, 43);
        awaitTaken();
        assertThat(events.told()).doesNotContain("retransmitted");
    }

    @Test
    void a_request_that_waited_too_long_in_the_queue_is_not_sent() throws Exception {
        RetransmissionPolicy tenSeconds =
                new RetransmissionPolicy(Duration.ofSeconds(10), Duration.ofSeconds(10), 1, Duration.ofSeconds(10), 0);
        NasEndpoint endpoint =
                endpoint(nas).inFlight(1).retransmission(tenSeconds).build();
        CompletionStage<Answer> first = client.disconnect(endpoint, ALICE);
        next(nas);
        ticker.advance(Duration.ofSeconds(1), client);
        CompletionStage<Answer> second = client.disconnect(endpoint, ALICE);
        CompletionStage<Answer> third = client.disconnect(endpoint, ALICE);
        awaitTaken();

        ticker.advance(Duration.ofMillis(9_010), client);
        assertThat(answer(first)).isEqualTo(new Answer.TimedOut(1, Optional.empty()));
        next(nas);
        ticker.advance(Duration.ofSeconds(1), client);

        assertThat(((Answer.NotSent) answer(third)).reason()).isEqualTo(Answer.Reason.QUEUE_TIMEOUT);
        assertThat(second.toCompletableFuture()).isNotDone();
        assertThat(nas.requests()).isEmpty();
    }

    @Test
    void a_nas_without_resources_gets_half_of_the_requests() throws Exception {
        nas.behave(NasBehaviour.refusing(506));
        NasEndpoint endpoint = endpoint(nas).inFlight(8).build();
        answer(client.disconnect(endpoint, ALICE));
        nas.takeRequests();
        nas.behave(NasBehaviour.silent());

        for (int i = 0; i < 8; i++) {
            client.disconnect(endpoint, ALICE);
        }
        awaitTaken();

        // the first, half of eight, and the one that awaits
        assertThat(events.count("sent")).isEqualTo(1 + 4 + 1);
    }

    @Test
    void a_dead_nas_gets_one_probe_at_a_time() throws Exception {
        NasEndpoint endpoint = endpoint(nas)
                .retransmission(new RetransmissionPolicy(
                        Duration.ofSeconds(1), Duration.ofSeconds(1), 1, Duration.ofSeconds(1), 0))
                .circuitBreaker(new CircuitBreakerPolicy(3, Duration.ofSeconds(30)))
                .build();
        for (int i = 0; i < 3; i++) {
            CompletionStage<Answer> answer = client.disconnect(endpoint, ALICE);
            next(nas);
            ticker.advance(Duration.ofMillis(1_010), client);
            assertThat(answer(answer)).isInstanceOf(Answer.TimedOut.class);
        }
        assertThat(events.told()).contains("opened");
        assertThat(answer(client.disconnect(endpoint, ALICE))).isInstanceOf(Answer.NotSent.class);
        assertThat(nas.requests()).isEmpty();

        ticker.advance(Duration.ofSeconds(31), client);
        CompletionStage<Answer> probe = client.disconnect(endpoint, ALICE);
        next(nas);
        assertThat(answer(client.disconnect(endpoint, ALICE))).isInstanceOf(Answer.NotSent.class);
        ticker.advance(Duration.ofMillis(1_010), client);
        assertThat(answer(probe)).isInstanceOf(Answer.TimedOut.class);
        assertThat(answer(client.disconnect(endpoint, ALICE))).isInstanceOf(Answer.NotSent.class);

        nas.behave(NasBehaviour.refusing(503));
        ticker.advance(Duration.ofSeconds(31), client);
        assertThat(answer(client.disconnect(endpoint, ALICE))).isInstanceOf(Answer.Rejected.class);
        assertThat(answer(client.disconnect(endpoint, ALICE))).isInstanceOf(Answer.Rejected.class);
        assertThat(events.told()).contains("closed");
    }

    @Test
    void a_probe_is_sent_once_and_given_up_after_the_first_wait() throws Exception {
        nas.behave(NasBehaviour.silent());
        NasEndpoint endpoint = endpoint(nas)
                .retransmission(new RetransmissionPolicy(
                        Duration.ofSeconds(1), Duration.ofSeconds(8), 2, Duration.ofSeconds(10), 0))
                .circuitBreaker(new CircuitBreakerPolicy(1, Duration.ofSeconds(30)))
                .build();
        CompletionStage<Answer> first = client.disconnect(endpoint, ALICE);
        next(nas);
        ticker.advance(Duration.ofMillis(1_010), client);
        next(nas);
        ticker.advance(Duration.ofMillis(2_010), client);
        assertThat(answer(first)).isEqualTo(new Answer.TimedOut(2, Optional.empty()));

        ticker.advance(Duration.ofSeconds(31), client);
        CompletionStage<Answer> probe = client.disconnect(endpoint, ALICE);
        next(nas);
        ticker.advance(Duration.ofMillis(1_010), client);

        assertThat(answer(probe)).isEqualTo(new Answer.TimedOut(1, Optional.empty()));
    }

    @Test
    void a_request_waits_until_an_identifier_may_be_used_again() throws Exception {
        nas.behave(NasBehaviour.acknowledging());
        NasEndpoint endpoint = endpoint(nas)
                .sourcePorts(1)
                .identifierReuseDelay(Duration.ofSeconds(8))
                .build();
        for (int i = 0; i < 256; i++) {
            answer(client.disconnect(endpoint, ALICE));
        }
        nas.takeRequests();
        CompletionStage<Answer> one = client.disconnect(endpoint, ALICE);
        awaitTaken();
        assertThat(nas.requests()).isEmpty();

        ticker.advance(Duration.ofMillis(8_010), client);

        assertThat(answer(one)).isEqualTo(new Answer.Acknowledged());
    }

    @Test
    void source_ports_are_closed_after_a_minute_without_requests() throws Exception {
        nas.behave(NasBehaviour.acknowledging());
        NasEndpoint endpoint = endpoint(nas).build();
        answer(client.disconnect(endpoint, ALICE));
        int before = next(nas).from().getPort();
        ticker.advance(Duration.ofSeconds(40), client);
        answer(client.disconnect(endpoint, ALICE));
        ticker.advance(Duration.ofSeconds(40), client);
        answer(client.disconnect(endpoint, ALICE));
        assertThat(List.of(next(nas), next(nas)))
                .extracting(request -> request.from().getPort())
                .containsOnly(before);

        ticker.advance(Duration.ofSeconds(31), client);
        awaitTaken();
        ticker.advance(Duration.ofSeconds(31), client);
        awaitTaken();

        // that port is free for anybody now
        try (DatagramSocket socket = new DatagramSocket(before)) {
            assertThat(socket.getLocalPort()).isEqualTo(before);
        }
        assertThat(answer(client.disconnect(endpoint, ALICE))).isEqualTo(new Answer.Acknowledged());
    }

    // requests are taken in the order in which they were given
    private void awaitTaken() {
        try (SimulatedNas other = SimulatedNas.builder(SECRET).start()) {
            assertThat(answer(client.disconnect(endpoint(other).build(), ALICE)))
                    .isInstanceOf(Answer.Rejected.class);
        }
    }
}
