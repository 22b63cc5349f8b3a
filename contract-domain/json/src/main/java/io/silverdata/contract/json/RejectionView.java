package io.silverdata.contract.json;

import io.silverdata.contract.model.Rejection;
import java.util.Objects;
import java.util.Optional;

/**
 * What a program and a person need to know of a rejection.
 *
 * @param code {@link Rejection#code()}: for programs
 * @param message {@link Rejection#message()}: for people
 * @param field which value of the caller it is about, by the name that the command's parameter has; empty if it is about the contract
 */
public record RejectionView(String code, String message, Optional<String> field) {

    public RejectionView {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(field, "field");
    }

    /** The view of a rejection. */
    public static RejectionView of(Rejection rejection) {
        return new RejectionView(rejection.code(), rejection.message(), rejection.match(RejectionField.NAME));
    }
}
