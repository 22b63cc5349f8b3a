package io.silverdata.contract.adapters.radius.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address, or a network in CIDR notation. Names of hosts are none: nothing here asks DNS.
 *
 * @param length of the prefix, in bits
 */
public record AddressRange(InetAddress address, int length) {
    private static final Pattern FORM = Pattern.compile("([0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/([0-9]{1,3}))?");
    // else the platform would take 10.1 for 10.0.0.1
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    /** Empty when the text is neither. */
    public static Optional<AddressRange> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()
                || (!parts.group(1).contains(":")
                        && !IPV4.matcher(parts.group(1)).matches())) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(parts.group(1));
            int max = address.getAddress().length * Byte.SIZE;
            int length = parts.group(2) == null ? max : Integer.parseInt(parts.group(2));
            return length <= max ? Optional.of(new AddressRange(address, length)) : Optional.empty();
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    /**
     * The address or network that the text says.
     *
     * @throws IllegalArgumentException naming field, value and rule
     */
    public static AddressRange of(String field, String text) {
        Optional<AddressRange> range = parse(text);
        Checks.that(range.isPresent(), field, text, "an address or a network such as 192.0.2.0/24");
        return range.orElseThrow();
    }

    /** The address alone. */
    public static AddressRange of(InetAddress address) {
        return new AddressRange(address, address.getAddress().length * Byte.SIZE);
    }

    /** Whether the address is in it. */
    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] its = other.getAddress();
        if (mine.length != its.length) {
            return false;
        }
        int whole = length / Byte.SIZE;
        int rest = length % Byte.SIZE;
        return Arrays.equals(mine, 0, whole, its, 0, whole)
                && (rest == 0 || ((mine[whole] ^ its[whole]) & (0xFF << (Byte.SIZE - rest)) & 0xFF) == 0);
    }

    /** Whether both have the same addresses, however they are written. */
    public boolean isSameNetwork(AddressRange other) {
        return length == other.length && contains(other.address);
    }

    /** Whether it is an address and no network. */
    public boolean isOneAddress() {
        return length == address.getAddress().length * Byte.SIZE;
    }

    @Override
    public String toString() {
        return isOneAddress() ? address.getHostAddress() : address.getHostAddress() + "/" + length;
    }
}
