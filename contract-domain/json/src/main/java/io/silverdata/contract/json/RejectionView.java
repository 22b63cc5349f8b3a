package io.silverdata.contract.json;

import io.silverdata.contract.model.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a program and a person need to know of a rejection.
 *
 * @param code {@link Rejection#code()}: for programs
 * @param message {@link Rejection#message()}: for people
 * @param field which value of the caller it is about, by the name that the command's parameter has; empty if it is about the contract
 * @param values what the message names, by the names of the rejection's own components: each a {@link String} (a time in ISO 8601, an
 *     identity as people write it, the name of a constant), a {@link Long}, or a {@link List} of strings; unmodifiable
 */
public record RejectionView(String code, String message, Optional<String> field, Map<String, Object> values) {

    public RejectionView {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(values, "values");
    }

    /** The view of a rejection. */
    public static RejectionView of(Rejection rejection) {
        return new RejectionView(
                rejection.code(),
                rejection.message(),
                rejection.match(RejectionField.NAME),
                rejection.match(RejectionValues.OF).map());
    }
}
