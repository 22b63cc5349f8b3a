package io.silverdata.contract.adapters.radius.attribute;

import io.silverdata.contract.adapters.radius.internal.Checks;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One attribute with its value: what a packet to a NAS says, and equally what a row of FreeRADIUS' tables says ({@link
 * #name} and {@link #text}). Immutable; safe for use by any number of threads.
 *
 * <p>A value always fits: it has at least one octet and no more than {@link AttributeType#maxOctets}, and is of the
 * attribute's kind.
 */
public final class RadiusAttribute {
    private static final int MIN_TAG = 1;
    private static final int MAX_TAG = 31;

    private final AttributeType type;
    // without the tag
    private final byte[] octets;
    private final int tag;

    private RadiusAttribute(AttributeType type, int tag, byte[] octets) {
        this.type = type;
        this.tag = tag;
        this.octets = octets;
    }

    /**
     * Text, for {@link ValueKind#TEXT} and {@link ValueKind#SECRET}.
     *
     * @throws IllegalArgumentException when the attribute is of another kind or has a tag, or the text is empty, too long
     *     in UTF-8 or holds control characters
     */
    public static RadiusAttribute text(AttributeType type, String value) {
        return of(untagged(type), 0, Values.text(type, value));
    }

    /**
     * Text behind a tag.
     *
     * @param tag 1 to 31
     * @throws IllegalArgumentException as for {@link #text(AttributeType, String)}, or when there is no tag
     */
    public static RadiusAttribute text(AttributeType type, int tag, String value) {
        return of(type, tag(type, tag), Values.text(type, value));
    }

    /**
     * A number, for {@link ValueKind#INTEGER} and {@link ValueKind#DATE}.
     *
     * @param value 0 to 4,294,967,295
     * @throws IllegalArgumentException when the attribute is of another kind or has a tag, or the number is out of range
     */
    public static RadiusAttribute integer(AttributeType type, long value) {
        return of(untagged(type), 0, Values.integer(type, value));
    }

    /**
     * A number behind a tag.
     *
     * @param tag 1 to 31
     * @param value 0 to 16,777,215
     * @throws IllegalArgumentException as for {@link #integer(AttributeType, long)}, or when there is no tag
     */
    public static RadiusAttribute integer(AttributeType type, int tag, long value) {
        return of(type, tag(type, tag), Values.integer(type, value));
    }

    /**
     * An address, for {@link ValueKind#IPV4} and {@link ValueKind#IPV6}.
     *
     * @throws IllegalArgumentException when the attribute is not of the address' kind
     */
    public static RadiusAttribute address(AttributeType type, InetAddress value) {
        return of(untagged(type), 0, Values.address(type, value));
    }

    /**
     * A prefix, for {@link ValueKind#IPV6_PREFIX}. Bits behind the prefix are left out.
     *
     * @param length 0 to 128
     * @throws IllegalArgumentException when the attribute is of another kind, or the length out of range
     */
    public static RadiusAttribute prefix(AttributeType type, Inet6Address address, int length) {
        return of(untagged(type), 0, Values.prefix(type, address, length));
    }

    /**
     * Octets as they are, for {@link ValueKind#OCTETS}.
     *
     * @throws IllegalArgumentException when the attribute is of another kind, or there are no octets or too many
     */
    public static RadiusAttribute octets(AttributeType type, byte[] value) {
        return of(untagged(type), 0, Values.octets(type, value));
    }

    /**
     * Reads a value as FreeRADIUS' tables have it. Names of numbers ({@code Framed-User}) are not known here.
     *
     * @param tag of a tagged attribute; empty for others
     * @param text in the form that {@link ValueKind} states
     * @return the attribute, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, RadiusAttribute> parse(
            AttributeType type, OptionalInt tag, String text) {
        Objects.requireNonNull(text, "text");
        if (tag.isPresent() != type.tagged()) {
            return Either.left(new Rejection.InvalidValue(
                    type.name(), text, type.tagged() ? "behind a tag of 1 to 31" : "without a tag"));
        }
        if (tag.isPresent() && (tag.getAsInt() < MIN_TAG || tag.getAsInt() > MAX_TAG)) {
            return Either.left(new Rejection.InvalidValue("tag", Integer.toString(tag.getAsInt()), "1 to 31"));
        }
        return Values.parse(type, text).map(octets -> of(type, tag.orElse(0), octets));
    }

    /** What it is. */
    public AttributeType type() {
        return type;
    }

    /** As FreeRADIUS' tables call it: the name of the type, with {@code :} and the tag where there is one. */
    public String name() {
        return type.tagged() ? type.name() + ":" + tag : type.name();
    }

    /** The value as FreeRADIUS' tables have it, in the form that {@link ValueKind} states. Secrets are shown. */
    public String text() {
        return Values.format(type, octets);
    }

    /** The value as it stands in a packet, with its tag; a copy. */
    public byte[] value() {
        if (!type.tagged()) {
            return octets.clone();
        }
        // RFC 2868 3.1: the tag stands before a text, and in place of the first octet of a number
        byte[] value = new byte[octets.length + 1];
        value[0] = (byte) tag;
        System.arraycopy(octets, 0, value, 1, octets.length);
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RadiusAttribute that
                && type.equals(that.type)
                && tag == that.tag
                && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * type.hashCode() + tag) + Arrays.hashCode(octets);
    }

    /** Name and value; a secret's value is not shown. */
    @Override
    public String toString() {
        String quote = type.kind() == ValueKind.TEXT ? "\"" : "";
        return name() + "=" + (type.kind() == ValueKind.SECRET ? "***" : quote + text() + quote);
    }

    private static RadiusAttribute of(AttributeType type, int tag, byte[] octets) {
        return new RadiusAttribute(type, tag, octets);
    }

    private static AttributeType untagged(AttributeType type) {
        Checks.that(!type.tagged(), "tag", "none", "1 to 31 for " + type);
        return type;
    }

    private static int tag(AttributeType type, int tag) {
        Checks.that(type.tagged(), "tag", tag, "none for " + type);
        Checks.that(tag >= MIN_TAG && tag <= MAX_TAG, "tag", tag, "1 to 31");
        return tag;
    }
}
