package io.silverdata.contract.json;

import io.silverdata.contract.model.Rejection;
import io.vavr.control.Either;

/** Text that the domain parsed. */
final class Parsed {
    private Parsed() {}

    /**
     * The value.
     *
     * @throws IllegalArgumentException with the message of the refusal, if it is none
     */
    static <T> T valid(Either<Rejection.InvalidValue, T> parsed) {
        return parsed.getOrElseThrow(refusal -> new IllegalArgumentException(refusal.message()));
    }
}
