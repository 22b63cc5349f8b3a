package io.silverdata.contract.query;

import io.silverdata.contract.model.Rejection;

/** A value of a query or a page is not allowed. The message names field, value and what is allowed; so does {@link #invalidValue()}. */
public final class InvalidQueryException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Rejection.InvalidValue invalidValue;

    InvalidQueryException(String field, String value, String allowed) {
        this(new Rejection.InvalidValue(field, value, allowed));
    }

    private InvalidQueryException(Rejection.InvalidValue invalidValue) {
        super(invalidValue.message());
        this.invalidValue = invalidValue;
    }

    /** Field, value and what is allowed, to be shown beside the field of a form. */
    public Rejection.InvalidValue invalidValue() {
        return invalidValue;
    }
}
