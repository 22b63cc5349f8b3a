package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;
import io.vavr.control.Either;

/**
 * The number people use for a contract: printed on the bill, unique among all contracts.
 *
 * @param value 1 to 32 characters of A-Z, 0-9, dot, slash and hyphen, beginning with a letter or digit
 */
public record ContractNumber(String value) implements Comparable<ContractNumber> {
    private static final Rule RULE = Rule.word(
            "contractNumber",
            Rule.CAPITAL.or(Rule.DIGIT),
            Rule.CAPITAL.or(Rule.DIGIT).or(CharMatcher.anyOf("./-")),
            32,
            "1 to 32 characters of A-Z, 0-9, dot, slash and hyphen, beginning with a letter or digit");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public ContractNumber {
        RULE.check(value);
    }

    /**
     * Reads text from outside.
     *
     * @return the value, or what is wrong with the text
     */
    public static Either<Rejection.InvalidValue, ContractNumber> parse(String text) {
        return RULE.parse(text, ContractNumber::new);
    }

    @Override
    public int compareTo(ContractNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
