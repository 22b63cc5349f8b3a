package io.silverdata.contract.adapters.radius.attribute;

import io.silverdata.contract.adapters.radius.internal.Checks;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Octets of values, and their text. No name is ever resolved. */
final class Values {
    private static final Set<ValueKind> TEXTS = Set.of(ValueKind.TEXT, ValueKind.SECRET);
    private static final Set<ValueKind> NUMBERS = Set.of(ValueKind.INTEGER, ValueKind.DATE);
    private static final long MAX_INTEGER = 0xFFFF_FFFFL;
    private static final long MAX_TAGGED_INTEGER = 0xFF_FFFF;
    private static final int IPV6_BITS = 128;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[0-9A-Fa-f:.]{2,45}");
    private static final Pattern HEX = Pattern.compile("0x(?:[0-9A-Fa-f]{2})+");

    private Values() {}

    static byte[] text(AttributeType type, String value) {
        kind(TEXTS.contains(type.kind()), type, "text");
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        // a secret must not get into the message
        Object shown = type.kind() == ValueKind.SECRET ? "***" : value;
        Checks.that(octets.length >= 1 && octets.length <= type.maxOctets(), type.name(), shown, octetRange(type));
        Checks.that(!CONTROL.matcher(value).find(), type.name(), shown, "without control characters");
        return octets;
    }

    static byte[] integer(AttributeType type, long value) {
        kind(NUMBERS.contains(type.kind()), type, "a number");
        long max = type.tagged() ? MAX_TAGGED_INTEGER : MAX_INTEGER;
        Checks.that(value >= 0 && value <= max, type.name(), value, "0 to " + max);
        byte[] octets = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        return Arrays.copyOfRange(octets, type.tagged() ? 5 : 4, Long.BYTES);
    }

    static byte[] address(AttributeType type, InetAddress value) {
        kind(
                value instanceof Inet4Address ? type.kind() == ValueKind.IPV4 : type.kind() == ValueKind.IPV6,
                type,
                value instanceof Inet4Address ? "an IPv4 address" : "an IPv6 address");
        return value.getAddress();
    }

    static byte[] prefix(AttributeType type, Inet6Address address, int length) {
        kind(type.kind() == ValueKind.IPV6_PREFIX, type, "an IPv6 prefix");
        Checks.that(length >= 0 && length <= IPV6_BITS, type.name(), "/" + length, "a length of 0 to 128");
        return prefix(address.getAddress(), length);
    }

    // RFC 3162 2.3: reserved, length, and as many octets as the prefix needs; bits beyond it are zero
    private static byte[] prefix(byte[] address, int length) {
        int whole = (length + 7) / 8;
        byte[] octets = new byte[2 + whole];
        octets[1] = (byte) length;
        System.arraycopy(address, 0, octets, 2, whole);
        if (length % 8 != 0) {
            octets[1 + whole] &= (byte) (0xFF << (8 - length % 8));
        }
        return octets;
    }

    static byte[] octets(AttributeType type, byte[] value) {
        kind(type.kind() == ValueKind.OCTETS, type, "octets");
        Checks.that(
                value.length >= 1 && value.length <= type.maxOctets(),
                type.name(),
                value.length + " octets",
                octetRange(type));
        return value.clone();
    }

    static Either<Rejection.InvalidValue, byte[]> parse(AttributeType type, String text) {
        try {
            return switch (type.kind()) {
                case TEXT, SECRET -> Either.right(text(type, text));
                case INTEGER, DATE ->
                    DIGITS.matcher(text).matches()
                            ? Either.right(integer(type, Long.parseLong(text)))
                            : refuse(type, text);
                case OCTETS ->
                    HEX.matcher(text).matches()
                            ? Either.right(octets(type, HexFormat.of().parseHex(text, 2, text.length())))
                            : refuse(type, text);
                case IPV4 -> IPV4.matcher(text).matches() ? Either.right(literal(text)) : refuse(type, text);
                case IPV6 -> IPV6.matcher(text).matches() ? Either.right(literal6(text)) : refuse(type, text);
                case IPV6_PREFIX -> parsePrefix(type, text);
            };
        } catch (IllegalArgumentException | UnknownHostException e) {
            return refuse(type, text);
        }
    }

    private static Either<Rejection.InvalidValue, byte[]> parsePrefix(AttributeType type, String text)
            throws UnknownHostException {
        int slash = text.indexOf('/');
        if (slash < 0
                || !IPV6.matcher(text.substring(0, slash)).matches()
                || !DIGITS.matcher(text.substring(slash + 1)).matches()) {
            return refuse(type, text);
        }
        long length = Long.parseLong(text.substring(slash + 1));
        return length > IPV6_BITS
                ? refuse(type, text)
                : Either.right(prefix(literal6(text.substring(0, slash)), (int) length));
    }

    // the patterns let literals through only, so that nothing is looked up
    private static byte[] literal(String text) throws UnknownHostException {
        return InetAddress.getByName(text).getAddress();
    }

    private static byte[] literal6(String text) throws UnknownHostException {
        byte[] address = literal(text);
        if (address.length == 16) {
            return address;
        }
        // Java makes an IPv4 address of ::ffff:192.0.2.1
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        System.arraycopy(address, 0, mapped, 12, address.length);
        return mapped;
    }

    static String format(AttributeType type, byte[] octets) {
        return switch (type.kind()) {
            case TEXT, SECRET -> new String(octets, StandardCharsets.UTF_8);
            case INTEGER, DATE -> Long.toString(number(octets));
            case OCTETS -> "0x" + HexFormat.of().formatHex(octets);
            case IPV4 ->
                (octets[0] & 0xFF) + "." + (octets[1] & 0xFF) + "." + (octets[2] & 0xFF) + "." + (octets[3] & 0xFF);
            case IPV6 -> groups(octets);
            case IPV6_PREFIX -> groups(Arrays.copyOfRange(octets, 2, 18)) + "/" + (octets[1] & 0xFF);
        };
    }

    private static long number(byte[] octets) {
        long number = 0;
        for (byte octet : octets) {
            number = (number << 8) | (octet & 0xFF);
        }
        return number;
    }

    private static String groups(byte[] address) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < address.length; i += 2) {
            text.append(i == 0 ? "" : ":")
                    .append(Integer.toHexString(((address[i] & 0xFF) << 8) | (address[i + 1] & 0xFF)));
        }
        return text.toString();
    }

    private static <T> Either<Rejection.InvalidValue, T> refuse(AttributeType type, String text) {
        return Either.left(
                new Rejection.InvalidValue(type.name(), type.kind() == ValueKind.SECRET ? "***" : text, allowed(type)));
    }

    private static String allowed(AttributeType type) {
        return switch (type.kind()) {
            case TEXT, SECRET -> octetRange(type) + " without control characters";
            case INTEGER, DATE -> "a number of 0 to " + (type.tagged() ? MAX_TAGGED_INTEGER : MAX_INTEGER);
            case OCTETS -> "0x and " + octetRange(type) + " in hexadecimal digits";
            case IPV4 -> "an IPv4 address";
            case IPV6 -> "an IPv6 address";
            case IPV6_PREFIX -> "an IPv6 prefix as 2001:db8::/56";
        };
    }

    private static String octetRange(AttributeType type) {
        return "1 to " + type.maxOctets() + " octets";
    }

    private static void kind(boolean fits, AttributeType type, String given) {
        Objects.requireNonNull(type, "type");
        Checks.that(fits, type.name(), given, "of kind " + type.kind());
    }
}
