package io.silverdata.contract.move;

import io.silverdata.contract.model.OnuRegistration;
import java.util.Objects;

/**
 * Something that a plant move tells an OLT.
 *
 * @param kind what
 * @param registration which ONU, and at which PON port
 * @param beforeSplice whether the OLT is told before the splitter is spliced
 */
public record DeviceChange(Kind kind, OnuRegistration registration, boolean beforeSplice) {

    /** What an OLT is told. */
    public enum Kind {
        /** To serve the ONU. */
        REGISTER,
        /** To forget the ONU. */
        REMOVE
    }

    public DeviceChange {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(registration, "registration");
    }
}
