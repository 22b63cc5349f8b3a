package io.silverdata.contract.spi;

import java.util.Objects;

/**
 * How an adapter gets on with one device.
 *
 * @param device its name: an OLT's id, a NAS' address, a database
 * @param condition how it is
 * @param detail the same for people; may be empty, and has no secret
 */
public record DeviceState(String device, Condition condition, String detail) {

    /** How a device is, as far as the adapter knows without asking it. */
    public enum Condition {
        /** It answered when last asked. */
        ANSWERING,
        /** It stopped answering and is left alone for a while. */
        RESTING,
        /** It has not been asked yet, or not for long. */
        UNKNOWN
    }

    public DeviceState {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(detail, "detail");
    }
}
