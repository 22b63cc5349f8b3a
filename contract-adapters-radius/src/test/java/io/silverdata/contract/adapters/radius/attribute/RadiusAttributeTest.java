package io.silverdata.contract.adapters.radius.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.model.Rejection;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that does not fit is refused where it is given, and never sent otherwise than it was meant. */
class RadiusAttributeTest {
    private static final AttributeType PASSWORD = AttributeType.standard("User-Password", 2, ValueKind.SECRET);
    private static final AttributeType TAGGED_NUMBER =
            new AttributeType("ERX-Service-Activate-Type", Attributes.ERX, 173, ValueKind.INTEGER, true);

    @Test
    void text_has_1_to_253_octets_and_a_vendors_247() {
        assertThat(RadiusAttribute.text(Attributes.FILTER_ID, "é".repeat(126)).value())
                .hasSize(252);
        assertThat(RadiusAttribute.text(Attributes.CISCO_AVPAIR, "x".repeat(247))
                        .value())
                .hasSize(247);
        assertThat(RadiusAttribute.text(Attributes.ERX_SERVICE_ACTIVATE, 31, "x".repeat(246))
                        .value())
                .hasSize(247);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.text(Attributes.FILTER_ID, ""))
                .withMessage("Filter-Id must be 1 to 253 octets, was \"\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.text(Attributes.FILTER_ID, "é".repeat(127)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.text(Attributes.CISCO_AVPAIR, "x".repeat(248)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.text(Attributes.ERX_SERVICE_ACTIVATE, 1, "x".repeat(247)));
        assertThatIllegalArgumentException().isThrownBy(() -> RadiusAttribute.text(Attributes.FILTER_ID, "two\nlines"));
    }

    @Test
    void numbers_are_unsigned_and_of_32_bits_or_24_behind_a_tag() {
        assertThat(RadiusAttribute.integer(Attributes.SESSION_TIMEOUT, 3_000_000_000L)
                        .text())
                .isEqualTo("3000000000");
        assertThat(RadiusAttribute.integer(TAGGED_NUMBER, 2, 0xABCDEF).value())
                .isEqualTo(new byte[] {2, (byte) 0xAB, (byte) 0xCD, (byte) 0xEF});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.integer(Attributes.SESSION_TIMEOUT, 4_294_967_296L))
                .withMessage("Session-Timeout must be 0 to 4294967295, was \"4294967296\"");
        assertThatIllegalArgumentException().isThrownBy(() -> RadiusAttribute.integer(Attributes.SESSION_TIMEOUT, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> RadiusAttribute.integer(TAGGED_NUMBER, 2, 0x1000000));
    }

