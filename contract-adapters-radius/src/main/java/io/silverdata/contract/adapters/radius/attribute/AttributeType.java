package io.silverdata.contract.adapters.radius.attribute;

import io.silverdata.contract.adapters.radius.internal.Checks;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What an attribute is called, how it is numbered and what its value looks like. {@link Attributes} has those this library
 * knows; others may be made for devices it does not know.
 *
 * <p>Vendor-specific attributes are those of the usual form of RFC 2865, section 5.26: one octet of type, one of length.
 *
 * @param name as in FreeRADIUS' dictionary, so that it can be written into its tables
 * @param vendor the vendor's number (SMI Private Enterprise Number), 1 to 16,777,215; {@link #STANDARD} for attributes of
 *     the RFCs
 * @param code 1 to 255; of the standard ones not 26, which holds the vendor-specific
 * @param kind of the value
 * @param tagged whether a tag of 1 to 31 stands before the value (RFC 2868, section 3)
 */
public record AttributeType(String name, int vendor, int code, ValueKind kind, boolean tagged) {
    /** In place of a vendor's number: the attribute is one of the RFCs. */
    public static final int STANDARD = 0;

    private static final int VENDOR_SPECIFIC = 26;
    private static final int MAX_VENDOR = 0xFF_FFFF;
    private static final int MAX_OCTETS = 253;
    // of the 253, RFC 2865 5.26 takes four for the vendor, one for the type and one for the length
    private static final int MAX_VENDOR_OCTETS = 247;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");

    /**
     * Checks name and numbers.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public AttributeType {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Checks.that(NAME.matcher(name).matches(), "name", name, "1 to 64 characters: letters, digits and -._/");
        Checks.that(vendor >= STANDARD && vendor <= MAX_VENDOR, "vendor", vendor, "0 to " + MAX_VENDOR);
        Checks.that(code >= 1 && code <= 255, "code", code, "1 to 255");
        Checks.that(
                vendor != STANDARD || code != VENDOR_SPECIFIC,
                "code",
                code,
                "that of an attribute, not of a container");
        Checks.that(
                !tagged || kind == ValueKind.TEXT || kind == ValueKind.INTEGER,
                "kind",
                kind,
                "TEXT or INTEGER where there is a tag");
    }

    /** An attribute of the RFCs. */
    public static AttributeType standard(String name, int code, ValueKind kind) {
        return new AttributeType(name, STANDARD, code, kind, false);
    }

    /** A vendor's attribute. */
    public static AttributeType vendor(String name, int vendor, int code, ValueKind kind) {
        return new AttributeType(name, vendor, code, kind, false);
    }

    /** Whether it is a vendor's. */
    public boolean isVendorSpecific() {
        return vendor != STANDARD;
    }

    /** How many octets a value may have at most: 253, of a vendor's attribute 247; one less where there is a tag. */
    public int maxOctets() {
        return (isVendorSpecific() ? MAX_VENDOR_OCTETS : MAX_OCTETS) - (tagged ? 1 : 0);
    }

    @Override
    public String toString() {
        return name;
    }
}
