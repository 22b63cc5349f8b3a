package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.FormReader;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.FramedRoute;
import io.silverdata.contract.model.IpAddress;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ReplyAttribute;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What RADIUS tells the NAS about one subscriber beside the plan. The whole of it in one form: what is emptied is taken away. */
final class AccessForms {
    private static final String ADDRESS = "fixedAddress";
    private static final String PREFIX = "framedPrefix";
    private static final String DELEGATED = "delegatedPrefix";
    private static final String ROUTES = "routes";
    private static final String ATTRIBUTES = "replyAttributes";
    private static final char SIGN = '=';

    private AccessForms() {}

    /** With a reason: open sessions are closed where an address changes or something is taken away. */
    static List<CommandForm> of(Contract contract) {
        AccessSettings present = contract.accessSettings();
        ContractId id = contract.id();
        List<Field> fields = List.of(
                Field.text(ADDRESS).beginning(text(present.address())).optional(),
                Field.text(PREFIX).beginning(text(present.prefix())).optional(),
                Field.text(DELEGATED).beginning(text(present.delegatedPrefix())).optional(),
                Field.longText(ROUTES).beginning(lines(present.routes())).optional(),
                Field.longText(ATTRIBUTES)
                        .beginning(lines(present.attributes()))
                        .optional());
        return List.of(new CommandForm(
                        "access",
                        CommandForm.Group.LINE,
                        CommandKind.CHANGE_ACCESS_SETTINGS,
                        fields,
                        typed -> read(typed)
                                .map(settings -> (contracts, by) -> contracts.changeAccessSettings(id, settings, by)))
                .withReason()
                .placing(AccessForms::place));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String lines(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }

    private static Optional<AccessSettings> read(FormReader typed) {
        Optional<IpAddress> address =
                family(ADDRESS, typed.optional(ADDRESS, IpAddress::parse), IpAddress::isIpv4, "ipv4", typed);
        Optional<IpPrefix> prefix = ipv6(PREFIX, typed);
        Optional<IpPrefix> delegated = ipv6(DELEGATED, typed);
        List<FramedRoute> routes = each(ROUTES, FramedRoute::parse, AccessSettings.MAX_ROUTES, typed);
        once(ROUTES, routes, FramedRoute::destination, typed);
        List<ReplyAttribute> attributes =
                each(ATTRIBUTES, AccessForms::attribute, AccessSettings.MAX_ATTRIBUTES, typed);
        once(ATTRIBUTES, attributes, Function.identity(), typed);
        return typed.make(() -> new AccessSettings(address, prefix, delegated, routes, attributes));
    }

    private static Optional<IpPrefix> ipv6(String field, FormReader typed) {
        return family(field, typed.optional(field, IpPrefix::parse), prefix -> !prefix.isIpv4(), "ipv6", typed);
    }

    private static <T> Optional<T> family(
            String field, Optional<T> read, Predicate<T> fits, String family, FormReader typed) {
        if (read.filter(fits.negate()).isPresent()) {
            typed.reject(field, Phrase.of("contract.error." + family));
        }
        return read;
    }

    /** What each line says. */
    private static <T> List<T> each(
            String field, Function<String, Either<Rejection.InvalidValue, T>> parse, int most, FormReader typed) {
        List<String> lines = typed.text(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() > most) {
            typed.reject(field, Phrase.of("contract.error.lines", most));
        }
        List<T> read = new ArrayList<>();
        lines.forEach(line -> typed.read(field, () -> parse.apply(line)).ifPresent(read::add));
        return read;
    }

    private static <T> void once(String field, List<T> values, Function<T, ?> what, FormReader typed) {
        Set<Object> before = new HashSet<>();
        for (T value : values) {
            Object same = what.apply(value);
            if (!before.add(same)) {
                typed.reject(field, Phrase.of("contract.error.twice", same));
            }
        }
    }

    /** As {@code Filter-Id = garden}. */
    private static Either<Rejection.InvalidValue, ReplyAttribute> attribute(String line) {
        int sign = line.indexOf(SIGN);
        return sign < 0
                ? Either.left(new Rejection.InvalidValue("replyAttribute", line, "NAME = VALUE"))
                : ReplyAttribute.parse(
                        line.substring(0, sign).strip(),
                        line.substring(sign + 1).strip());
    }

    /** Beside which field a rejection stands. One of an attribute's value is called as the attribute. */
    private static Optional<String> place(Rejection why, Form form) {
        if (why instanceof Rejection.NetworkInUse taken) {
            return Optional.of(holder(taken.network(), form));
        }
        return why instanceof Rejection.AttributeNotAllowed || why instanceof Rejection.InvalidValue
                ? Optional.of(ATTRIBUTES)
                : Optional.empty();
    }

    private static String holder(IpPrefix network, Form form) {
        Optional<AccessSettings> wanted = read(new FormReader(form));
        if (wanted.flatMap(AccessSettings::address)
                .filter(address -> address.asPrefix().equals(network))
                .isPresent()) {
            return ADDRESS;
        }
        if (wanted.flatMap(AccessSettings::prefix).filter(network::equals).isPresent()) {
            return PREFIX;
        }
        return wanted.flatMap(AccessSettings::delegatedPrefix)
                        .filter(network::equals)
                        .isPresent()
                ? DELEGATED
                : ROUTES;
    }
}
