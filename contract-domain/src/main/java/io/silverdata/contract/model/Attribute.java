package io.silverdata.contract.model;

import io.vavr.control.Either;
import java.util.Comparator;
import java.util.Objects;

/**
 * What a host keeps of its own on a contract under a name. A contract has at most {@link #MAX_OF_A_CONTRACT} of them, each under a key
 * of its own.
 *
 * @param key the name
 * @param text 1 to 128 characters without control characters or lone surrogates
 */
public record Attribute(AttributeKey key, String text) {
    /** How many attributes a contract may have. */
    public static final int MAX_OF_A_CONTRACT = 32;

    static final Comparator<Attribute> BY_KEY = Comparator.comparing(Attribute::key);
    private static final Rule RULE = Rule.text("attribute", 128);

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public Attribute {
        Objects.requireNonNull(key, "key");
        RULE.check(text);
    }

    /**
     * Reads key and text from outside.
     *
     * @return the attribute, or what is wrong with the first bad part
     */
    public static Either<Rejection.InvalidValue, Attribute> parse(String key, String text) {
        return AttributeKey.parse(key).flatMap(name -> RULE.parse(text, good -> new Attribute(name, good)));
    }
}
