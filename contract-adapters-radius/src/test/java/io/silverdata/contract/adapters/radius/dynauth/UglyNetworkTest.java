package io.silverdata.contract.adapters.radius.dynauth;

import static io.silverdata.contract.adapters.radius.dynauth.Situations.ALICE;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.SECRET;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.answer;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.endpoint;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.hasty;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.next;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.testkit.NasAnswer;
import io.silverdata.contract.adapters.radius.testkit.NasBehaviour;
import io.silverdata.contract.adapters.radius.testkit.NasSession;
import io.silverdata.contract.adapters.radius.testkit.NasSessions;
import io.silverdata.contract.adapters.radius.testkit.NetworkConditions;
import io.silverdata.contract.adapters.radius.testkit.SimulatedNas;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loss, delay, repetition, forgery, devices that are wrong, ports that are closed: the client tells the truth or waits. */
class UglyNetworkTest {
    private final Events events = new Events();
    private final DynamicAuthorizationClient client =
            DynamicAuthorizationClient.builder().listener(events).open();

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void an_answer_is_believed_and_none_of_the_forgeries_before_it(long seed) {
        try (SimulatedNas nas = SimulatedNas.builder(SECRET)
                .behaviour(NasBehaviour.acknowledging().precededByForgeries(seed))
                .start()) {
            assertThat(answer(client.disconnect(endpoint(nas).build(), ALICE))).isEqualTo(new Answer.Acknowledged());
            assertThat(answer(client.changeAuthorization(endpoint(nas).build(), ALICE)))
                    .isEqualTo(new Answer.Acknowledged());

            assertThat(events.told())
                    .contains(
                            "ignored MALFORMED",
                            "ignored LATE",
                            "ignored WRONG_CODE",
                            "ignored BAD_AUTHENTICATOR",
                            "ignored BAD_MESSAGE_AUTHENTICATOR",
                            "ignored STALE")
                    .doesNotContain("retransmitted");
        }
    }

    @Test
    void forgeries_alone_are_no_answer() {
        try (SimulatedNas nas = SimulatedNas.builder(SECRET)
                .behaviour(NasBehaviour.silent().precededByForgeries(9))
                .start()) {
            NasEndpoint endpoint = endpoint(nas).retransmission(hasty()).build();

            assertThat(answer(client.disconnect(endpoint, ALICE))).isEqualTo(new Answer.TimedOut(3, Optional.empty()));
        }
    }

    @Test
    void vendors_attributes_that_break_readers_do_not_hide_the_answer() {
        try (SimulatedNas nas = SimulatedNas.builder(SECRET)
                .behaviour(NasBehaviour.acknowledgingWithMalformedVendorAttributes())
                .start()) {
            assertThat(answer(client.disconnect(endpoint(nas).build(), ALICE))).isEqualTo(new Answer.Acknowledged());
        }
    }

    @Test
    void octets_after_the_packet_are_padding() {
        NasBehaviour padded = (request, secret) -> {
            byte[] packet = NasAnswer.ack(request, secret).packet();
            return List.of(Arrays.copyOf(packet, packet.length + 7));
        };
        try (SimulatedNas nas = SimulatedNas.builder(SECRET).behaviour(padded).start()) {
            assertThat(answer(client.disconnect(endpoint(nas).build(), ALICE))).isEqualTo(new Answer.Acknowledged());
        }
    }

    @Test
    void a_refusal_without_a_readable_cause_is_a_refusal() {
        NasBehaviour odd = (request, secret) -> List.of(NasAnswer.nak(request, secret)
                .attribute(101, new byte[] {1, 2, 3})
                .attribute(18, new byte[] {(byte) 0xC3})
                .packet());
        try (SimulatedNas nas = SimulatedNas.builder(SECRET).behaviour(odd).start()) {
            assertThat(answer(client.disconnect(endpoint(nas).build(), ALICE)))
                    .isEqualTo(new Answer.Rejected(Optional.empty(), Optional.of("\ufffd"), false));
        }
    }

