package io.silverdata.contract.adapters.radius;

/** The host's source of passwords failed. What it said is not kept: a password may be in it. */
final class NoCredentialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoCredentialException(RuntimeException cause) {
        super(cause.getClass().getName());
    }

    String reason() {
        return "the source of passwords threw " + getMessage();
    }
}
