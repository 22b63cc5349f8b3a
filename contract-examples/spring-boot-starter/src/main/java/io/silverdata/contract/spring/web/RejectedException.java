package io.silverdata.contract.spring.web;

import io.silverdata.contract.model.Rejection;
import java.util.Objects;

/**
 * Carries a rejection out of a controller or a transaction, for example {@code
 * contracts.cancel(..).getOrElseThrow(RejectedException::new)}: the transaction is rolled back, and the caller gets problem details.
 */
public final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Rejection rejection;

    /** Carries this rejection. */
    public RejectedException(Rejection rejection) {
        super(Objects.requireNonNull(rejection, "rejection").message());
        this.rejection = rejection;
    }

    /** Why something was refused. */
    public Rejection rejection() {
        return rejection;
    }
}
