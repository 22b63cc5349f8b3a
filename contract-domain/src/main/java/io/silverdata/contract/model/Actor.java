package io.silverdata.contract.model;

import io.vavr.control.Either;

/**
 * Who gave a command: a person, a program, or the library itself.
 *
 * @param value 1 to 128 characters without control characters or lone surrogates
 */
public record Actor(String value) implements Comparable<Actor> {
    private static final Rule RULE = Rule.text("actor", 128);

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public Actor {
        RULE.check(value);
    }

    /**
     * Reads text from outside.
     *
     * @return the value, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, Actor> parse(String text) {
        return RULE.parse(text, Actor::new);
    }

    @Override
    public int compareTo(Actor other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
