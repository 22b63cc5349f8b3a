package io.silverdata.contract.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * The right to write to a device for a while.
 *
 * @param device its name
 * @param token greater than that of any lease before on the same device
 * @param until when the right ends
 */
public record DeviceLease(String device, long token, Instant until) {

    public DeviceLease {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(until, "until");
    }
}
