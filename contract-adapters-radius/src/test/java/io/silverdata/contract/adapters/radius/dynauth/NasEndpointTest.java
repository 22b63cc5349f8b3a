package io.silverdata.contract.adapters.radius.dynauth;

import static io.silverdata.contract.adapters.radius.dynauth.Situations.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Settings out of range are refused by name, and a secret is never shown. */
class NasEndpointTest {
    private final InetAddress address = InetAddress.getLoopbackAddress();
    private final SharedSecret secret = SharedSecret.of(SECRET);

    @Test
    void a_secret_has_at_least_16_octets_unless_it_is_said_to_be_weak() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SharedSecret.of("fifteen-octets!"))
                .withMessage(
                        "secret must be 16 to 128 octets; SharedSecret.weak(..) takes shorter ones, was 15 octets long")
                .withMessageNotContaining("fifteen-octets!");
        assertThat(SharedSecret.weak("x").octets()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> SharedSecret.weak(""));
        assertThatIllegalArgumentException().isThrownBy(() -> SharedSecret.of("x".repeat(129)));
    }

    @Test
    void a_secret_is_never_shown() {
        NasEndpoint endpoint = NasEndpoint.of(address, secret);

        assertThat(List.of(secret.toString(), endpoint.toString()))
                .containsExactly("SharedSecret[***]", "127.0.0.1:3799");
    }

    @Test
    void endpoints_of_the_same_settings_are_one() {
        NasEndpoint one =
                NasEndpoint.builder(address, SharedSecret.of(SECRET)).port(1700).build();

        assertThat(one)
                .isEqualTo(NasEndpoint.builder(address, secret).port(1700).build())
                .hasSameHashCodeAs(
                        NasEndpoint.builder(address, secret).port(1700).build())
                .isNotEqualTo(NasEndpoint.builder(address, secret).build())
                .isNotEqualTo(NasEndpoint.builder(address, SharedSecret.of("another-secret-than-ours"))
                        .port(1700)
                        .build());
    }

    @Test
    void an_ipv6_address_is_written_in_brackets() throws UnknownHostException {
        assertThat(NasEndpoint.of(InetAddress.getByName("2001:db8::1"), secret))
                .hasToString("[2001:db8:0:0:0:0:0:1]:3799");
    }

    @Test
    void settings_out_of_range_are_refused() throws UnknownHostException {
        List<Consumer<NasEndpoint.Builder>> wrong = List.of(
                builder -> builder.port(0),
                builder -> builder.port(65_536),
                builder -> builder.inFlight(0),
                builder -> builder.inFlight(1_025),
                builder -> builder.queue(-1),
                builder -> builder.sourcePorts(0),
                builder -> builder.sourcePorts(257),
                builder -> builder.clockTolerance(Duration.ZERO),
                builder -> builder.identifierReuseDelay(Duration.ofMinutes(6)),
                builder -> builder.identifierReuseDelay(Duration.ofNanos(-1)));

        assertThat(wrong)
                .allSatisfy(setting -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> setting.accept(NasEndpoint.builder(address, secret)))
                        .withMessageContaining(" must be "));
        InetAddress anywhere = InetAddress.getByName("0.0.0.0");
        InetAddress many = InetAddress.getByName("224.0.0.1");
        assertThatIllegalArgumentException().isThrownBy(() -> NasEndpoint.of(anywhere, secret));
        assertThatIllegalArgumentException().isThrownBy(() -> NasEndpoint.of(many, secret));
    }

    @Test
    void policies_out_of_range_are_refused() {
        Duration second = Duration.ofSeconds(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetransmissionPolicy(second, second, 1, Duration.ofSeconds(31), 0))
                .withMessage("deadline must be PT1S to PT30S, was \"PT31S\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetransmissionPolicy(second, Duration.ofMillis(999), 1, second, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetransmissionPolicy(second, second, 0, second, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetransmissionPolicy(second, second, 1, second, 0.6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetransmissionPolicy(second, second, 1, second, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new CircuitBreakerPolicy(0, second));
        assertThatIllegalArgumentException().isThrownBy(() -> new CircuitBreakerPolicy(1, Duration.ZERO));
    }

    @Test
    void error_causes_have_the_names_of_the_registry_and_unknown_ones_none() {
        assertThat(ErrorCause.SESSION_CONTEXT_NOT_FOUND).hasToString("503 Session-Context-Not-Found");
        assertThat(new ErrorCause(4_294_967_295L)).hasToString("4294967295");
        assertThat(new ErrorCause(503)).isEqualTo(ErrorCause.SESSION_CONTEXT_NOT_FOUND);
        assertThatIllegalArgumentException().isThrownBy(() -> new ErrorCause(-1));
    }
}
