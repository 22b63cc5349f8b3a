package io.silverdata.contract.adapters.radius.internal.group;

import io.silverdata.contract.adapters.radius.attribute.AttributeType;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.internal.decision.AttributeValue;
import io.silverdata.contract.adapters.radius.internal.decision.LoginRows;
import io.silverdata.contract.adapters.radius.internal.decision.Row;
import io.silverdata.contract.adapters.radius.internal.sql.Operators;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The attributes that a group must have, for the profiles of all NASes. A group serves every NAS, so that it has the
 * attributes of all makers; a NAS ignores those of others.
 */
public final class GroupAttributes {
    // a NAS takes any number of these, with different keys before the equals sign
    private static final Set<AttributeType> MANY_IN_ONE =
            Set.of(Attributes.CISCO_AVPAIR, Attributes.ALC_SUBSCRIBER_QOS_OVERRIDE);

    private final List<NasProfile> profiles;

    public GroupAttributes(List<NasProfile> profiles) {
        this.profiles = List.copyOf(profiles);
    }

    /** The rates for every kind of NAS, or which rate cannot be written for one of them. */
    Either<Rejection.InvalidValue, List<RadiusAttribute>> rates(Rates rates) {
        List<RadiusAttribute> all = new ArrayList<>();
        for (NasProfile profile : profiles) {
            Either<Rejection.InvalidValue, List<RadiusAttribute>> some = profile.rates(rates);
            if (some.isLeft()) {
                return some;
            }
            all.addAll(some.get());
        }
        return Either.right(all);
    }

    /** The same as rows of a group. */
    public Either<Rejection.InvalidValue, List<Row>> rateRows(Rates rates) {
        return rates(rates)
                .map(all -> all.stream()
                        .distinct()
                        .map(attribute -> new Row(attribute.name(), operator(attribute, all), attribute.text()))
                        .toList());
    }

    /** All attributes of the group, or what is wrong with it. */
    Either<Rejection.InvalidValue, List<RadiusAttribute>> of(PlanGroup group) {
        Optional<NasProfile> withoutGarden = group.captive()
                ? profiles.stream()
                        .filter(profile -> profile.captivity().isEmpty())
                        .findFirst()
                : Optional.empty();
        if (withoutGarden.isPresent()) {
            return Either.left(new Rejection.InvalidValue(
                    "captive",
                    group.group().value(),
                    "for profiles with captivity, unlike " + withoutGarden.get().name()));
        }
        return rates(group.rates())
                .flatMap(rates -> withoutConflict(
                        Stream.of(rates, group.captive() ? captivity() : List.<RadiusAttribute>of(), group.others())
                                .flatMap(List::stream)
                                .distinct()
                                .toList()));
    }

    /** The keys of all rows that this library may have written into a group. */
    Set<String> ownedKeys(List<RadiusAttribute> wanted) {
        return Stream.concat(wanted.stream(), captivity().stream())
                .map(attribute -> key(attribute.name(), attribute.text()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Which rate a login is not given as it should be, though a group of it says one. Rates of which the group says nothing
     * are the operator's own affair.
     */
    static Optional<String> contradiction(LoginRows.Group group, List<Row> sent, List<Row> wanted) {
        for (Row rate : wanted) {
            List<Row> given = withKeyOf(rate, sent);
            if (!given.isEmpty() && !given.stream().allMatch(row -> AttributeValue.gives(row, rate))) {
                return Optional.of(rate.attribute() + " is "
                        + given.stream().map(Row::value).collect(Collectors.joining(", ")) + ", should be "
                        + rate.value());
            }
            List<Row> said = withKeyOf(rate, group.reply());
            if (given.isEmpty() && !said.isEmpty()) {
                return Optional.of(said.get(0) + " " + said.get(0).value() + " of group " + group.name()
                        + " is not sent, should be " + rate.value());
            }
        }
        return Optional.empty();
    }

    private static List<Row> withKeyOf(Row wanted, List<Row> rows) {
        return rows.stream().filter(row -> key(row).equals(key(wanted))).toList();
    }

    /** Attributes with the same key replace each other in a group. */
    public static String key(Row row) {
        return key(row.attribute(), row.value());
    }

    /** Attributes with the same key replace each other in a group. */
    public static String key(String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean many = MANY_IN_ONE.stream()
                .anyMatch(type -> type.name().toLowerCase(Locale.ROOT).equals(lower));
        int equals = value.indexOf('=');
        return many && equals > 0 ? lower + " " + value.substring(0, equals) : lower;
    }

    /** {@code :=} would replace the others of its name, so that several of a name get {@code +=}. */
    static String operator(RadiusAttribute attribute, List<RadiusAttribute> all) {
        boolean alone = all.stream()
                        .filter(other -> other.name().equals(attribute.name()))
                        .count()
                == 1;
        return alone && !MANY_IN_ONE.contains(attribute.type()) ? Operators.SET : Operators.ADD;
    }

    private List<RadiusAttribute> captivity() {
        return profiles.stream()
                .flatMap(profile -> profile.captivity().stream())
                .toList();
    }

    private static Either<Rejection.InvalidValue, List<RadiusAttribute>> withoutConflict(List<RadiusAttribute> all) {
        for (int i = 0; i < all.size(); i++) {
            RadiusAttribute one = all.get(i);
            for (RadiusAttribute other : all.subList(i + 1, all.size())) {
                if (key(one.name(), one.text()).equals(key(other.name(), other.text()))) {
                    return Either.left(new Rejection.InvalidValue(
                            one.name(), one.text() + " and " + other.text(), "one value in a group"));
                }
            }
        }
        return Either.right(all);
    }
}
