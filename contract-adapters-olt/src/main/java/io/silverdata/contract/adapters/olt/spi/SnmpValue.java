package io.silverdata.contract.adapters.olt.spi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The value of a managed object (SMIv2, RFC 2578 section 7.1). That an object does not exist is no value: it is absent from
 * what a session returns.
 */
public sealed interface SnmpValue {

    /** An INTEGER or Integer32. */
    static SnmpValue of(int value) {
        return new Int32(value);
    }

    /** An OCTET STRING of these octets. */
    static SnmpValue of(byte[] octets) {
        return new Octets(octets);
    }

    /** An OCTET STRING of this text in UTF-8, as a DisplayString is. */
    static SnmpValue of(String text) {
        return new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A Gauge32 or Unsigned32, which are one on the wire. */
    static SnmpValue unsigned(long value) {
        return new Unsigned32(value);
    }

    /** The number, of any numeric type; empty for other types. */
    default OptionalLong number() {
        return OptionalLong.empty();
    }

    /**
     * An INTEGER or Integer32.
     *
     * @param value any
     */
    record Int32(int value) implements SnmpValue {
        @Override
        public OptionalLong number() {
            return OptionalLong.of(value);
        }

        @Override
        public String toString() {
            return "INTEGER: " + value;
        }
    }

    /**
     * A Gauge32 or Unsigned32.
     *
     * @param value 0 to 4,294,967,295
     */
    record Unsigned32(long value) implements SnmpValue {
        /** Checks the range. */
        public Unsigned32 {
            checkUnsigned(value);
        }

        @Override
        public OptionalLong number() {
            return OptionalLong.of(value);
        }

        @Override
        public String toString() {
            return "Gauge32: " + value;
        }
    }

    /**
     * A Counter32.
     *
     * @param value 0 to 4,294,967,295
     */
    record Counter32(long value) implements SnmpValue {
        /** Checks the range. */
        public Counter32 {
            checkUnsigned(value);
        }

        @Override
        public OptionalLong number() {
            return OptionalLong.of(value);
        }

        @Override
        public String toString() {
            return "Counter32: " + value;
        }
    }

    /**
     * A Counter64.
     *
     * @param value unsigned; above 2<sup>63</sup> - 1 it shows as negative
     */
    record Counter64(long value) implements SnmpValue {
        @Override
        public OptionalLong number() {
            return OptionalLong.of(value);
        }

        @Override
        public String toString() {
            return "Counter64: " + Long.toUnsignedString(value);
        }
    }

    /**
     * A TimeTicks.
     *
     * @param hundredths of a second, 0 to 4,294,967,295
     */
    record TimeTicks(long hundredths) implements SnmpValue {
        /** Checks the range. */
        public TimeTicks {
            checkUnsigned(hundredths);
        }

        @Override
        public OptionalLong number() {
            return OptionalLong.of(hundredths);
        }

        @Override
        public String toString() {
            return "Timeticks: " + hundredths;
        }
    }

    /**
     * An OBJECT IDENTIFIER.
     *
     * @param oid the name
     */
    record Name(Oid oid) implements SnmpValue {
        public Name {
            Objects.requireNonNull(oid, "oid");
        }

        @Override
        public String toString() {
            return "OID: " + oid;
        }
    }

    /** An OCTET STRING; an IpAddress or Opaque, when read, is one too. Immutable. */
    final class Octets implements SnmpValue {
        private final byte[] octets;

        private Octets(byte[] octets) {
            this.octets = octets.clone();
        }

        /** The octets; a copy. */
        public byte[] octets() {
            return octets.clone();
        }

        /** How many octets there are. */
        public int length() {
            return octets.length;
        }

        /** The octets read as UTF-8, without the zeros that some devices fill up with. */
        public String text() {
            int length = octets.length;
            while (length > 0 && octets[length - 1] == 0) {
                length--;
            }
            return new String(octets, 0, length, StandardCharsets.UTF_8);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Octets that && Arrays.equals(octets, that.octets);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(octets);
        }

        /** As net-snmp shows it: text if all of it can be printed, else hexadecimal. */
        @Override
        public String toString() {
            boolean printable =
                    new String(octets, StandardCharsets.ISO_8859_1).chars().allMatch(c -> c >= ' ' && c <= '~');
            return printable
                    ? "STRING: \"" + text() + '"'
                    : "Hex-STRING: "
                            + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(octets);
        }
    }

    private static void checkUnsigned(long value) {
        if (value < 0 || value > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("an unsigned value must be 0 to 4294967295: " + value);
        }
    }
}
