package io.silverdata.contract.adapters.radius;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Some of the logins that nobody made by this library.
 *
 * @param names as the tables have them; such a name need not be one that this library allows
 * @param next what to ask for those that follow; empty if there are no more
 */
public record ForeignLogins(List<String> names, Optional<String> next) {

    public ForeignLogins {
        names = List.copyOf(names);
        Objects.requireNonNull(next, "next");
    }
}
