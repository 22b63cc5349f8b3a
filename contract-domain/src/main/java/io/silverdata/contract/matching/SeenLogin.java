package io.silverdata.contract.matching;

import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.RadiusUser;
import java.util.Objects;
import java.util.Optional;

/**
 * A login that RADIUS has. Immutable.
 *
 * @param user which one
 * @param lastPort under which PON port its last session was, if the host reads that from accounting
 */
public record SeenLogin(RadiusUser user, Optional<PonPortId> lastPort) {

    public SeenLogin {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(lastPort, "lastPort");
    }

    /** One whose sessions are not known. */
    public static SeenLogin of(RadiusUser user) {
        return new SeenLogin(user, Optional.empty());
    }
}