    @Test
    void a_kind_takes_its_own_values_only() throws Exception {
        InetAddress ipv4 = InetAddress.getByAddress(new byte[] {10, 0, 0, 1});
        Inet6Address ipv6 = (Inet6Address) InetAddress.getByName("2001:db8::1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.text(Attributes.SESSION_TIMEOUT, "60"))
                .withMessage("Session-Timeout must be of kind INTEGER, was \"text\"");
        assertThatIllegalArgumentException().isThrownBy(() -> RadiusAttribute.integer(Attributes.FILTER_ID, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.address(Attributes.FRAMED_IP_ADDRESS, ipv6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.address(Attributes.NAS_IPV6_ADDRESS, ipv4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.octets(Attributes.FILTER_ID, new byte[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.prefix(Attributes.NAS_IPV6_ADDRESS, ipv6, 64));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.prefix(Attributes.FRAMED_IPV6_PREFIX, ipv6, 129));
    }

    @Test
    void a_tag_of_1_to_31_stands_where_there_is_one_and_nowhere_else() {
        assertThat(RadiusAttribute.text(Attributes.ERX_SERVICE_ACTIVATE, 1, "svc")
                        .value())
                .isEqualTo(new byte[] {1, 's', 'v', 'c'});
        assertThat(RadiusAttribute.text(Attributes.ERX_SERVICE_ACTIVATE, 1, "svc")
                        .name())
                .isEqualTo("ERX-Service-Activate:1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.text(Attributes.ERX_SERVICE_ACTIVATE, "svc"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.text(Attributes.ERX_SERVICE_ACTIVATE, 0, "svc"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.text(Attributes.ERX_SERVICE_ACTIVATE, 32, "svc"));
        assertThatIllegalArgumentException().isThrownBy(() -> RadiusAttribute.text(Attributes.FILTER_ID, 1, "slow"));
    }

    @ParameterizedTest
    @CsvSource({
        "Filter-Id, slow, 736c6f77",
        "Session-Timeout, 4294967295, ffffffff",
        "Framed-IP-Address, 192.0.2.1, c0000201",
        "NAS-IPv6-Address, 2001:db8:0:0:0:0:0:1, 20010db8000000000000000000000001",
        "NAS-IPv6-Address, 0:0:0:0:0:ffff:c000:201, 00000000000000000000ffffc0000201",
        "Framed-IPv6-Prefix, 2001:db8:0:0:0:0:0:0/41, 002920010db80000",
        "Class, 0x00ff, 00ff",
        "Mikrotik-Rate-Limit, 10M/100M, 31304d2f3130304d",
        "ERX-Service-Activate:7, svc, 07737663"
    })
    void text_and_octets_are_two_forms_of_one_value(String name, String text, String octets) {
        RadiusAttribute attribute = Attributes.parse(name, text).get();

        assertThat(HexFormat.of().formatHex(attribute.value())).isEqualTo(octets);
        assertThat(attribute.text()).isEqualTo(text);
        assertThat(attribute.name()).isEqualTo(name);
        assertThat(attribute)
                .isEqualTo(Attributes.parse(name, text).get())
                .hasSameHashCodeAs(Attributes.parse(name, text).get());
    }

    @Test
    void other_forms_of_an_ipv6_address_mean_the_same() {
        assertThat(Attributes.parse("NAS-IPv6-Address", "::ffff:192.0.2.1"))
                .isEqualTo(Attributes.parse("NAS-IPv6-Address", "0:0:0:0:0:ffff:c000:201"));
        // bits behind the prefix are not sent (RFC 3162, section 2.3)
        assertThat(Attributes.parse("Framed-IPv6-Prefix", "2001:db8:ff:ffff::/44"))
                .isEqualTo(Attributes.parse("Framed-IPv6-Prefix", "2001:db8:f0::/44"));
    }

    @ParameterizedTest
    @CsvSource({
        "Mikrotik-Rate-Limits, 1M/1M",
        "mikrotik-rate-limit, 1M/1M",
        "Vendor-Specific, x",
        "Filter-Id:1, x",
        "ERX-Service-Activate, svc",
        "ERX-Service-Activate:0, svc",
        "ERX-Service-Activate:32, svc",
        "Session-Timeout, abc",
        "Session-Timeout, -1",
        "Session-Timeout, 4294967296",
        "Session-Timeout, 1e3",
        "Framed-IP-Address, localhost",
        "Framed-IP-Address, 192.0.2",
        "Framed-IP-Address, 192.0.2.256",
        "NAS-IPv6-Address, 192.0.2.1",
        "NAS-IPv6-Address, localhost",
        "NAS-IPv6-Address, fe80::1%lo",
        "NAS-IPv6-Address, 1:2",
        "Framed-IPv6-Prefix, 2001:db8::",
        "Framed-IPv6-Prefix, 2001:db8::/129",
        "Class, 00ff",
        "Class, 0x0"
    })
    void what_cannot_be_read_is_refused_with_its_name(String name, String text) {
        Rejection.InvalidValue refusal = Attributes.parse(name, text).getLeft();

        assertThat(refusal.message()).contains("must be");
        assertThat(name + text).contains(refusal.value());
    }

    @Test
    void a_secret_is_never_shown() {
        assertThat(RadiusAttribute.text(PASSWORD, "hunter2").toString()).isEqualTo("User-Password=***");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RadiusAttribute.text(PASSWORD, "hunter2\n"))
                .withMessageNotContaining("hunter2");
        assertThat(RadiusAttribute.parse(PASSWORD, OptionalInt.empty(), "hunter2\n")
                        .getLeft()
                        .message())
                .doesNotContain("hunter2");
        assertThat(RadiusAttribute.text(Attributes.FILTER_ID, "slow").toString())
                .isEqualTo("Filter-Id=\"slow\"");
        assertThat(RadiusAttribute.integer(Attributes.SESSION_TIMEOUT, 60).toString())
                .isEqualTo("Session-Timeout=60");
    }

    @Test
    void a_value_is_not_changed_from_outside() {
        byte[] octets = {1, 2};
        RadiusAttribute attribute = RadiusAttribute.octets(Attributes.CLASS, octets);
        octets[0] = 9;
        attribute.value()[1] = 9;

        assertThat(attribute.text()).isEqualTo("0x0102");
    }

    @Test
    void a_type_has_numbers_that_fit_into_a_packet() {
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeType.standard("X", 26, ValueKind.OCTETS));
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeType.standard("X", 256, ValueKind.OCTETS));
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeType.vendor("X", 9, 0, ValueKind.OCTETS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeType.vendor("X", 0x1000000, 1, ValueKind.OCTETS));
        assertThatIllegalArgumentException().isThrownBy(() -> AttributeType.vendor("a b", 9, 1, ValueKind.OCTETS));
        assertThatIllegalArgumentException().isThrownBy(() -> new AttributeType("X", 9, 1, ValueKind.IPV4, true));
    }

    @Test
    void the_catalogue_is_found_by_name_and_by_number() {
        assertThat(Attributes.all()).isNotEmpty().allSatisfy(type -> {
            assertThat(Attributes.find(type.name())).contains(type);
            assertThat(Attributes.find(type.vendor(), type.code())).contains(type);
        });
        assertThat(Attributes.find("No-Such-Attribute")).isEmpty();
        assertThat(Attributes.find(99, 1)).isEmpty();
    }
}
