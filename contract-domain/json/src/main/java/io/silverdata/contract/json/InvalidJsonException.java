package io.silverdata.contract.json;

import io.silverdata.contract.model.Rejection;
import java.util.Optional;

/**
 * A text is not the JSON that it should be. The message names the field and what is wrong with it, and repeats no text of a person.
 * What to do depends on where the text came from: refuse a request; look at a stored row.
 */
public final class InvalidJsonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Rejection.InvalidValue> rejection;

    private InvalidJsonException(Rejection.InvalidValue rejection) {
        super(rejection.message());
        this.rejection = Optional.of(rejection);
    }

    InvalidJsonException(String message) {
        super(message);
        rejection = Optional.empty();
    }

    InvalidJsonException(String message, Throwable cause) {
        super(message, cause);
        rejection = Optional.empty();
    }

    /** What {@link TextForm#parse} refused, for authors of bindings. */
    public static InvalidJsonException of(Rejection.InvalidValue rejection) {
        return new InvalidJsonException(rejection);
    }

    /** What was refused, if one value was; the message says it, too, with the value, which came from the caller. */
    public Optional<Rejection.InvalidValue> rejection() {
        return rejection;
    }
}
