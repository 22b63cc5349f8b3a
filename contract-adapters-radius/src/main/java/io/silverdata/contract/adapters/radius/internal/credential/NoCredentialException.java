package io.silverdata.contract.adapters.radius.internal.credential;

/** The host's source of passwords failed. Its message is not kept: a password may be in it. */
public final class NoCredentialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoCredentialException(RuntimeException cause) {
        super("the source of passwords threw " + cause.getClass().getName());
    }

    /** What happened, for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
