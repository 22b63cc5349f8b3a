package io.silverdata.contract.spi;

import io.silverdata.contract.model.Rejection;
import java.util.Objects;

/**
 * A layout has a splitter on another PON port than the plant, and contracts have outputs of it. Nothing was installed. Plan a move:
 * {@code Contracts.moves()}.
 */
public final class MoveNeededException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection.MoveNeeded rejection;

    /** With what stands in the way. */
    public MoveNeededException(Rejection.MoveNeeded rejection) {
        super(rejection.message());
        this.rejection = Objects.requireNonNull(rejection, "rejection");
    }

    /** Which splitter, from where to where, and which contracts have outputs of it. */
    public Rejection.MoveNeeded rejection() {
        return rejection;
    }
}
