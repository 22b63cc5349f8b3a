package io.silverdata.contract.adapters.radius.testkit;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A request as it came to a {@link SimulatedNas}. Immutable.
 *
 * <pre>{@code
 * NasRequest request = nas.nextRequest(Duration.ofSeconds(5));
 * assertThat(request.code()).isEqualTo(NasRequest.COA_REQUEST);
 * assertThat(request.text(1)).contains("alice"); // User-Name
 * assertThat(request.text(14988, 8)).contains("10M/100M"); // Mikrotik-Rate-Limit
 * }</pre>
 */
public final class NasRequest {
    /** The code of a Disconnect-Request (RFC 5176, section 2.2). */
    public static final int DISCONNECT_REQUEST = 40;
    /** The code of a CoA-Request (RFC 5176, section 2.3). */
    public static final int COA_REQUEST = 43;

    private static final int HEADER = 20;
    private static final int VENDOR_SPECIFIC = 26;

    private final byte[] packet;
    private final InetSocketAddress from;
    private final List<Attribute> attributes;

    private NasRequest(byte[] packet, InetSocketAddress from, List<Attribute> attributes) {
        this.packet = packet;
        this.from = from;
        this.attributes = attributes;
    }

    /**
     * One attribute.
     *
     * @param vendor 0 for standard attributes
     * @param code of the vendor's attribute, or of the standard one
     * @param value its octets
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    public record Attribute(int vendor, int code, byte[] value) {}

    /** Reads a packet; empty when its lengths contradict each other. */
    static Optional<NasRequest> read(byte[] packet, InetSocketAddress from) {
        if (packet.length < HEADER || (((packet[2] & 0xFF) << 8) | (packet[3] & 0xFF)) != packet.length) {
            return Optional.empty();
        }
        List<Attribute> attributes = new ArrayList<>();
        for (int at = HEADER; at < packet.length; at += size(packet, at)) {
            if (at + 1 >= packet.length || size(packet, at) < 3 || at + size(packet, at) > packet.length) {
                return Optional.empty();
            }
            attributes.add(attribute(packet, at));
        }
        return Optional.of(new NasRequest(packet, from, List.copyOf(attributes)));
    }

    private static Attribute attribute(byte[] packet, int at) {
        int size = size(packet, at);
        if ((packet[at] & 0xFF) != VENDOR_SPECIFIC || size < 9) {
            return new Attribute(0, packet[at] & 0xFF, Arrays.copyOfRange(packet, at + 2, at + size));
        }
        int vendor = ((packet[at + 3] & 0xFF) << 16) | ((packet[at + 4] & 0xFF) << 8) | (packet[at + 5] & 0xFF);
        return new Attribute(vendor, packet[at + 6] & 0xFF, Arrays.copyOfRange(packet, at + 8, at + size));
    }

    private static int size(byte[] packet, int at) {
        return packet[at + 1] & 0xFF;
    }

    /** {@link #DISCONNECT_REQUEST} or {@link #COA_REQUEST}. */
    public int code() {
        return packet[0] & 0xFF;
    }

    /** 0 to 255. */
    public int identifier() {
        return packet[1] & 0xFF;
    }

    /** The Request Authenticator: 16 octets. A copy. */
    public byte[] authenticator() {
        return Arrays.copyOfRange(packet, 4, HEADER);
    }

    /** All octets. A copy. */
    public byte[] packet() {
        return packet.clone();
    }

    /** The client's address and source port. */
    public InetSocketAddress from() {
        return from;
    }

    /** In their order. */
    public List<Attribute> attributes() {
        return attributes;
    }

    /** The first standard attribute of that number. */
    public Optional<Attribute> find(int code) {
        return find(0, code);
    }

    /**
     * The first attribute of that number.
     *
     * @param vendor 0 for standard attributes
     */
    public Optional<Attribute> find(int vendor, int code) {
        return attributes.stream()
                .filter(attribute -> attribute.vendor() == vendor && attribute.code() == code)
                .findFirst();
    }

    /** The first standard attribute of that number, as text. */
    public Optional<String> text(int code) {
        return text(0, code);
    }

    /**
     * The first attribute of that number, as text.
     *
     * @param vendor 0 for standard attributes
     */
    public Optional<String> text(int vendor, int code) {
        return find(vendor, code).map(attribute -> new String(attribute.value(), StandardCharsets.UTF_8));
    }

    /** Where the value of the first standard attribute of that number stands in the packet; -1: nowhere. */
    int valueAt(int code) {
        for (int at = HEADER; at < packet.length; at += size(packet, at)) {
            if ((packet[at] & 0xFF) == code) {
                return at + 2;
            }
        }
        return -1;
    }
}
