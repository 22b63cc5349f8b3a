package io.silverdata.contract.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The octets of an IP address, read from digits and written in one form (IPv6 as RFC 5952 says). Made by hand, because the platform's classes for
 * addresses look names up.
 */
final class IpOctets {
    private static final int IPV4 = 4;
    private static final int IPV6 = 16;
    private static final int GROUPS = 8;
    private static final int FIRST_RESERVED = 224;
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private IpOctets() {}

    /** The octets of an address in digits; empty if the text is none. An IPv4 address within IPv6, and a zone, are none. */
    static Optional<byte[]> read(String text) {
        return text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
    }

    private static Optional<byte[]> ipv4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] octets = new byte[IPV4];
        if (parts.length != IPV4) {
            return Optional.empty();
        }
        for (int i = 0; i < IPV4; i++) {
            if (!DECIMAL.matcher(parts[i]).matches() || Integer.parseInt(parts[i]) > 0xFF) {
                return Optional.empty();
            }
            octets[i] = (byte) Integer.parseInt(parts[i]);
        }
        return Optional.of(octets);
    }

    private static Optional<byte[]> ipv6(String text) {
        int gap = text.indexOf("::");
        List<String> before = groups(gap < 0 ? text : text.substring(0, gap));
        List<String> after = gap < 0 ? List.of() : groups(text.substring(gap + 2));
        int zeros = GROUPS - before.size() - after.size();
        if (gap < 0 ? zeros != 0 : zeros < 1) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(before);
        for (int i = 0; i < zeros; i++) {
            all.add("0");
        }
        all.addAll(after);
        byte[] octets = new byte[IPV6];
        for (int i = 0; i < GROUPS; i++) {
            if (!GROUP.matcher(all.get(i)).matches()) {
                return Optional.empty();
            }
            int group = Integer.parseInt(all.get(i), 16);
            octets[2 * i] = (byte) (group >> Byte.SIZE);
            octets[2 * i + 1] = (byte) group;
        }
        return Optional.of(octets);
    }

    private static List<String> groups(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(":", -1));
    }

    /** The one text of an address. */
    static String text(byte[] octets) {
        if (octets.length == IPV4) {
            return Byte.toUnsignedInt(octets[0]) + "." + Byte.toUnsignedInt(octets[1]) + "."
                    + Byte.toUnsignedInt(octets[2]) + "." + Byte.toUnsignedInt(octets[3]);
        }
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < IPV6; i += 2) {
            groups.add(Integer.toHexString(
                    Byte.toUnsignedInt(octets[i]) << Byte.SIZE | Byte.toUnsignedInt(octets[i + 1])));
        }
        int longest = 1;
        int begin = -1;
        for (int i = 0; i < GROUPS; i++) {
            int length = zerosFrom(groups, i);
            if (length > longest) {
                longest = length;
                begin = i;
            }
        }
        return begin < 0
                ? String.join(":", groups)
                : joined(groups.subList(0, begin)) + "::" + joined(groups.subList(begin + longest, GROUPS));
    }

    private static int zerosFrom(List<String> groups, int begin) {
        int end = begin;
        while (end < GROUPS && groups.get(end).equals("0")) {
            end++;
        }
        return end - begin;
    }

    private static String joined(List<String> groups) {
        return groups.stream().collect(Collectors.joining(":"));
    }

    /** Whether a subscriber may have the address: it is neither of this network, loopback, link-local, multicast nor reserved. */
    static boolean isOfSubscribers(byte[] octets) {
        int first = Byte.toUnsignedInt(octets[0]);
        int second = Byte.toUnsignedInt(octets[1]);
        if (octets.length == IPV4) {
            return first != 0 && first != 127 && !(first == 169 && second == 254) && first < FIRST_RESERVED;
        }
        // of the first 96 bits: unspecified, loopback, and IPv4 addresses in an old form
        boolean isZero = Arrays.equals(Arrays.copyOf(octets, 12), new byte[12]);
        boolean isLinkLocal = first == 0xFE && (second & 0xC0) == 0x80;
        return !isZero && !isLinkLocal && first != 0xFF && !isMapped(octets);
    }

    /** An IPv4 address as IPv6 (RFC 4291, section 2.5.5.2). */
    private static boolean isMapped(byte[] octets) {
        byte[] mapped = new byte[12];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        return Arrays.equals(Arrays.copyOf(octets, 12), mapped);
    }
}
