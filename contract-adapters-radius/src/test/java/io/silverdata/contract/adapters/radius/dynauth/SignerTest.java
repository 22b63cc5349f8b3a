package io.silverdata.contract.adapters.radius.dynauth;

import static io.silverdata.contract.adapters.radius.dynauth.Situations.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.radius.attribute.AttributeType;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.attribute.ValueKind;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyradius.attribute.VendorSpecificAttribute;
import org.tinyradius.packet.RadiusPacket;

/** What is sent, octet for octet, and as a decoder that is not ours reads it. */
class SignerTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final Signer signer = new Signer(SharedSecret.of(SECRET));

    @Test
    void a_request_has_the_octets_of_the_rfcs() {
        byte[] packet = signer.sign(
                Exchange.COA_REQUEST,
                0xAB,
                RequestBody.of(List.of(
                        RadiusAttribute.text(Attributes.USER_NAME, "alice"),
                        RadiusAttribute.text(Attributes.MIKROTIK_RATE_LIMIT, "1M/2M"),
                        RadiusAttribute.text(Attributes.ERX_SERVICE_ACTIVATE, 1, "svc"),
                        RadiusAttribute.integer(Attributes.SESSION_TIMEOUT, 4_294_967_295L))),
                NOW);

        assertThat(HexFormat.of().formatHex(packet, 0, 4)).isEqualTo("2bab0052");
        assertThat(HexFormat.of().formatHex(packet, 20, 22)).isEqualTo("5012");
        assertThat(HexFormat.of().formatHex(packet, 38, packet.length))
                .isEqualTo(
                        "0107616c696365" // User-Name
                                + "1a0d00003a8c0807314d2f324d" // Vendor 14988, type 8
                                + "1a0c0000130a410601737663" // Vendor 4874, type 65, tag 1
                                + "1b06ffffffff" // Session-Timeout
                                + "3706695735a5"); // Event-Timestamp
    }

    @ParameterizedTest
    @ValueSource(ints = {Exchange.DISCONNECT_REQUEST, Exchange.COA_REQUEST})
    void a_request_is_signed_as_rfc_5176_says(int code) throws Exception {
        byte[] packet =
                signer.sign(code, 9, RequestBody.of(List.of(RadiusAttribute.text(Attributes.USER_NAME, "alice"))), NOW);
        byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);

        byte[] zeroed = packet.clone();
        Arrays.fill(zeroed, 4, 20, (byte) 0);
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        md5.update(zeroed);
        assertThat(Arrays.copyOfRange(packet, 4, 20)).isEqualTo(md5.digest(secret));

        Arrays.fill(zeroed, 22, 38, (byte) 0);
        Mac mac = Mac.getInstance("HmacMD5");
        mac.init(new SecretKeySpec(secret, "HmacMD5"));
        assertThat(Arrays.copyOfRange(packet, 22, 38)).isEqualTo(mac.doFinal(zeroed));
    }

    @Test
    void another_decoder_reads_the_same_attributes() throws Exception {
        List<RadiusAttribute> sent = new ArrayList<>();
        for (AttributeType type : Attributes.all()) {
            if (type.equals(Attributes.MESSAGE_AUTHENTICATOR)
                    || type.equals(Attributes.EVENT_TIMESTAMP)
                    || type.equals(Attributes.PROXY_STATE)) {
                continue;
            }
            sent.add(sample(type));
        }
        assertThat(sent).hasSizeGreaterThan(50);

        byte[] packet = signer.sign(Exchange.COA_REQUEST, 3, RequestBody.of(sent), NOW);
        RadiusPacket decoded = RadiusPacket.decodeRequestPacket(new ByteArrayInputStream(packet), SECRET);

        List<String> read = new ArrayList<>();
        for (Object each : decoded.getAttributes()) {
            if (each instanceof VendorSpecificAttribute container) {
                for (Object sub : container.getSubAttributes()) {
                    read.add(line(container.getChildVendorId(), (org.tinyradius.attribute.RadiusAttribute) sub));
                }
            } else {
                read.add(line(0, (org.tinyradius.attribute.RadiusAttribute) each));
            }
        }
        List<String> expected = new ArrayList<>();
        sent.forEach(attribute -> expected.add(attribute.type().vendor() + ":"
                + attribute.type().code() + "="
                + HexFormat.of().formatHex(attribute.value())));
        assertThat(read.subList(1, read.size() - 1)).isEqualTo(expected);
        assertThat(read.get(0)).startsWith("0:80=");
        assertThat(read.get(read.size() - 1)).isEqualTo("0:55=695735a5");
    }

    private static RadiusAttribute sample(AttributeType type) throws Exception {
        ValueKind kind = type.kind();
        return switch (kind) {
            case TEXT, SECRET ->
                type.tagged()
                        ? RadiusAttribute.text(type, 3, "value of " + type)
                        : RadiusAttribute.text(type, "value of " + type);
            case INTEGER, DATE -> RadiusAttribute.integer(type, 3_000_000_000L);
            case OCTETS -> RadiusAttribute.octets(type, new byte[] {0, -1, 7});
            case IPV4 -> RadiusAttribute.address(type, InetAddress.getByAddress(new byte[] {10, 1, 2, 3}));
            case IPV6 -> RadiusAttribute.address(type, InetAddress.getByName("2001:db8::1"));
            case IPV6_PREFIX ->
                RadiusAttribute.prefix(type, (java.net.Inet6Address) InetAddress.getByName("2001:db8:ffff::"), 40);
        };
    }

    private static String line(int vendor, org.tinyradius.attribute.RadiusAttribute attribute) {
        return vendor + ":" + attribute.getAttributeType() + "="
                + HexFormat.of().formatHex(attribute.getAttributeData());
    }
}
