package io.silverdata.contract.spi;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import java.util.Objects;

/** One order to the RADIUS side. */
public sealed interface AccessOrder {

    /** The login that the order concerns. */
    RadiusUser user();

    /**
     * See {@link AccessProvisioner#ensure}.
     *
     * @param service as RADIUS should treat the subscriber
     */
    record Ensure(AccessService service) implements AccessOrder {
        public Ensure {
            Objects.requireNonNull(service, "service");
        }

        @Override
        public RadiusUser user() {
            return service.user();
        }
    }

    /**
     * See {@link AccessProvisioner#remove}.
     *
     * @param user that should not be there
     */
    record Remove(RadiusUser user) implements AccessOrder {
        public Remove {
            Objects.requireNonNull(user, "user");
        }
    }
}
