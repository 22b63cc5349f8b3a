package io.silverdata.contract.spi;

/** The storage could not be reached, or failed. Whether the unit of work was kept is known only if the message says so. */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure found by the adapter. */
    public StorageException(String message) {
        super(message);
    }

    /** A failure reported by the storage. */
    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
