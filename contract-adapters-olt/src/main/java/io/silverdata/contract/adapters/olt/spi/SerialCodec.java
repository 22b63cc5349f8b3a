package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.OnuSerial;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms in which OLTs keep the serial number of an ONU. */
public final class SerialCodec {
    private static final int OCTETS = 8;
    private static final Pattern DECORATION = Pattern.compile("^\\d{1,2},|[\\s\"':-]");

    private SerialCodec() {}

    /** The eight octets of ITU-T G.984.3 section 9.2.4.1: four letters of the vendor, four octets. */
    public static byte[] octets(OnuSerial serial) {
        return HexFormat.of().parseHex(serial.toHexadecimal());
    }

    /**
     * The eight octets as the part of an index that says a string without its length: one of fixed length, or IMPLIED (RFC 2578
     * section 7.7).
     */
    public static Oid index(OnuSerial serial) {
        byte[] octets = octets(serial);
        long[] numbers = new long[octets.length];
        for (int i = 0; i < octets.length; i++) {
            numbers[i] = octets[i] & 0xFF;
        }
        return Oid.of(numbers);
    }

    /** The eight octets as the part of an index that says a string with its length before it (RFC 2578 section 7.7). */
    public static Oid indexWithLength(OnuSerial serial) {
        return Oid.of(OCTETS).append(index(serial));
    }

    /**
     * Reads a serial number that is part of an index without its length.
     *
     * @param position where it begins, from 0
     * @return empty if there are not eight octets
     */
    public static Optional<OnuSerial> readIndex(Oid index, int position) {
        if (index.size() < position + OCTETS) {
            return Optional.empty();
        }
        byte[] octets = new byte[OCTETS];
        for (int i = 0; i < OCTETS; i++) {
            long number = index.get(position + i);
            if (number > 0xFF) {
                return Optional.empty();
            }
            octets[i] = (byte) number;
        }
        return read(SnmpValue.of(octets));
    }

    /**
     * Reads a serial number that is part of an index with its length before it.
     *
     * @param position where the length is, from 0
     * @return empty if the length is not eight, or there are not eight octets
     */
    public static Optional<OnuSerial> readIndexWithLength(Oid index, int position) {
        return index.size() > position && index.get(position) == OCTETS
                ? readIndex(index, position + 1)
                : Optional.empty();
    }

    /**
     * Reads whatever an OLT may answer: eight raw octets, {@code HWTC12345678}, {@code 4857544312345678}, {@code
     * 0x4857544312345678}, with blanks, colons or hyphens between, in quotes, or after a number and a comma as in {@code
     * 1,HWTC12345678}.
     *
     * @return empty if it is no serial number, as for an ONU that is registered without one
     */
    public static Optional<OnuSerial> read(SnmpValue value) {
        if (!(value instanceof SnmpValue.Octets octets)) {
            return Optional.empty();
        }
        return octets.length() == OCTETS ? parse(HexFormat.of().formatHex(octets.octets())) : parse(octets.text());
    }

    private static Optional<OnuSerial> parse(String text) {
        String bare = DECORATION.matcher(text.strip()).replaceAll("");
        // with it first: 0X12 may be a vendor
        return OnuSerial.parse(bare)
                .orElse(() -> OnuSerial.parse(bare.replaceFirst("^0[xX]", "")))
                .toJavaOptional();
    }
}
