package io.silverdata.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "10.0.0.1, 10.0.0.1"
    })
    void an_address_has_one_text(String text, String one) {
        assertThat(IpAddress.parse(text).get().value()).isEqualTo(one);
        assertThat(new IpAddress(text)).isEqualTo(new IpAddress(one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "example.net",
                "203.0.113",
                "203.0.113.256",
                "203.0.113.07",
                " 203.0.113.7",
                "203.0.113.7/32",
                "0.0.0.0",
                "127.0.0.1",
                "169.254.1.1",
                "224.0.0.1",
                "255.255.255.254",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:203.0.113.7",
                "::203.0.113.7",
                "64:ff9b::203.0.113.7",
                "fe80::1",
                "fe80::1%eth0",
                "ff02::1"
            })
    void what_no_subscriber_can_have_is_refused_by_field_and_value(String text) {
        Rejection.InvalidValue refusal = IpAddress.parse(text).getLeft();

        assertThat(refusal.field()).isEqualTo("ipAddress");
        assertThat(refusal.value()).isEqualTo(text);
        assertThatIllegalArgumentException().isThrownBy(() -> new IpAddress(text));
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.64/28, 4c6336440, 4c633644f",
        "203.0.113.7/32, 4cb007107, 4cb007107",
        "10.0.0.0/8, 40a000000, 40affffff",
        "2001:DB8:0:40::/58, 620010db8000000400000000000000000, 620010db80000007fffffffffffffffff"
    })
    void a_network_is_the_range_of_its_addresses(String text, String first, String last) {
        IpPrefix prefix = IpPrefix.parse(text).get();

        assertThat(prefix.first()).isEqualTo(first);
        assertThat(prefix.last()).isEqualTo(last);
        assertThat(IpPrefix.between(first, last)).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "198.51.100.65/28",
                "198.51.100.64",
                "198.51.100.64/33",
                "198.51.100.64/028",
                "198.51.100.64/-1",
                "0.0.0.0/0",
                "10.0.0.0/7",
                "128.0.0.0/1",
                "2001:db8::/129",
                "2000::/3",
                "2001:db8::1/64",
                "::/16",
                "net/24",
                "/24"
            })
    void what_is_no_network_of_subscribers_is_refused(String text) {
        assertThat(IpPrefix.parse(text).getLeft().field()).isEqualTo("ipPrefix");
        assertThatIllegalArgumentException().isThrownBy(() -> new IpPrefix(text));
    }

    @Test
    void a_range_that_is_no_network_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> IpPrefix.between("4c6336441", "4c633644f"));
        assertThatIllegalArgumentException().isThrownBy(() -> IpPrefix.between("4c6336440", "4c633644e"));
    }

    @Test
    void two_networks_are_apart_or_one_lies_within_the_other() {
        IpPrefix network = new IpPrefix("198.51.100.64/28");

        assertThat(network.overlaps(new IpPrefix("198.51.100.64/32"))).isTrue();
        assertThat(network.overlaps(new IpPrefix("198.51.100.0/24"))).isTrue();
        assertThat(network.contains(new IpPrefix("198.51.100.0/24"))).isFalse();
        assertThat(network.overlaps(new IpPrefix("198.51.100.80/28"))).isFalse();
        assertThat(network.overlaps(new IpPrefix("2001:db8::/32"))).isFalse();
    }

    @Test
    void settings_hold_the_widest_of_their_networks() {
        AccessSettings settings = AccessSettings.NONE
                .with(new IpAddress("198.51.100.65"))
                .with(FramedRoute.to(new IpPrefix("198.51.100.64/28")))
                .withPrefix(new IpPrefix("2001:db8:1::/64"))
                .withDelegatedPrefix(new IpPrefix("2001:db8:1::/56"));

        assertThat(settings.networks())
                .containsExactly(new IpPrefix("198.51.100.64/28"), new IpPrefix("2001:db8:1::/56"));
    }

    @Test
    void settings_refuse_a_network_of_the_other_family_and_a_destination_twice() {
        FramedRoute route = FramedRoute.to(new IpPrefix("198.51.100.64/28"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessSettings.NONE.with(new IpAddress("2001:db8::1")))
                .withMessageContaining("address")
                .withMessageContaining("IPv4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessSettings.NONE.withPrefix(new IpPrefix("198.51.100.64/28")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessSettings.NONE.with(route).with(route.over(new IpAddress("198.51.100.65"))));
        assertThatIllegalArgumentException().isThrownBy(() -> route.over(new IpAddress("2001:db8::1")));
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.64/28, 198.51.100.64/28 0.0.0.0 1",
        "198.51.100.64/28 203.0.113.1, 198.51.100.64/28 203.0.113.1 1",
        "198.51.100.64/28 0.0.0.0 20, 198.51.100.64/28 0.0.0.0 20",
        "2001:DB8::/56 :: 1, 2001:db8::/56 :: 1"
    })
    void a_route_is_read_as_RADIUS_has_it(String text, String one) {
        assertThat(FramedRoute.parse(text).get()).hasToString(one);
    }

    @Test
    void a_route_that_is_none_is_refused() {
        for (String text :
                List.of("", "198.51.100.64/28 2001:db8::1", "198.51.100.64/28 0.0.0.0 256", "x y z", "a b c d")) {
            assertThat(FramedRoute.parse(text).isLeft()).as(text).isTrue();
        }
    }

    @Test
    void attributes_that_have_a_place_of_their_own_or_that_RADIUS_works_by_are_not_to_be_allowed() {
        for (String name : List.of(
                "Framed-IP-Address",
                "framed-route",
                "Delegated-IPv6-Prefix",
                "Class",
                "Cleartext-Password",
                "Fall-Through")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> AllowedReplyAttribute.once(name, AllowedReplyAttribute.Type.TEXT));
        }
        assertThat(ReplyAttribute.parse("Filter-Id", "`reboot`").isLeft()).isTrue();
        assertThat(ReplyAttribute.parse("Filter-Id", "\"%{User-Name}\"").isLeft())
                .isTrue();
        assertThat(ReplyAttribute.parse("Filter Id", "gold").isLeft()).isTrue();
    }
}