    @Test
    void every_request_is_answered_through_loss_delay_repetition_and_overtaking() {
        NetworkConditions storm = new NetworkConditions(0.2, 0.2, 0.3, Duration.ofMillis(1), Duration.ofMillis(15));
        try (SimulatedNas nas =
                SimulatedNas.builder(SECRET).network(storm).seed(7).start()) {
            NasEndpoint endpoint = endpoint(nas)
                    .retransmission(new RetransmissionPolicy(
                            Duration.ofMillis(50), Duration.ofMillis(50), 20, Duration.ofSeconds(20), 0.1))
                    .build();
            List<CompletionStage<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                nas.sessions().open(NasSession.of("s" + i, "u" + i, "192.0.2.1"));
                answers.add(client.disconnect(endpoint, session("u" + i, "s" + i)));
            }

            assertThat(answers.stream().map(Situations::answer)).containsOnly(new Answer.Acknowledged());
            assertThat(nas.sessions().all()).isEmpty();
            assertThat(events.told()).contains("retransmitted", "ignored LATE");
        }
    }

    @Test
    void a_503_says_whether_an_earlier_answer_may_have_been_lost() throws Exception {
        NasSessions sessions = new NasSessions().duplicateDetection(false);
        sessions.open(NasSession.of("81a00001", "alice", "192.0.2.1"));
        List<Integer> asked = new ArrayList<>();
        // hostapd's way: the first answer is lost, and the repeated request is a new one to it
        NasBehaviour losing = (request, secret) -> {
            List<byte[]> answer = sessions.answer(request, secret);
            asked.add(request.identifier());
            return asked.size() == 1 ? List.of() : answer;
        };
        try (SimulatedNas nas = SimulatedNas.builder(SECRET).behaviour(losing).start()) {
            Answer answer = answer(
                    client.disconnect(endpoint(nas).retransmission(hasty()).build(), ALICE));

            assertThat(answer)
                    .isEqualTo(new Answer.Rejected(
                            Optional.of(ErrorCause.SESSION_CONTEXT_NOT_FOUND), Optional.empty(), true));
            assertThat(next(nas).packet()).isEqualTo(next(nas).packet());
        }
    }

    @Test
    void a_nas_with_another_secret_cannot_be_told_from_one_that_is_down() {
        try (SimulatedNas nas = SimulatedNas.builder("another-secret-than-ours").start()) {
            NasEndpoint endpoint = endpoint(nas).retransmission(hasty()).build();

            assertThat(answer(client.disconnect(endpoint, ALICE))).isInstanceOf(Answer.TimedOut.class);
        }
    }

    @Test
    void a_closed_port_is_noticed_at_once() {
        NasEndpoint endpoint = endpoint(closedPort()).build();

        Answer answer = answer(client.disconnect(endpoint, ALICE));

        assertThat(((Answer.NotSent) answer).reason()).isEqualTo(Answer.Reason.UNREACHABLE);
        assertThat(events.told()).containsExactly("sent", "not sent UNREACHABLE");
    }

    @Test
    void of_several_requests_to_a_closed_port_none_is_claimed_to_have_had_an_effect() {
        NasEndpoint endpoint = endpoint(closedPort())
                .circuitBreaker(new CircuitBreakerPolicy(1_000, Duration.ofSeconds(30)))
                .build();
        List<CompletionStage<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(client.disconnect(endpoint, ALICE));
        }

        assertThat(answers.stream().map(Situations::answer))
                .allMatch(answer ->
                        answer instanceof Answer.NotSent || answer.equals(new Answer.TimedOut(1, Optional.empty())));
    }

    @Test
    void a_nas_whose_port_closes_under_way_leaves_the_outcome_open() throws Exception {
        NasEndpoint endpoint;
        CompletionStage<Answer> answer;
        try (SimulatedNas nas =
                SimulatedNas.builder(SECRET).behaviour(NasBehaviour.silent()).start()) {
            endpoint = endpoint(nas).retransmission(hasty()).build();
            answer = client.disconnect(endpoint, ALICE);
            next(nas);
        }

        assertThat(answer(answer)).isInstanceOf(Answer.TimedOut.class);
    }

    @Test
    void a_nas_that_comes_back_is_served_again() {
        InetSocketAddress address;
        try (SimulatedNas nas = SimulatedNas.builder(SECRET).start()) {
            address = nas.address();
            assertThat(answer(client.disconnect(endpoint(nas).build(), ALICE))).isInstanceOf(Answer.Rejected.class);
        }
        NasEndpoint endpoint = endpoint(address).build();
        assertThat(answer(client.disconnect(endpoint, ALICE))).isInstanceOf(Answer.NotSent.class);

        try (SimulatedNas again =
                SimulatedNas.builder(SECRET).port(address.getPort()).start()) {
            assertThat(answer(client.disconnect(endpoint(again).build(), ALICE)))
                    .isInstanceOf(Answer.Rejected.class);
        }
    }

    @Test
    void a_nas_that_moved_is_reached_at_its_new_address() throws Exception {
        InetAddress other = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        try (SimulatedNas before = SimulatedNas.builder(SECRET).start();
                SimulatedNas after = SimulatedNas.builder(SECRET).address(other).start()) {
            assertThat(answer(client.disconnect(endpoint(before).build(), ALICE)))
                    .isInstanceOf(Answer.Rejected.class);

            assertThat(answer(client.disconnect(endpoint(after).build(), ALICE)))
                    .isInstanceOf(Answer.Rejected.class);

            assertThat(before.requests()).hasSize(1);
            assertThat(after.requests()).hasSize(1);
        }
    }

    @Test
    void an_answer_from_elsewhere_is_heard_only_where_that_is_expected() {
        try (SimulatedNas nas = SimulatedNas.builder(SECRET).otherSource(true).start()) {
            NasEndpoint deaf = endpoint(nas).retransmission(hasty()).build();
            NasEndpoint hearing = endpoint(nas).anySource(true).build();

            assertThat(answer(client.disconnect(deaf, ALICE))).isInstanceOf(Answer.TimedOut.class);
            assertThat(answer(client.disconnect(hearing, ALICE))).isInstanceOf(Answer.Rejected.class);
        }
    }

    @Test
    void forgeries_from_elsewhere_do_not_hurt_where_answers_from_elsewhere_are_expected() {
        try (SimulatedNas nas = SimulatedNas.builder(SECRET)
                .behaviour(NasBehaviour.acknowledging().precededByForgeries(3))
                .otherSource(true)
                .start()) {
            NasEndpoint endpoint = endpoint(nas).anySource(true).build();

            assertThat(answer(client.disconnect(endpoint, ALICE))).isEqualTo(new Answer.Acknowledged());
        }
    }

    @ParameterizedTest
    @EnumSource(MessageAuthenticatorPolicy.class)
    void the_message_authenticator_is_checked_as_the_policy_says(MessageAuthenticatorPolicy policy) {
        try (SimulatedNas nas = SimulatedNas.builder(SECRET).start()) {
            nas.behave((request, secret) -> List.of(
                    NasAnswer.ack(request, secret).messageAuthenticator().packet()));
            assertThat(isBelieved(nas, policy, true)).isTrue();

            nas.behave(
                    (request, secret) -> List.of(NasAnswer.ack(request, secret).packet()));
            boolean without = policy != MessageAuthenticatorPolicy.REQUIRED;
            assertThat(isBelieved(nas, policy, without)).isEqualTo(without);

            nas.behave((request, secret) -> List.of(
                    NasAnswer.ack(request, secret).attribute(80, new byte[16]).packet()));
            boolean wrong = policy == MessageAuthenticatorPolicy.IGNORED;
            assertThat(isBelieved(nas, policy, wrong)).isEqualTo(wrong);
        }
    }

    /** Waits long for an answer that should be believed, and not for one that should not. */
    private boolean isBelieved(SimulatedNas nas, MessageAuthenticatorPolicy policy, boolean expected) {
        NasEndpoint.Builder endpoint = endpoint(nas).messageAuthenticator(policy);
        return answer(client.disconnect((expected ? endpoint : endpoint.retransmission(hasty())).build(), ALICE))
                instanceof Answer.Acknowledged;
    }

    private static InetSocketAddress closedPort() {
        try (SimulatedNas nas = SimulatedNas.builder(SECRET).start()) {
            return nas.address();
        }
    }
}
