package io.silverdata.contract.adapters.olt.spi;

import java.util.Objects;

/**
 * Whether a driver takes an OLT for one of its own. Only a proposal: the settings decide which driver is used.
 *
 * @param fit how sure the driver is
 * @param reason what it saw, for people
 */
public record Detection(Fit fit, String reason) {

    /** How sure a driver is. */
    public enum Fit {
        /** It is of another make, or no OLT: this driver must not touch it. */
        NO,
        /** Nothing speaks against it. */
        MAYBE,
        /** It is. */
        YES
    }

    public Detection {
        Objects.requireNonNull(fit, "fit");
        Objects.requireNonNull(reason, "reason");
    }
}
