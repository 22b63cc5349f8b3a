package io.silverdata.contract.spi;

import java.util.Objects;

/**
 * The storage could not be reached, or failed. {@link #outcome} says what became of the unit of work, and so what the caller
 * may do.
 */
public sealed class StorageException extends RuntimeException permits UnreadableContractException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    /** What became of the unit of work that failed. */
    public enum Outcome {
        /**
         * Nothing of it was kept: it failed before its commit. It may be repeated once the cause is removed. Inside a
         * transaction of the host, the host must roll back.
         */
        NOT_COMMITTED,
        /**
         * It was committed, and everybody sees it; only what comes after a commit failed, such as writing it through to a
         * file. It must not be repeated as something new. Whether it outlives a crash of the process is not certain until
         * the storage works again.
         */
        COMMITTED,
        /**
         * The commit was asked for and got no answer: it was kept, or it was not. Repeat a command under its idempotency
         * key, which gives the first result if there is one; without a key, look first.
         */
        UNKNOWN
    }

    /** A failure that the adapter found before the commit. */
    public StorageException(String message) {
        super(message);
        outcome = Outcome.NOT_COMMITTED;
    }

    /** A failure that the storage reported before the commit. */
    public StorageException(String message, Throwable cause) {
        super(message, cause);
        outcome = Outcome.NOT_COMMITTED;
    }

    /** A failure at the commit or after it. */
    public StorageException(Outcome outcome, String message, Throwable cause) {
        super(message, cause);
        this.outcome = Objects.requireNonNull(outcome, "outcome");
    }

    /** What became of the unit of work. */
    public Outcome outcome() {
        return outcome;
    }
}
