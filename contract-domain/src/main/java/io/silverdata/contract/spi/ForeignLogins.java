package io.silverdata.contract.spi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Some of the logins in RADIUS that this library did not create.
 *
 * @param names as RADIUS has them; such a name need not be a {@link io.silverdata.contract.model.RadiusUser}
 * @param next what to ask for those that follow; empty if there are no more
 */
public record ForeignLogins(List<String> names, Optional<String> next) {

    public ForeignLogins {
        names = List.copyOf(names);
        Objects.requireNonNull(next, "next");
    }
}
