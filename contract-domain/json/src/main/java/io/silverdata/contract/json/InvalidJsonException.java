package io.silverdata.contract.json;

/**
 * A text is not the JSON that it should be. The message names the field and what is wrong with it, and repeats no text of a person.
 * What to do depends on where the text came from: refuse a request; look at a stored row.
 */
public final class InvalidJsonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidJsonException(String message) {
        super(message);
    }

    InvalidJsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
