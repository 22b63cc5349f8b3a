package io.silverdata.contract.adapters.radius.profile;

import io.silverdata.contract.adapters.radius.attribute.AttributeType;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.internal.Checks;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** A profile made of its parts. */
record ConfiguredProfile(
        String name,
        Function<Rates, Either<Rejection.InvalidValue, List<RadiusAttribute>>> formatter,
        List<RadiusAttribute> captivity,
        boolean changesSessions,
        Set<SessionDetail> identification,
        Set<AttributeType> liveAttributes)
        implements NasProfile {

    ConfiguredProfile {
        Checks.that(name.matches("[a-z0-9][a-z0-9-]{0,29}"), "name", name, "1 to 30 of a-z, 0-9 and -");
        Objects.requireNonNull(formatter, "formatter");
        captivity = List.copyOf(captivity);
        identification = Set.copyOf(identification);
        liveAttributes = Set.copyOf(liveAttributes);
    }

    @Override
    public Either<Rejection.InvalidValue, List<RadiusAttribute>> rates(Rates rates) {
        return formatter.apply(rates);
    }

    @Override
    public String toString() {
        return name;
    }
}
