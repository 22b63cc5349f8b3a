package io.silverdata.contract.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * That a worker has leased a row of work.
 *
 * @param worker who
 * @param until when the lease ends, unless it is renewed; one that has ended and was not settled is of a worker that died, or is too slow
 */
public record WorkHolder(String worker, Instant until) {

    public WorkHolder {
        Objects.requireNonNull(worker, "worker");
        Objects.requireNonNull(until, "until");
    }
}
