package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.attribute.AttributeType;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.internal.decision.AttributeValue;
import io.silverdata.contract.adapters.radius.internal.decision.LoginRows;
import io.silverdata.contract.adapters.radius.internal.decision.Row;
import io.silverdata.contract.adapters.radius.internal.sql.Operators;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.FramedRoute;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ReplyAttribute;
import io.silverdata.contract.spi.DeviceOutcome.Refused;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of {@code radreply} that say what a contract has beside its plan. */
public final class SettingsRows {
    /** By these a session is found (RFC 5176, section 3): no NAS changes them while it lasts. */
    private static final Set<String> ADDRESSES =
            names(Attributes.FRAMED_IP_ADDRESS, Attributes.FRAMED_IPV6_PREFIX, Attributes.DELEGATED_IPV6_PREFIX);

    private static final Set<String> ROUTES = names(Attributes.FRAMED_ROUTE, Attributes.FRAMED_IPV6_ROUTE);

    /** A group with one of these gives its members addresses of its own. */
    private static final Set<String> ADDRESSING = names(
            Attributes.FRAMED_IP_ADDRESS,
            Attributes.FRAMED_POOL,
            Attributes.FRAMED_IPV6_PREFIX,
            Attributes.FRAMED_IPV6_POOL,
            Attributes.DELEGATED_IPV6_PREFIX,
            Attributes.DELEGATED_IPV6_PREFIX_POOL,
            Attributes.MIKROTIK_DELEGATED_IPV6_POOL);

    private final Map<String, AttributeType> others;

    /** @param others attributes that contracts may have, beside those of the catalogue */
    public SettingsRows(Collection<AttributeType> others) {
        this.others = others.stream().collect(Collectors.toUnmodifiableMap(AttributeType::name, Function.identity()));
    }

    /** What was done to the rows, for the sessions that are open. */
    enum Change {
        /** Nothing. */
        NONE,
        /** A session can be told. */
        TOLD,
        /** A session must begin anew: its addresses are others, or it has something that is taken away. */
        RECONNECT
    }

    private static Set<String> names(AttributeType... types) {
        return List.of(types).stream().map(type -> lower(type.name())).collect(Collectors.toUnmodifiableSet());
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The rows of some settings. Several of a name are added to each other. */
    static List<Row> of(AccessSettings settings) {
        List<ReplyAttribute> all = new ArrayList<>();
        settings.address().ifPresent(address -> all.add(said(Attributes.FRAMED_IP_ADDRESS, address)));
        settings.prefix().ifPresent(prefix -> all.add(said(Attributes.FRAMED_IPV6_PREFIX, prefix)));
        settings.delegatedPrefix().ifPresent(prefix -> all.add(said(Attributes.DELEGATED_IPV6_PREFIX, prefix)));
        for (FramedRoute route : settings.routes()) {
            all.add(said(route.destination().isIpv4() ? Attributes.FRAMED_ROUTE : Attributes.FRAMED_IPV6_ROUTE, route));
        }
        all.addAll(settings.attributes());
        Map<String, Long> times =
                all.stream().collect(Collectors.groupingBy(ReplyAttribute::name, Collectors.counting()));
        return all.stream()
                .map(attribute -> new Row(
                        attribute.name(),
                        times.getOrDefault(attribute.name(), 1L) > 1 ? Operators.ADD : Operators.SET,
                        attribute.value()))
                .toList();
    }

    private static ReplyAttribute said(AttributeType type, Object value) {
        return new ReplyAttribute(type.name(), value.toString());
    }

    /** The rows under the group of a hold: without what that replaces, and without addresses where it gives others. */
    static List<Row> under(LoginRows.Group hold, AccessSettings settings) {
        boolean givesAddresses = hold.reply().stream().anyMatch(row -> ADDRESSING.contains(lower(row.attribute())));
        return of(settings).stream()
                .filter(row -> !(givesAddresses && isOfAddresses(row)))
                .filter(row -> hold.reply().stream()
                        .noneMatch(held -> held.is(row.attribute()) && held.op().equals(Operators.SET)))
                .toList();
    }

    private static boolean isOfAddresses(Row row) {
        String name = lower(row.attribute());
        return ADDRESSES.contains(name) || ROUTES.contains(name);
    }

    /** Why FreeRADIUS or a NAS would not read a row, if that is so: it passes over a name that it does not know in silence. */
    Optional<Refused> unreadable(List<Row> rows) {
        return rows.stream().flatMap(row -> read(row).swap().toJavaStream()).findFirst();
    }

    private Either<Refused, RadiusAttribute> read(Row row) {
        return Optional.ofNullable(others.get(row.attribute()))
                .map(type -> RadiusAttribute.parse(type, OptionalInt.empty(), row.value()))
                .orElseGet(() -> Attributes.parse(row.attribute(), row.value()))
                .mapLeft(refusal -> new Refused("ATTRIBUTE_UNKNOWN", refusal.message()));
    }

    /** Which row a login is not given, if there is one. */
    static Optional<Refused> notGiven(List<Row> wanted, List<Row> reply) {
        for (Row row : wanted) {
            List<Row> given =
                    reply.stream().filter(sent -> sent.is(row.attribute())).toList();
            boolean isGiven = given.stream().anyMatch(sent -> AttributeValue.gives(sent, row));
            boolean isAlone =
                    row.op().equals(Operators.ADD) || ROUTES.contains(lower(row.attribute())) || given.size() == 1;
            if (!isGiven || !isAlone) {
                return Optional.of(new Refused(
                        "SETTINGS_NOT_GIVEN",
                        new Rejection.InvalidValue(
                                        row.attribute(),
                                        given.stream()
                                                .map(Row::value)
                                                .collect(Collectors.joining(", ", "sent as ", "")),
                                        row.value() + " alone; a group that says it, too, needs the operator =")
                                .message()));
            }
        }
        return Optional.empty();
    }

    /** What a session is told: all but what it is found by. */
    List<RadiusAttribute> told(List<Row> rows) {
        return rows.stream()
                .filter(row -> !ADDRESSES.contains(lower(row.attribute())))
                .flatMap(row -> read(row).toJavaStream())
                .toList();
    }

    /**
     * What it means to open sessions that rows are deleted and added. An attribute that is there once takes another value; of others a NAS
     * is told what is added, and never that one is gone.
     */
    static Change change(List<Row> before, List<Row> after) {
        List<Row> deleted = without(before, after);
        List<Row> added = without(after, before);
        if (deleted.isEmpty() && added.isEmpty()) {
            return Change.NONE;
        }
        boolean readdressed = deleted.stream().anyMatch(SettingsRows::isAddress)
                || added.stream().anyMatch(SettingsRows::isAddress);
        boolean takenAway = deleted.stream()
                .anyMatch(gone -> ROUTES.contains(lower(gone.attribute()))
                        || gone.op().equals(Operators.ADD)
                        || added.stream().noneMatch(next -> next.is(gone.attribute())));
        return readdressed || takenAway ? Change.RECONNECT : Change.TOLD;
    }

    /** A row that another tool wrote with another operator says the same to a NAS. */
    private static List<Row> without(List<Row> rows, List<Row> others) {
        return rows.stream()
                .filter(row -> others.stream()
                        .noneMatch(other ->
                                other.is(row.attribute()) && other.value().equals(row.value())))
                .toList();
    }

    private static boolean isAddress(Row row) {
        return ADDRESSES.contains(lower(row.attribute()));
    }
}
