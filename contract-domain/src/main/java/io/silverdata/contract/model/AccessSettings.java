package io.silverdata.contract.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What RADIUS tells the NAS about one subscriber, beside the plan. Addresses and networks are the subscriber's alone: no other contract has
 * one that overlaps. Addresses out of pools are not in here; pools are RADIUS' affair.
 *
 * <p>Immutable.
 *
 * @param address a fixed IPv4 address (Framed-IP-Address)
 * @param prefix the IPv6 network of the link (Framed-IPv6-Prefix)
 * @param delegatedPrefix the IPv6 network that the subscriber's router has (Delegated-IPv6-Prefix)
 * @param routes networks behind the subscriber (Framed-Route, Framed-IPv6-Route), in order of destination, at most {@link #MAX_ROUTES}
 * @param attributes further attributes, in order of name; several of a name in the order that was given; at most {@link #MAX_ATTRIBUTES}
 */
public record AccessSettings(
        Optional<IpAddress> address,
        Optional<IpPrefix> prefix,
        Optional<IpPrefix> delegatedPrefix,
        List<FramedRoute> routes,
        List<ReplyAttribute> attributes) {
    /** How many routes a contract may have. */
    public static final int MAX_ROUTES = 16;

    /** How many further attributes a contract may have. */
    public static final int MAX_ATTRIBUTES = 16;

    /** Nothing beside the plan. */
    public static final AccessSettings NONE =
            new AccessSettings(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    /**
     * Checks families and numbers.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public AccessSettings {
        address.ifPresent(fixed -> require(fixed.isIpv4(), "address", fixed.value(), "an IPv4 address"));
        prefix.ifPresent(network -> require(!network.isIpv4(), "prefix", network.value(), "an IPv6 network"));
        delegatedPrefix.ifPresent(
                network -> require(!network.isIpv4(), "delegatedPrefix", network.value(), "an IPv6 network"));
        routes = routes.stream()
                .sorted((one, other) -> one.destination().compareTo(other.destination()))
                .toList();
        require(
                routes.stream().map(FramedRoute::destination).distinct().count() == routes.size(),
                "routes",
                routes.toString(),
                "each destination once");
        Rule.range("routes", routes.size(), 0, MAX_ROUTES);
        attributes = attributes.stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
        Rule.range("attributes", attributes.size(), 0, MAX_ATTRIBUTES);
        require(
                attributes.stream().distinct().count() == attributes.size(),
                "attributes",
                attributes.toString(),
                "each value of a name once");
    }

    private static void require(boolean fits, String field, String value, String allowed) {
        if (!fits) {
            throw new IllegalArgumentException(new Rejection.InvalidValue(field, value, allowed).message());
        }
    }

    /** The same with a fixed IPv4 address. */
    public AccessSettings with(IpAddress fixed) {
        return new AccessSettings(Optional.of(fixed), prefix, delegatedPrefix, routes, attributes);
    }

    /** The same without a fixed IPv4 address. */
    public AccessSettings withoutAddress() {
        return new AccessSettings(Optional.empty(), prefix, delegatedPrefix, routes, attributes);
    }

    /** The same with an IPv6 network of the link. */
    public AccessSettings withPrefix(IpPrefix network) {
        return new AccessSettings(address, Optional.of(network), delegatedPrefix, routes, attributes);
    }

    /** The same with an IPv6 network for the subscriber's router. */
    public AccessSettings withDelegatedPrefix(IpPrefix network) {
        return new AccessSettings(address, prefix, Optional.of(network), routes, attributes);
    }

    /** The same with one route more. */
    public AccessSettings with(FramedRoute route) {
        return new AccessSettings(address, prefix, delegatedPrefix, and(routes, route), attributes);
    }

    /** The same with one further attribute more. */
    public AccessSettings with(ReplyAttribute attribute) {
        return new AccessSettings(address, prefix, delegatedPrefix, routes, and(attributes, attribute));
    }

    private static <T> List<T> and(List<T> some, T another) {
        List<T> all = new ArrayList<>(some);
        all.add(another);
        return all;
    }

    /** Whether there is nothing beside the plan. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** The networks that are the subscriber's alone, in order; no two of them overlap. */
    public Set<IpPrefix> networks() {
        Stream<IpPrefix> link = Stream.of(address.map(IpAddress::asPrefix), prefix, delegatedPrefix)
                .flatMap(Optional::stream);
        return inOrder(Stream.concat(link, routes.stream().map(FramedRoute::destination)));
    }

    static Set<IpPrefix> inOrder(Stream<IpPrefix> networks) {
        return Collections.unmodifiableSet(new TreeSet<>(IpPrefix.widest(networks.toList())));
    }
}
