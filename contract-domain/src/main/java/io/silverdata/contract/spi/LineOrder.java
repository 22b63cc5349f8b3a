package io.silverdata.contract.spi;

import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import java.util.Objects;

/** One order to an OLT. */
public sealed interface LineOrder {

    /** The ONU that the order concerns, and the PON port. */
    OnuRegistration registration();

    /** The OLT that carries it out. */
    default OltId olt() {
        return registration().ponPort().olt();
    }

    /**
     * See {@link LineProvisioner#ensure}.
     *
     * @param service as the OLT should serve the ONU
     */
    record Ensure(LineService service) implements LineOrder {
        public Ensure {
            Objects.requireNonNull(service, "service");
        }

        @Override
        public OnuRegistration registration() {
            return service.line().registration();
        }
    }

    /**
     * See {@link LineProvisioner#remove}.
     *
     * @param registration that should not be there
     */
    record Remove(OnuRegistration registration) implements LineOrder {
        public Remove {
            Objects.requireNonNull(registration, "registration");
        }
    }
}
