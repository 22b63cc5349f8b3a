package io.silverdata.contract.spi;

import io.silverdata.contract.model.RadiusUser;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Some of the logins that RADIUS knows.
 *
 * @param logins these; may be none though more follow
 * @param next what to ask for those that follow; empty if there are no more
 */
public record LoginPage(List<RadiusUser> logins, Optional<String> next) {

    public LoginPage {
        logins = List.copyOf(logins);
        Objects.requireNonNull(next, "next");
    }
}
