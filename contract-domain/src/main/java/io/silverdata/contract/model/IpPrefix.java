package io.silverdata.contract.model;

import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 network of a subscriber. Two prefixes are apart, equal, or one lies within the other. In order: IPv4 first, by the first
 * address, then the wider one first.
 *
 * @param value as {@code 198.51.100.0/29} or {@code 2001:db8:17::/56}; IPv4 of 8 to 32 bits, IPv6 of 16 to 128; no bit is set behind the
 *     prefix, and it is one of those that {@link IpAddress} allows
 */
public record IpPrefix(String value) implements Comparable<IpPrefix> {
    private static final String FIELD = "ipPrefix";
    private static final String ALLOWED =
            "the first address and the length of a network of subscribers, IPv4 of 8 to 32 bits or IPv6 of 16"
                    + " to 128, without bits behind the prefix";
    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:]+)/(0|[1-9][0-9]{0,2})");
    private static final int IPV4_OCTETS = 4;
    private static final int SHORTEST_IPV4 = 8;
    private static final int SHORTEST_IPV6 = 16;

    /**
     * Checks the text, and writes it in its one form.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public IpPrefix {
        String text = value;
        value = read(text)
                .orElseThrow(() -> new IllegalArgumentException(refusal(text).message()));
    }

    /**
     * Reads text from outside.
     *
     * @return the value, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, IpPrefix> parse(String text) {
        return read(text).isPresent() ? Either.right(new IpPrefix(text)) : Either.left(refusal(text));
    }

    /** Those of some prefixes that lie in no other of them, in order: together they have the same addresses, and no two overlap. */
    static List<IpPrefix> widest(Collection<IpPrefix> prefixes) {
        List<IpPrefix> widest = new ArrayList<>();
        for (IpPrefix prefix : new TreeSet<>(prefixes)) {
            if (widest.isEmpty() || !widest.get(widest.size() - 1).contains(prefix)) {
                widest.add(prefix);
            }
        }
        return widest;
    }

    /** Whether it is an IPv4 network. */
    public boolean isIpv4() {
        return value.indexOf(':') < 0;
    }

    /** How many bits all of its addresses have in common. */
    public int length() {
        return Integer.parseInt(value.substring(value.indexOf('/') + 1));
    }

    /** Whether an address of the one is an address of the other, too. */
    public boolean overlaps(IpPrefix other) {
        return contains(other) || other.contains(this);
    }

    /** Whether every address of the other is an address of this one, too. */
    public boolean contains(IpPrefix other) {
        return isIpv4() == other.isIpv4()
                && first().compareTo(other.first()) <= 0
                && last().compareTo(other.last()) >= 0;
    }

    /**
     * The first address in a form that sorts as addresses do: 4 or 6, then hexadecimal digits. For adapter authors: prefixes overlap if
     * these ranges do.
     */
    public String first() {
        return edge(false);
    }

    /** The last address in the form of {@link #first}. */
    public String last() {
        return edge(true);
    }

    /**
     * The prefix of these addresses. For adapter authors.
     *
     * @throws IllegalArgumentException if they are not the first and the last of one
     */
    public static IpPrefix between(String first, String last) {
        int bytes = (first.length() - 1) / 2;
        byte[] octets = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            octets[i] = (byte) Integer.parseInt(first.substring(1 + 2 * i, 3 + 2 * i), 16);
        }
        int length = bytes * Byte.SIZE;
        for (int digit = 1; digit < first.length(); digit++) {
            int free = Character.digit(first.charAt(digit), 16) ^ Character.digit(last.charAt(digit), 16);
            length -= Integer.bitCount(free);
        }
        IpPrefix prefix = new IpPrefix(text(octets, length));
        if (!prefix.first().equals(first) || !prefix.last().equals(last)) {
            throw new IllegalArgumentException(refusal(first + " to " + last).message());
        }
        return prefix;
    }

    @Override
    public int compareTo(IpPrefix other) {
        int byFirst = first().compareTo(other.first());
        return byFirst != 0 ? byFirst : Integer.compare(length(), other.length());
    }

    @Override
    public String toString() {
        return value;
    }

    private String edge(boolean last) {
        byte[] octets = IpOctets.read(value.substring(0, value.indexOf('/'))).orElseThrow();
        StringBuilder edge = new StringBuilder(isIpv4() ? "4" : "6");
        for (int i = 0; i < octets.length; i++) {
            int octet = Byte.toUnsignedInt(octets[i]) | (last ? free(i, length()) : 0);
            edge.append(Character.forDigit(octet >> 4, 16)).append(Character.forDigit(octet & 0xF, 16));
        }
        return edge.toString();
    }

    /** The bits of an octet that are behind a prefix. */
    private static int free(int octet, int length) {
        int fixed = Math.min(Byte.SIZE, Math.max(0, length - octet * Byte.SIZE));
        return 0xFF >> fixed;
    }

    private static Optional<String> read(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int length = Integer.parseInt(parts.group(2));
        return IpOctets.read(parts.group(1))
                .filter(octets -> isAllowed(octets, length))
                .map(octets -> text(octets, length));
    }

    private static boolean isAllowed(byte[] octets, int length) {
        int shortest = octets.length == IPV4_OCTETS ? SHORTEST_IPV4 : SHORTEST_IPV6;
        if (length < shortest || length > octets.length * Byte.SIZE || !IpOctets.isOfSubscribers(octets)) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if ((octets[i] & free(i, length)) != 0) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] octets, int length) {
        return IpOctets.text(octets) + "/" + length;
    }

    private static Rejection.InvalidValue refusal(String text) {
        return new Rejection.InvalidValue(FIELD, text, ALLOWED);
    }
}
