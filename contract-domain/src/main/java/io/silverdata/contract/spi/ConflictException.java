package io.silverdata.contract.spi;

import java.util.Objects;

/**
 * Another unit of work was faster: it changed the same contract, or took a unique value. Nothing of this unit of work
 * was written. Repeat all of it; {@code Contracts} does so for its own units of work.
 */
public final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What the conflict is about. */
    public enum Kind {
        /** The contract is at another version than expected. */
        CONTRACT_VERSION,
        /** Another contract has the number. */
        CONTRACT_NUMBER,
        /** Another contract holds the ONU. */
        ONU_SERIAL,
        /** Another contract holds the login. */
        RADIUS_USER,
        /** Another contract holds a network that overlaps. */
        NETWORK,
        /** The idempotency key is taken. */
        IDEMPOTENCY_KEY,
        /** Another contract holds the splitter output. */
        SPLITTER_PORT,
        /** The database chose this unit of work to give way: deadlock or serialization failure. */
        SERIALIZATION
    }

    /** A conflict about a value. */
    public ConflictException(Kind kind, String message) {
        super(message);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** A conflict that the storage reported. */
    public ConflictException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    /** What the conflict is about. */
    public Kind kind() {
        return kind;
    }
}
