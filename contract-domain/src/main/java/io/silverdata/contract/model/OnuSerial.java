package io.silverdata.contract.model;

import com.google.common.base.Ascii;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The serial number of an optical network unit (ONU): vendor id and vendor-specific serial number, eight octets on the
 * wire (ITU-T G.984.3 section 9.2.4.1).
 *
 * <p>Two spellings are one value: {@code HWTC12345678} as printed on the label and {@code 4857544312345678} as most
 * management tools show it. The first is kept.
 *
 * @param value four letters or digits of the vendor id followed by eight hexadecimal digits, upper case
 */
public record OnuSerial(String value) implements Comparable<OnuSerial> {
    private static final Rule LABEL = Rule.of(
            "onuSerial",
            "[A-Z0-9]{4}[0-9A-F]{8}",
            "4 letters or digits of the vendor and 8 hexadecimal digits, as HWTC12345678, or 16 hexadecimal digits, as"
                    + " 4857544312345678");
    private static final int HEXADECIMAL_LENGTH = 16;
    private static final int VENDOR_HEXADECIMAL_LENGTH = 8;

    /**
     * Takes either spelling, in any case, and keeps the label's.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public OnuSerial {
        value = LABEL.check(label(Objects.requireNonNull(value, "value")));
    }

    /**
     * Reads either spelling, in any case, surrounding white space ignored.
     *
     * @return the serial, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, OnuSerial> parse(String text) {
        return LABEL.parse(label(text.strip()), OnuSerial::new).mapLeft(ignored -> LABEL.refusal(text));
    }

    /** The four characters that name the vendor, for example {@code HWTC}. */
    public String vendor() {
        return value.substring(0, 4);
    }

    /** The sixteen hexadecimal digits of the eight octets on the wire, for example {@code 4857544312345678}. */
    public String toHexadecimal() {
        return HexFormat.of().withUpperCase().formatHex(vendor().getBytes(StandardCharsets.US_ASCII))
                + value.substring(4);
    }

    @Override
    public int compareTo(OnuSerial other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String label(String text) {
        String upper = Ascii.toUpperCase(text);
        if (upper.length() != HEXADECIMAL_LENGTH || !upper.chars().allMatch(HexFormat::isHexDigit)) {
            return upper;
        }
        byte[] vendor = HexFormat.of().parseHex(upper, 0, VENDOR_HEXADECIMAL_LENGTH);
        return new String(vendor, StandardCharsets.ISO_8859_1) + upper.substring(VENDOR_HEXADECIMAL_LENGTH);
    }
}
