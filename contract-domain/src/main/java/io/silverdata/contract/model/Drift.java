package io.silverdata.contract.model;

import java.util.Objects;

/**
 * A difference between what a target was known to do and what it does.
 *
 * @param kind how they differ
 * @param detail what was found, for people, at most 512 characters
 */
public record Drift(Kind kind, String detail) {
    private static final int MAX_DETAIL = 512;

    /** How a target differs from the contract. A target that cannot be read does not differ: it is unknown. */
    public enum Kind {
        /** It lacks what it should have. */
        MISSING,
        /** It has what it should not have. */
        EXTRA,
        /** It has something else. */
        DIFFERENT
    }

    public Drift {
        Objects.requireNonNull(kind, "kind");
        detail = Texts.kept(detail, MAX_DETAIL);
    }
}
