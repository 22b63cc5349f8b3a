package io.silverdata.contract.model;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A further RADIUS attribute that contracts may have. Not those that have a place of their own in {@link AccessSettings}, since these are
 * unique; nor those by which RADIUS and this library do their work.
 *
 * @param name as in RADIUS' dictionary, 1 to 64 characters
 * @param type what a value looks like
 * @param max how many a contract may have, 1 to 16
 */
public record AllowedReplyAttribute(String name, Type type, int max) {
    private static final int MOST = 16;
    private static final long LARGEST_INTEGER = 0xFFFF_FFFFL;
    private static final Set<String> FORBIDDEN = Set.of(
            "framed-ip-address",
            "framed-ipv6-prefix",
            "delegated-ipv6-prefix",
            "framed-ipv6-address",
            "framed-route",
            "framed-ipv6-route",
            "user-name",
            "class",
            "state",
            "proxy-state",
            "message-authenticator",
            "auth-type",
            "fall-through",
            "user-profile");

    /** What the value of an attribute looks like. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** A whole number, 0 to 4,294,967,295. */
        INTEGER,
        /** An IPv4 or IPv6 address. It is not compared with those of other contracts. */
        ADDRESS,
        /** An IPv4 or IPv6 network. It is not compared with those of other contracts. */
        PREFIX
    }

    /**
     * Checks name and number.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public AllowedReplyAttribute {
        ReplyAttribute.NAME.check(name);
        Objects.requireNonNull(type, "type");
        Rule.range("max", max, 1, MOST);
        String lower = name.toLowerCase(Locale.ROOT);
        if (FORBIDDEN.contains(lower) || lower.endsWith("-password")) {
            throw new IllegalArgumentException(new Rejection.InvalidValue(
                            "replyAttribute", name, "an attribute that neither RADIUS nor this library works by")
                    .message());
        }
    }

    /** One that a contract may have once. */
    public static AllowedReplyAttribute once(String name, Type type) {
        return new AllowedReplyAttribute(name, type, 1);
    }

    /** The objection to a value of this attribute, if there is one. */
    public Optional<Rejection> objection(ReplyAttribute attribute) {
        String value = attribute.value();
        return switch (type) {
            case TEXT -> Optional.empty();
            case INTEGER ->
                value.matches("0|[1-9][0-9]{0,9}") && Long.parseLong(value) <= LARGEST_INTEGER
                        ? Optional.empty()
                        : Optional.of(new Rejection.InvalidValue(name, value, "0 to " + LARGEST_INTEGER));
            case ADDRESS ->
                IpOctets.read(value).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Rejection.InvalidValue(name, value, "an IPv4 or IPv6 address in digits"));
            case PREFIX ->
                IpPrefix.parse(value).isRight()
                        ? Optional.empty()
                        : Optional.of(IpPrefix.parse(value).getLeft());
        };
    }
}
