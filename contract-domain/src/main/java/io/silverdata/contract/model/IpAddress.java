package io.silverdata.contract.model;

import com.google.common.net.InetAddresses;
import io.vavr.control.Either;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/**
 * An IPv4 or IPv6 address that a subscriber may have or route to. Read from digits alone: no name is ever looked up. IPv6 is written as in RFC
 * 5952, so that one address has one text.
 *
 * @param value as {@code 203.0.113.7} or {@code 2001:db8::1}; not an address that no subscriber can have: of this network (0/8, {@code ::}),
 *     loopback, link-local, multicast or reserved (224/3 and above)
 */
public record IpAddress(String value) {
    private static final String FIELD = "ipAddress";
    private static final String ALLOWED =
            "an IPv4 or IPv6 address of a subscriber in digits, neither loopback, link-local, multicast nor reserved";
    private static final int FIRST_RESERVED = 224;

    /**
     * Checks the text, and writes it in its one form.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public IpAddress {
        String text = value;
        value = InetAddresses.toAddrString(read(text)
                .filter(IpAddress::isOfSubscribers)
                .orElseThrow(() -> new IllegalArgumentException(refusal(text).message())));
    }

    /**
     * Reads text from outside.
     *
     * @return the value, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, IpAddress> parse(String text) {
        return read(text).filter(IpAddress::isOfSubscribers).isPresent()
                ? Either.right(new IpAddress(text))
                : Either.left(refusal(text));
    }

    /** Whether it is an IPv4 address. */
    public boolean isIpv4() {
        return value.indexOf(':') < 0;
    }

    /** The address alone, as a prefix. */
    public IpPrefix asPrefix() {
        return new IpPrefix(value + (isIpv4() ? "/32" : "/128"));
    }

    @Override
    public String toString() {
        return value;
    }

    /** An address in digits, if the text is one. A zone, and an IPv4 address within IPv6, are other things than what they look like. */
    static Optional<InetAddress> read(String text) {
        if (!InetAddresses.isInetAddress(text) || text.indexOf('%') >= 0) {
            return Optional.empty();
        }
        InetAddress address = InetAddresses.forString(text);
        boolean isIpv4 = address instanceof Inet4Address;
        return isIpv4 == text.indexOf(':') < 0 && !(!isIpv4 && text.indexOf('.') >= 0)
                ? Optional.of(address)
                : Optional.empty();
    }

    static boolean isOfSubscribers(InetAddress address) {
        byte[] octets = address.getAddress();
        boolean isIpv4 = address instanceof Inet4Address;
        int first = Byte.toUnsignedInt(octets[0]);
        boolean isReserved = isIpv4 ? first == 0 || first >= FIRST_RESERVED : isZero(octets);
        return !isReserved
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isMulticastAddress();
    }

    /** Of the first 96 bits: unspecified, loopback, and IPv4 addresses in an old form. */
    private static boolean isZero(byte[] octets) {
        return Arrays.equals(Arrays.copyOf(octets, 12), new byte[12]);
    }

    private static Rejection.InvalidValue refusal(String text) {
        return new Rejection.InvalidValue(FIELD, text, ALLOWED);
    }
}
