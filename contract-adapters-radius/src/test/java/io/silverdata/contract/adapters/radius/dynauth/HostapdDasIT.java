package io.silverdata.contract.adapters.radius.dynauth;

import static io.silverdata.contract.adapters.radius.dynauth.Situations.answer;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.endpoint;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.hasty;
import static io.silverdata.contract.adapters.radius.dynauth.Situations.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.peer.Hostapd;
import io.silverdata.contract.adapters.radius.peer.RadClient;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** hostapd answers what is signed and of this time, refuses what it does not know, and drops everything else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostapdDasIT {
    private static final String SESSION = "0123456789ABCDEF";

    private Hostapd hostapd;

    @BeforeAll
    void start() {
        hostapd = Hostapd.start();
    }

    @AfterAll
    void stop() {
        if (hostapd != null) {
            hostapd.close();
        }
    }

    @Test
    void hostapd_answers_a_signed_request_and_signs_its_answer() {
        // it has no sessions: that it says so proves that it believed the request
        assertThat(ask(Clock.systemUTC(), MessageAuthenticatorPolicy.REQUIRED, session("nobody", SESSION)))
                .isEqualTo(refused(503));
    }

    @Test
    void hostapd_drops_a_request_that_is_not_signed() {
        RadClient client = new RadClient();
        String attributes = "User-Name=nobody,Acct-Session-Id=" + SESSION;
        String timestamp = ",Event-Timestamp=" + Instant.now().getEpochSecond();

        assertThat(client.send(hostapd.das(), "disconnect", Hostapd.SECRET, attributes)
                        .printed())
                .contains("No reply");
        assertThat(client.send(hostapd.das(), "disconnect", Hostapd.SECRET, attributes + timestamp)
                        .printed())
                .contains("No reply");
        assertThat(client.send(
                        hostapd.das(),
                        "disconnect",
                        Hostapd.SECRET,
                        attributes + timestamp + ",Message-Authenticator=0x00"))
                .matches(reply -> reply.is("Disconnect-NAK"));
    }

    @ParameterizedTest
    @CsvSource({"-310, false", "-290, true", "290, true", "310, false"})
    void hostapd_answers_within_its_window_of_time_only(long secondsOff, boolean answers) {
        Clock clock = Clock.fixed(Instant.now().plusSeconds(secondsOff), ZoneOffset.UTC);

        Answer answer = ask(clock, MessageAuthenticatorPolicy.CHECKED_WHEN_PRESENT, session("nobody", SESSION));

        assertThat(answer instanceof Answer.Rejected).isEqualTo(answers);
    }

    @Test
    void hostapd_names_what_is_wrong_with_a_request() throws UnknownHostException {
        assertThat(askWith(RadiusAttribute.address(
                        Attributes.FRAMED_IP_ADDRESS, InetAddress.getByAddress(new byte[] {10, 0, 0, 1}))))
                .isEqualTo(refused(401));
        assertThat(askWith(RadiusAttribute.text(Attributes.MIKROTIK_RATE_LIMIT, "1M/1M")))
                .isEqualTo(refused(401));
        assertThat(askWith(RadiusAttribute.address(
                        Attributes.NAS_IP_ADDRESS, InetAddress.getByAddress(new byte[] {10, 0, 0, 1}))))
                .isEqualTo(refused(403));
        assertThat(askWith(RadiusAttribute.text(Attributes.NAS_IDENTIFIER, "another")))
                .isEqualTo(refused(403));
        assertThat(askWith(RadiusAttribute.text(Attributes.NAS_IDENTIFIER, Hostapd.IDENTIFIER)))
                .isEqualTo(refused(503));
        assertThat(askWith(RadiusAttribute.text(Attributes.CALLING_STATION_ID, "not a MAC")))
                .isEqualTo(refused(407));
    }

    private Answer askWith(RadiusAttribute attribute) {
        List<RadiusAttribute> attributes = new ArrayList<>(session("nobody", SESSION));
        attributes.add(attribute);
        return ask(Clock.systemUTC(), MessageAuthenticatorPolicy.REQUIRED, attributes);
    }

    private Answer ask(Clock clock, MessageAuthenticatorPolicy policy, List<RadiusAttribute> attributes) {
        NasEndpoint endpoint = endpoint(hostapd.das())
                .messageAuthenticator(policy)
                .clockTolerance(Duration.ofHours(1))
                .retransmission(hasty())
                .build();
        try (DynamicAuthorizationClient client =
                DynamicAuthorizationClient.builder().clock(clock).open()) {
            return answer(client.disconnect(endpoint, attributes));
        }
    }

    private static Answer refused(int cause) {
        return new Answer.Rejected(Optional.of(new ErrorCause(cause)), Optional.empty(), false);
    }
}
