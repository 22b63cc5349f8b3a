package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.Objects;

/**
 * What somebody wrote about a contract.
 *
 * @param id tells it from every other note
 * @param contract on which contract
 * @param writtenAt when
 * @param actor who wrote it
 * @param text 1 to 4,000 characters; tabs and line breaks are the only control characters
 */
public record ContractNote(NoteId id, ContractId contract, Instant writtenAt, Actor actor, String text) {
    private static final int MAX = 4_000;
    private static final CharMatcher FORBIDDEN = CharMatcher.inRange('\0', '\u001F')
            .or(CharMatcher.is('\u007F'))
            .and(CharMatcher.noneOf("\t\n\r"))
            .precomputed();
    private static final Rule RULE = new Rule(
            "note",
            value -> !value.isEmpty()
                    && value.codePointCount(0, value.length()) <= MAX
                    && FORBIDDEN.matchesNoneOf(value)
                    && Texts.isWellFormed(value),
            "1 to " + MAX + " characters, without lone surrogates and control characters but tabs and line breaks");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public ContractNote {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(writtenAt, "writtenAt");
        Objects.requireNonNull(actor, "actor");
        RULE.check(text);
    }

    /** The text as it may be written, or what is wrong with it. */
    public static Either<Rejection.InvalidValue, String> parseText(String text) {
        return RULE.parse(text, good -> good);
    }
}
