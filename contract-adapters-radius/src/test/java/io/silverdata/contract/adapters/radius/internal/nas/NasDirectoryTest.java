package io.silverdata.contract.adapters.radius.internal.nas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.dynauth.SharedSecret;
import io.silverdata.contract.adapters.radius.internal.sql.RadiusDatabase;
import io.silverdata.contract.adapters.radius.nas.NasSettings;
import io.silverdata.contract.adapters.radius.nas.NasTableSettings;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.adapters.radius.session.Session;
import io.silverdata.contract.adapters.radius.support.TestDatabase;
import io.silverdata.contract.adapters.radius.support.TestDatabases;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which NAS a session is at. */
class NasDirectoryTest {
    private static final NasProfile MIKROTIK = NasProfiles.mikrotik();
    private static final NasProfile HUAWEI = NasProfiles.huawei();
    private static final String SECRET = "a-secret-of-the-tests";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabases.sqlite(directory.resolve("radius.db"));
    }

    @Test
    void the_longest_prefix_of_the_configuration_wins() {
        NasDirectory nases = configured(nas("all", "10.0.0.0/8"), nas("one", "10.1.2.3"), nas("some", "10.1.0.0/16"));

        assertThat(only(nases, "10.1.2.3").name()).isEqualTo("one");
        assertThat(only(nases, "10.1.2.4").name()).isEqualTo("some");
        assertThat(only(nases, "10.2.2.4").name()).isEqualTo("all");
    }

    @Test
    void a_nas_serves_the_address_of_its_endpoint_unless_told_otherwise() {
        NasDirectory nases = configured(NasSettings.of("one", endpoint("10.1.2.3"), MIKROTIK));

        assertThat(only(nases, "10.1.2.3").name()).isEqualTo("one");
        assertThat(nases.find(at("10.1.2.4")).getLeft().code()).isEqualTo("NAS_UNKNOWN");
    }

    @Test
    void the_table_is_read_where_the_configuration_does_not_know() {
        row("10.1.0.0/16", "net", "other", SECRET);
        row("10.1.2.3", "exact", "huawei", SECRET);
        row("bng.example.net", "by-name", "other", SECRET);
        NasDirectory nases = withTable(NasTableSettings.of(MIKROTIK), Set.of(), nas("configured", "10.9.9.9"));

        assertThat(only(nases, "10.9.9.9").name()).isEqualTo("configured");
        NasSettings exact = only(nases, "10.1.2.3");
        assertThat(exact.name()).isEqualTo("exact");
        assertThat(exact.profile()).as("by its type").isSameAs(HUAWEI);
        NasSettings net = only(nases, "10.1.7.7");
        assertThat(net.name()).isEqualTo("net");
        assertThat(net.profile()).isSameAs(MIKROTIK);
        assertThat(net.endpoint()).hasToString("10.1.7.7:3799");
        assertThat(nases.find(at("10.2.0.1")).getLeft())
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.detail()).contains("nasipaddress", "10.2.0.1"));
    }

    @Test
    void a_nas_of_the_table_takes_requests_at_the_port_of_the_settings() {
        row("10.1.2.3", "", "other", SECRET);
        NasDirectory nases = withTable(new NasTableSettings(MIKROTIK, 1700, false), Set.of());

        assertThat(only(nases, "10.1.2.3")).hasToString("10.1.2.3 (10.1.2.3:1700)");
    }

    @Test
    void a_row_with_a_secret_that_can_be_guessed_is_refused_unless_that_is_allowed() {
        row("10.1.2.3", "exact", "other", "testing123");

        Refused refused = withTable(NasTableSettings.of(MIKROTIK), Set.of())
                .find(at("10.1.2.3"))
                .getLeft();
        assertThat(refused.code()).isEqualTo("NAS_ROW_INVALID");
        assertThat(refused.detail()).contains("10.1.2.3", "secret", "16").doesNotContain("testing123");

        assertThat(only(withTable(new NasTableSettings(MIKROTIK, 3799, true), Set.of()), "10.1.2.3")
                        .name())
                .isEqualTo("exact");
    }

    @Test
    void our_own_radius_server_is_refused_unless_it_is_a_proxy() {
        Set<InetAddress> own = Set.of(address("10.0.0.1"));
        NasSettings wrong = nas("radius", "10.1.2.3", "10.0.0.1");
        NasSettings proxy = NasSettings.builder("proxy", endpoint("10.0.0.1"), MIKROTIK)
                .serves("10.1.2.3")
                .proxy(true)
                .build();

        assertThatThrownBy(() -> new NasDirectory(List.of(wrong), own, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nas radius")
                .hasMessageContaining("10.0.0.1")
                .hasMessageContaining("not of our own RADIUS server");
        assertThat(only(new NasDirectory(List.of(proxy), own, Optional.empty()), "10.1.2.3"))
                .isSameAs(proxy);
    }

    @Test
    void a_row_of_the_table_that_is_our_own_radius_server_is_refused() {
        row("10.0.0.0/24", "loop", "other", SECRET);

        Refused refused = withTable(NasTableSettings.of(MIKROTIK), Set.of(address("10.0.0.1")))
                .find(at("10.0.0.1"))
                .getLeft();

        assertThat(refused.code()).isEqualTo("NAS_IS_RADIUS_SERVER");
    }

    @Test
    void two_nases_that_serve_one_address_are_refused_by_both_their_names() {
        assertThatThrownBy(
                        () -> configured(nas("east", "10.1.2.3", "10.255.0.1"), nas("west", "10.1.2.3", "10.255.0.2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("west")
                .hasMessageContaining("10.1.2.3")
                .hasMessageContaining("east");
        assertThatThrownBy(() -> configured(nas("one", "10.0.0.0/8"), nas("other", "10.7.7.7/8")))
                .as("one network, written in two ways")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nases_at_one_address_are_told_apart_by_their_ports() {
        NasSettings east = onPorts("east", "ether1-");
        NasSettings west = onPorts("west", "ether2-");
        NasDirectory nases = configured(east, west);

        assertThat(nases.find(at("10.1.2.3", Optional.of("ether2-100"))).get()).containsExactly(west);
        assertThat(nases.find(at("10.1.2.3")).get()).as("no port is known").containsExactly(east, west);
        assertThat(nases.find(at("10.1.2.3", Optional.of("lte1"))).isLeft()).isTrue();
        assertThatThrownBy(() -> configured(onPorts("all", "ether"), onPorts("some", "ether2-")))
                .as("a port of some is one of all")
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rows_of_one_address_with_other_secrets_are_refused() {
        row("10.1.2.3", "east", "other", SECRET);
        row("10.1.2.3", "west", "other", SECRET + "-of-the-west");
        row("10.1.2.4", "once", "other", SECRET);
        row("10.1.2.4", "again", "other", SECRET);
        NasDirectory nases = withTable(NasTableSettings.of(MIKROTIK), Set.of());

        Refused refused = nases.find(at("10.1.2.3")).getLeft();
        assertThat(refused.code()).isEqualTo("NAS_ROW_AMBIGUOUS");
        assertThat(refused.detail()).contains("east", "west", "10.1.2.3").doesNotContain(SECRET);
        assertThat(only(nases, "10.1.2.4").endpoint()).as("the same row twice").hasToString("10.1.2.4:3799");
    }

    private static NasSettings only(NasDirectory nases, String nasAddress) {
        List<NasSettings> found = nases.find(at(nasAddress)).get();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static NasSettings onPorts(String name, String ports) {
        return NasSettings.builder(name, endpoint("10.255.0.1"), MIKROTIK)
                .serves("10.1.2.3")
                .portIds(ports)
                .build();
    }

    private static NasDirectory configured(NasSettings... nases) {
        return new NasDirectory(List.of(nases), Set.of(), Optional.empty());
    }

    private NasDirectory withTable(NasTableSettings settings, Set<InetAddress> own, NasSettings... nases) {
        RadiusDatabase radius = database.radiusDatabase();
        return new NasDirectory(
                List.of(nases), own, Optional.of(new NasTable(radius, List.of(MIKROTIK, HUAWEI), settings)));
    }

    private static NasSettings nas(String name, String serves) {
        return nas(name, serves, "10.255.0.1");
    }

    private static NasSettings nas(String name, String serves, String endpoint) {
        return NasSettings.builder(name, endpoint(endpoint), MIKROTIK)
                .serves(serves)
                .build();
    }

    private static NasEndpoint endpoint(String address) {
        return NasEndpoint.of(address(address), SharedSecret.of(SECRET));
    }

    private void row(String name, String shortName, String type, String secret) {
        database.run("insert into nas (nasname, shortname, type, secret) values ('" + name + "', '" + shortName + "', '"
                + type + "', '" + secret + "')");
    }

    private static Session at(String nasAddress) {
        return at(nasAddress, Optional.empty());
    }

    private static Session at(String nasAddress, Optional<String> nasPortId) {
        return new Session(
                "u",
                "s",
                new RadiusUser("alice"),
                "alice",
                nasAddress,
                nasPortId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(text, impossible);
        }
    }
}
