package io.silverdata.contract.adapters.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.adapters.radius.support.Gateways;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.testkit.ContractFixtures;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input is refused with field, value and rule, before anything is written. */
class BadInputTest {
    private static final AccessService FULL = ContractFixtures.accessService(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabases.sqlite(directory.resolve("radius.db"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"o'brien", "a\"b", "100%", "a=b", "a\\b", "{a}", "a;b", "a\nb", ""})
    void a_user_name_that_freeradius_would_escape_is_refused(String name) {
        assertThat(RadiusUser.parse(name).getLeft())
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("radiusUser"))
                .satisfies(refusal -> assertThat(refusal.value()).isEqualTo(name))
                .satisfies(refusal -> assertThat(refusal.allowed()).contains("@._:/-"));
    }

    @Test
    void a_user_name_that_is_too_long_for_an_attribute_is_refused() {
        RadiusUser gothic = new RadiusUser("\ud800\udf30".repeat(64));

        assertRefused(
                new AccessService(FULL.contract(), gothic, FULL.profile(), FULL.rates(), FULL.enforcement()),
                "USER_TOO_LONG",
                "radiusUser",
                "at most 253 octets");
    }

    @Test
    void a_rate_that_a_nas_cannot_be_told_is_refused() {
        try (RadiusGateway gateway = Gateways.builder(database).profile(wispr()).build()) {
            DeviceOutcome outcome = gateway.ensure(new AccessService(
                    FULL.contract(),
                    FULL.user(),
                    FULL.profile(),
                    new Rates(Bandwidth.ofMbps(10_000), FULL.rates().upload()),
                    FULL.enforcement()));

            assertThat(outcome)
                    .asInstanceOf(type(DeviceOutcome.Refused.class))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo("RATE_OUT_OF_RANGE"))
                    .satisfies(
                            refused -> assertThat(refused.detail()).contains("download", "10000 Mbit/s", "4294967295"));
            assertNothingWritten();
        }
    }

    @Test
    void a_value_that_does_not_fit_into_an_attribute_or_is_of_another_kind_is_refused() {
        assertThatThrownBy(() -> RadiusAttribute.text(Attributes.FRAMED_POOL, "x".repeat(254)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Framed-Pool")
                .hasMessageContaining("253");
        assertThat(Attributes.parse("Session-Timeout", "abc").getLeft())
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("Session-Timeout"))
                .satisfies(refusal -> assertThat(refusal.value()).isEqualTo("abc"));
        assertThat(Attributes.parse("No-Such-Attribute", "1").getLeft().value()).isEqualTo("No-Such-Attribute");
    }

    @Test
    void a_secret_that_can_be_guessed_is_refused() {
        assertThatThrownBy(() -> SharedSecret.of("testing123"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("secret")
                .hasMessageContaining("16")
                .hasMessageNotContaining("testing123");
        assertThat(SharedSecret.weak("testing123")).hasToString("SharedSecret[***]");
    }

    @Test
    void a_nas_that_is_our_own_radius_server_is_refused() throws Exception {
        InetAddress radius = InetAddress.getByName("192.0.2.10");
        RadiusGateway.Builder builder = Gateways.withoutNas(database)
                .radiusServer(radius)
                .nas(Gateways.nas(new InetSocketAddress(radius, 3799)));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("192.0.2.10:3799")
                .hasMessageContaining("not of our own RADIUS server");
    }

    @Test
    void a_gateway_without_what_it_needs_is_refused() {
        RadiusGateway.Builder empty = RadiusGateway.builder();
        assertThatThrownBy(empty::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("dataSource is required");
        empty.dataSource(database, database.dialect());
        assertThatThrownBy(empty::build).hasMessage("throttled is required");
        empty.throttled(Gateways.THROTTLED);
        assertThatThrownBy(empty::build).hasMessage("captive is required");
        empty.captive(new HoldGroup(Gateways.THROTTLED.group(), Rates.ofMbps(1, 1)));
        assertThatThrownBy(empty::build).hasMessageContaining("another group than for throttling");
        empty.captive(Gateways.CAPTIVE);
        assertThatThrownBy(empty::build).hasMessage("credentials is required");
        empty.credentials(user -> new Password("a-password"));
        assertThatThrownBy(empty::build).hasMessage("nas or nasTable is required");
        assertThatThrownBy(() -> empty.accountingTimeout(Duration.ofMinutes(2)))
                .hasMessageContaining("accountingTimeout")
                .hasMessageContaining("PT1M");
        assertThatThrownBy(() -> NasSettings.builder(
                                "bng",
                                Gateways.endpoint(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)),
                                wispr())
                        .serves("bng.example.net"))
                .hasMessageContaining("serves")
                .hasMessageContaining("192.0.2.0/24");
    }

    private static NasProfile wispr() {
        return NasProfiles.withCaptivity(
                NasProfiles.wispr(), RadiusAttribute.text(Attributes.WISPR_REDIRECTION_URL, "http://portal.example/"));
    }

    private void assertRefused(AccessService service, String code, String... words) {
        try (RadiusGateway gateway =
                Gateways.withGroups(Gateways.builder(database).build())) {
            assertThat(gateway.ensure(service))
                    .asInstanceOf(type(DeviceOutcome.Refused.class))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(code))
                    .satisfies(refused -> assertThat(refused.detail()).contains(words));
            assertNothingWritten();
        }
    }

    private void assertNothingWritten() {
        assertThat(Stream.of("radcheck", "radreply", "radusergroup")
                        .flatMap(table -> database.rows("select * from " + table).stream()))
                .isEmpty();
    }
}
