package io.silverdata.contract.model;

import io.vavr.control.Either;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network that is reached over a subscriber's session (RFC 2865, section 5.22; RFC 3162, section 2.5).
 *
 * @param destination the network
 * @param gateway of the same family; the address of the session if empty
 * @param metric 0 to 255; 1 is usual
 */
public record FramedRoute(IpPrefix destination, Optional<IpAddress> gateway, int metric) {
    private static final int MAX_METRIC = 255;
    private static final Pattern FORM = Pattern.compile("(\\S+)(?: (\\S+))?(?: ([0-9]{1,3}))?");
    private static final String ALLOWED =
            "a network, and behind it a gateway of its family and a metric of 0 to 255, as 198.51.100.0/29 0.0.0.0 1";

    /**
     * Checks that both are of one family.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public FramedRoute {
        Objects.requireNonNull(destination, "destination");
        Rule.range("metric", metric, 0, MAX_METRIC);
        boolean isIpv4 = destination.isIpv4();
        if (gateway.filter(hop -> hop.isIpv4() != isIpv4).isPresent()) {
            throw new IllegalArgumentException(
                    refusal(destination + " " + gateway.get()).message());
        }
    }

    /** A network behind the address of the session. */
    public static FramedRoute to(IpPrefix destination) {
        return new FramedRoute(destination, Optional.empty(), 1);
    }

    /** The same with another gateway. */
    public FramedRoute over(IpAddress other) {
        return new FramedRoute(destination, Optional.of(other), metric);
    }

    /**
     * Reads what {@link #toString} writes; gateway and metric may be left out.
     *
     * @return the route, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, FramedRoute> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Either.left(refusal(text));
        }
        int metric = Optional.ofNullable(parts.group(3)).map(Integer::valueOf).orElse(1);
        Optional<String> hop = Optional.ofNullable(parts.group(2))
                .filter(gateway -> !gateway.equals("0.0.0.0") && !gateway.equals("::"));
        return IpPrefix.parse(parts.group(1))
                .flatMap(destination -> hop.map(IpAddress::parse)
                        .map(read -> read.map(Optional::of))
                        .orElseGet(() -> Either.right(Optional.empty()))
                        .flatMap(gateway -> metric <= MAX_METRIC
                                        && gateway.filter(known -> known.isIpv4() != destination.isIpv4())
                                                .isEmpty()
                                ? Either.right(new FramedRoute(destination, gateway, metric))
                                : Either.left(refusal(text))));
    }

    /** As RADIUS has it: {@code 198.51.100.0/29 0.0.0.0 1}. */
    @Override
    public String toString() {
        return destination + " " + gateway.map(IpAddress::value).orElse(destination.isIpv4() ? "0.0.0.0" : "::") + " "
                + metric;
    }

    private static Rejection.InvalidValue refusal(String text) {
        return new Rejection.InvalidValue("framedRoute", text, ALLOWED);
    }
}
