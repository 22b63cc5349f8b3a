package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;

/**
 * Why provisioning of a target failed.
 *
 * @param code a stable word for programs, 1 to 64 characters of A-Z, 0-9 and underscore
 * @param detail the device's own words, for people, at most 512 characters
 */
public record ProvisioningFailure(String code, String detail) {
    private static final Rule RULE = Rule.word(
            "code",
            Rule.CAPITAL,
            Rule.CAPITAL.or(Rule.DIGIT).or(CharMatcher.is('_')),
            64,
            "1 to 64 characters of A-Z, 0-9 and underscore");
    private static final int MAX_DETAIL = 512;

    /**
     * Checks the code; a longer detail is cut, and NUL in it replaced.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public ProvisioningFailure {
        checkCode(code);
        detail = Texts.kept(detail, MAX_DETAIL);
    }

    /**
     * Checks a code by itself, where an adapter makes it.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public static void checkCode(String code) {
        RULE.check(code);
    }
}
