package io.silverdata.contract.adapters.radius.dynauth;

import static io.silverdata.contract.adapters.radius.dynauth.Situations.ALICE;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.answer;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.endpoint;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.hasty;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.peer.FreeRadius;
import io.silverdata.contract.adapters.radius.peer.RadClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** FreeRADIUS' listener for dynamic authorization understands what we send, and we what it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreeRadiusCoaIT {
    private FreeRadius radius;
    private DynamicAuthorizationClient client;

    @BeforeAll
    void start() {
        radius = FreeRadius.builder().messageAuthenticatorRequired(true).start();
    }

    @AfterAll
    void stop() {
        if (radius != null) {
            radius.close();
        }
    }

    @BeforeEach
    void open() {
        client = DynamicAuthorizationClient.builder().open();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void freeradius_acknowledges_a_signed_request_and_drops_another() {
        assertThat(answer(client.disconnect(endpoint(radius.coa()).build(), ALICE)))
                .isEqualTo(new Answer.Acknowledged());
        assertThat(answer(client.changeAuthorization(endpoint(radius.coa()).build(), everyAttribute())))
                .isEqualTo(new Answer.Acknowledged());
        assertThat(new RadClient()
                        .send(radius.coa(), "disconnect", FreeRadius.SECRET, "User-Name=alice")
                        .printed())
                .contains("No reply");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 401, 402, 403, 404, 405, 406, 407, 501, 502, 503, 504, 505, 506, 507, 508, 65_000})
    void freeradius_refuses_with_any_error_cause(int code) {
        Answer answer = answer(client.changeAuthorization(endpoint(radius.coa()).build(), session("ec" + code, "1")));

        assertThat(answer).isEqualTo(new Answer.Rejected(Optional.of(new ErrorCause(code)), Optional.empty(), false));
    }

    @Test
    void freeradius_refuses_with_a_reply_message() {
        Answer answer = answer(client.disconnect(endpoint(radius.coa()).build(), session("ghost", "1")));

        assertThat(answer)
                .isEqualTo(new Answer.Rejected(
                        Optional.of(ErrorCause.SESSION_CONTEXT_NOT_FOUND), Optional.of("no such session"), false));
    }

    @Test
    void freeradius_does_not_answer_where_it_is_told_not_to() {
        NasEndpoint endpoint = endpoint(radius.coa()).retransmission(hasty()).build();

        assertThat(answer(client.disconnect(endpoint, session("silent", "1"))))
                .isEqualTo(new Answer.TimedOut(3, Optional.empty()));
    }

    @Test
    void freeradius_does_not_answer_another_secret() {
        NasEndpoint endpoint = NasEndpoint.builder(
                        radius.coa().getAddress(), SharedSecret.of("another-secret-than-its"))
                .port(radius.coa().getPort())
                .retransmission(hasty())
                .build();

        assertThat(answer(client.disconnect(endpoint, ALICE))).isInstanceOf(Answer.TimedOut.class);
        assertThat(answer(client.disconnect(endpoint(radius.coa()).build(), ALICE)))
                .isEqualTo(new Answer.Acknowledged());
    }

    @Test
    void freeradius_answers_thousands_in_a_row_without_a_retransmission() {
        Events events = new Events();
        NasEndpoint endpoint = endpoint(radius.coa())
                .queue(5_000)
                .identifierReuseDelay(Duration.ZERO)
                .build();
        try (DynamicAuthorizationClient counting =
                DynamicAuthorizationClient.builder().listener(events).open()) {
            List<CompletionStage<Answer>> answers = IntStream.range(0, 5_000)
                    .mapToObj(i -> counting.disconnect(endpoint, session("user" + i, "session" + i)))
                    .toList();

            assertThat(answers.stream().map(Situations::answer)).containsOnly(new Answer.Acknowledged());
            assertThat(events.told()).doesNotContain("ignored BAD_AUTHENTICATOR", "timed out");
        }
    }

    private static List<RadiusAttribute> everyAttribute() {
        List<RadiusAttribute> attributes = new ArrayList<>(ALICE);
        attributes.add(RadiusAttribute.text(Attributes.MIKROTIK_RATE_LIMIT, "10M/100M"));
        attributes.add(RadiusAttribute.text(Attributes.CISCO_AVPAIR, "subscriber:sub-qos-policy-in=UP-10M"));
        attributes.add(RadiusAttribute.text(Attributes.CISCO_AVPAIR, "subscriber:sub-qos-policy-out=DOWN-100M"));
        attributes.add(RadiusAttribute.text(Attributes.ERX_SERVICE_ACTIVATE, 1, "svc(10m,100m)"));
        attributes.add(RadiusAttribute.integer(Attributes.HUAWEI_OUTPUT_AVERAGE_RATE, 4_294_967_295L));
        attributes.add(RadiusAttribute.text(Attributes.ALC_SLA_PROF_STR, "home-100"));
        attributes.add(RadiusAttribute.integer(Attributes.WISPR_BANDWIDTH_MAX_DOWN, 100_000_000));
        return attributes;
    }
}
