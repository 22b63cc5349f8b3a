package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;

/**
 * A further attribute that RADIUS tells the NAS about one subscriber. Which names a contract may have, and of which type, is the host's to
 * say: {@link AllowedReplyAttribute}.
 *
 * @param name as in RADIUS' dictionary, 1 to 64 characters
 * @param value text as the dictionary's type has it, 1 to 247 octets in UTF-8, without control characters; no quotation mark at the beginning,
 *     which FreeRADIUS would take for a text to be computed
 */
public record ReplyAttribute(String name, String value) {
    static final Rule NAME = Rule.of(
            "replyAttribute", "[A-Za-z0-9][A-Za-z0-9._/-]{0,63}", "1 to 64 characters: letters, digits and -._/");

    private static final int MAX_OCTETS = 247;
    private static final CharMatcher QUOTES = CharMatcher.anyOf("\"'`");
    private static final Rule TEXT = Rule.text("replyAttribute", MAX_OCTETS);

    /**
     * Checks name and value.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public ReplyAttribute {
        NAME.check(name);
        if (!isValue(value)) {
            throw new IllegalArgumentException(refusal(name, value).message());
        }
    }

    /**
     * Reads name and value from outside.
     *
     * @return the attribute, or what is wrong with the first bad part
     */
    public static Either<Rejection.InvalidValue, ReplyAttribute> parse(String name, String value) {
        return NAME.parse(name, good -> good)
                .flatMap(good -> isValue(value)
                        ? Either.right(new ReplyAttribute(good, value))
                        : Either.left(refusal(good, value)));
    }

    @Override
    public String toString() {
        return name + " = " + value;
    }

    private static boolean isValue(String value) {
        return TEXT.fits().test(value)
                && value.getBytes(StandardCharsets.UTF_8).length <= MAX_OCTETS
                && !QUOTES.matches(value.charAt(0));
    }

    private static Rejection.InvalidValue refusal(String name, String value) {
        return new Rejection.InvalidValue(
                name,
                value,
                "1 to 247 octets in UTF-8 without control characters, not beginning with a quotation mark");
    }
}
