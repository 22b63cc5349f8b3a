package io.silverdata.contract.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * That a worker has a device.
 *
 * @param device its name, for example of an OLT
 * @param worker who has it
 * @param since when it was taken
 * @param until when the lease ends, unless it is renewed
 */
public record HeldDevice(String device, String worker, Instant since, Instant until) {

    public HeldDevice {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
    }
}
