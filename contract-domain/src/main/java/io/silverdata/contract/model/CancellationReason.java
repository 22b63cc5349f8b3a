package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;
import java.util.Objects;

/**
 * Why a contract ends. Hosts may add their own.
 *
 * @param code 1 to 64 characters of A-Z, 0-9 and underscore, beginning with a letter
 * @param category for reports
 * @param countsAsChurn whether reports count it as a lost customer
 */
public record CancellationReason(String code, Category category, boolean countsAsChurn) {
    private static final Rule RULE = Rule.word(
            "cancellationReason",
            Rule.CAPITAL,
            Rule.CAPITAL.or(Rule.DIGIT).or(CharMatcher.is('_')),
            64,
            "1 to 64 characters of A-Z, 0-9 and underscore, beginning with a letter");

    /** Who or what ended the contract. */
    public enum Category {
        /** The customer wanted it: voluntary churn. */
        CUSTOMER,
        /** Debt: involuntary churn. */
        NON_PAYMENT,
        /** The operator wanted it. */
        PROVIDER,
        /** The line cannot be built or kept. */
        TECHNICAL_INFEASIBLE,
        /** Death of the holder, or an order of a court or regulator. */
        DECEASED_OR_LEGAL
    }

    /** The customer leaves (baja voluntaria). */
    public static final CancellationReason CUSTOMER_REQUEST =
            new CancellationReason("CUSTOMER_REQUEST", Category.CUSTOMER, true);

    /** Unpaid debt (baja por mora). */
    public static final CancellationReason NON_PAYMENT =
            new CancellationReason("NON_PAYMENT", Category.NON_PAYMENT, true);

    /** The operator ends it. */
    public static final CancellationReason PROVIDER_DECISION =
            new CancellationReason("PROVIDER_DECISION", Category.PROVIDER, true);

    /** The line cannot be built or kept. */
    public static final CancellationReason TECHNICAL_INFEASIBLE =
            new CancellationReason("TECHNICAL_INFEASIBLE", Category.TECHNICAL_INFEASIBLE, false);

    /** Death of the holder, or an order of a court or regulator. */
    public static final CancellationReason DECEASED_OR_LEGAL =
            new CancellationReason("DECEASED_OR_LEGAL", Category.DECEASED_OR_LEGAL, false);

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public CancellationReason {
        RULE.check(code);
        Objects.requireNonNull(category, "category");
    }

    @Override
    public String toString() {
        return code;
    }
}
