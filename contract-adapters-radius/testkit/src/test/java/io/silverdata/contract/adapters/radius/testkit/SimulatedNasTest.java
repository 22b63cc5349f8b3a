package io.silverdata.contract.adapters.radius.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.dynauth.Answer;
import io.silverdata.contract.adapters.radius.dynauth.DynamicAuthorizationClient;
import io.silverdata.contract.adapters.radius.dynauth.ErrorCause;
import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.RetransmissionPolicy;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the simulated NAS promises to those who test with it. */
class SimulatedNasTest {
    private static final String SECRET = "secret-of-the-simulated-nas";
    private static final NasSession ALICE = NasSession.of("81a00001", "alice", "198.51.100.9");

    private final List<String> accounted = new ArrayList<>();
    private final NasSessions sessions = new NasSessions()
            .onStop(session -> accounted.add("stop " + session.sessionId()))
            .onChange(session -> accounted.add("change " + session.applied()));
    private final SimulatedNas nas =
            SimulatedNas.builder(SECRET).sessions(sessions).start();
    private final DynamicAuthorizationClient client =
            DynamicAuthorizationClient.builder().open();

    @AfterEach
    void close() {
        client.close();
        nas.close();
    }

    @Test
    void a_disconnect_closes_the_session_it_identifies_and_accounts_for_it() {
        sessions.open(ALICE);
        sessions.open(NasSession.of("81a00002", "alice", "198.51.100.10"));

        assertThat(disconnect("alice", "81a00001")).isEqualTo(new Answer.Acknowledged());

        assertThat(sessions.all()).extracting(NasSession::sessionId).containsExactly("81a00002");
        assertThat(accounted).containsExactly("stop 81a00001");
    }

    @Test
    void a_change_is_applied_to_the_session_and_accounted_for() {
        sessions.open(ALICE);

        Answer answer = change(RadiusAttribute.text(Attributes.MIKROTIK_RATE_LIMIT, "1M/1M"));

        assertThat(answer).isEqualTo(new Answer.Acknowledged());
        assertThat(accounted).containsExactly("change {14988:8=1M/1M}");
    }

    @Test
    void a_request_for_no_session_or_for_several_is_refused() {
        assertThat(cause(disconnect("alice", "81a00001"))).contains(ErrorCause.SESSION_CONTEXT_NOT_FOUND);

        sessions.open(ALICE);
        sessions.open(NasSession.of("81a00002", "alice", "198.51.100.10"));

        Answer several = client.disconnect(endpoint(), List.of(RadiusAttribute.text(Attributes.USER_NAME, "alice")))
                .toCompletableFuture()
                .join();
        assertThat(cause(several)).contains(ErrorCause.MULTIPLE_SESSION_SELECTION_UNSUPPORTED);
    }

    @Test
    void quirks_are_those_of_real_nases() {
        sessions.open(ALICE);

        sessions.acknowledgingOnly(true);
        assertThat(disconnect("alice", "81a00001")).isEqualTo(new Answer.Acknowledged());
        assertThat(sessions.all()).containsExactly(ALICE);

        sessions.unsupportedAttribute(14988, 8);
        assertThat(cause(change(RadiusAttribute.text(Attributes.MIKROTIK_RATE_LIMIT, "1M/1M"))))
                .contains(ErrorCause.UNSUPPORTED_ATTRIBUTE);
    }

    @Test
    void requests_are_kept_until_they_are_taken() throws InterruptedException {
        disconnect("alice", "s1");
        disconnect("alice", "s2");
        disconnect("alice", "s3");

        assertThat(nas.nextRequest(Duration.ofSeconds(5)).text(44)).contains("s1");
        assertThat(nas.requests()).hasSize(2);
        assertThat(nas.takeRequests())
                .extracting(request -> request.text(44).orElseThrow())
                .containsExactly("s2", "s3");
        assertThat(nas.requests()).isEmpty();
        assertThatThrownBy(() -> nas.nextRequest(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no request arrived at SimulatedNas[");
    }

    @Test
    void a_request_with_another_secret_is_dropped() {
        try (SimulatedNas other =
                SimulatedNas.builder("secret-that-nobody-shares").start()) {
            Answer answer = client.disconnect(endpoint(other), List.of(RadiusAttribute.text(Attributes.USER_NAME, "a")))
                    .toCompletableFuture()
                    .join();

            assertThat(answer).isInstanceOf(Answer.TimedOut.class);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void a_behaviour_that_throws_is_reported_when_the_nas_is_closed_and_does_not_end_it() {
        AtomicInteger calls = new AtomicInteger();
        SimulatedNas failing = SimulatedNas.builder(SECRET)
                .behaviour((request, secret) -> {
                    if (calls.incrementAndGet() == 1) {
                        throw new AssertionError("of the test");
                    }
                    return NasBehaviour.acknowledging().answer(request, secret);
                })
                .start();

        Answer answer = client.disconnect(endpoint(failing), List.of(RadiusAttribute.text(Attributes.USER_NAME, "a")))
                .toCompletableFuture()
                .join();

        assertThat(answer).as("to the retransmission").isEqualTo(new Answer.Acknowledged());
        assertThatThrownBy(failing::close)
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("of the test");
        failing.close();
    }

    @Test
    void network_conditions_out_of_range_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NetworkConditions(1.1, 0, 0, Duration.ZERO, Duration.ZERO))
                .withMessage("requestLoss must be 0 to 1, was 1.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkConditions.delayed(Duration.ofMillis(-1)))
                .withMessageContaining("delay");
    }

    private Answer disconnect(String user, String sessionId) {
        return client.disconnect(
                        endpoint(),
                        List.of(
                                RadiusAttribute.text(Attributes.USER_NAME, user),
                                RadiusAttribute.text(Attributes.ACCT_SESSION_ID, sessionId)))
                .toCompletableFuture()
                .join();
    }

    private Answer change(RadiusAttribute attribute) {
        return client.changeAuthorization(
                        endpoint(),
                        List.of(RadiusAttribute.text(Attributes.ACCT_SESSION_ID, ALICE.sessionId()), attribute))
                .toCompletableFuture()
                .join();
    }

    private NasEndpoint endpoint() {
        return endpoint(nas);
    }

    private static NasEndpoint endpoint(SimulatedNas nas) {
        return NasEndpoint.builder(nas.address().getAddress(), SharedSecret.of(SECRET))
                .port(nas.address().getPort())
                .retransmission(new RetransmissionPolicy(
                        Duration.ofMillis(100), Duration.ofMillis(200), 3, Duration.ofSeconds(1), 0))
                .build();
    }

    private static Optional<ErrorCause> cause(Answer answer) {
        return ((Answer.Rejected) answer).cause();
    }
}
