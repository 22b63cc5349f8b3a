package io.silverdata.contract.model;

import io.vavr.control.Either;

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

    /**
     * Checks the text, and writes it in its one form.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public IpAddress {
        String text = value;
        value = IpOctets.text(IpOctets.read(text)
                .filter(IpOctets::isOfSubscribers)
                .orElseThrow(() -> new IllegalArgumentException(refusal(text).message())));
    }

    /**
     * Reads text from outside.
     *
     * @return the value, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, IpAddress> parse(String text) {
        return IpOctets.read(text).filter(IpOctets::isOfSubscribers).isPresent()
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

    private static Rejection.InvalidValue refusal(String text) {
        return new Rejection.InvalidValue(FIELD, text, ALLOWED);
    }
}
