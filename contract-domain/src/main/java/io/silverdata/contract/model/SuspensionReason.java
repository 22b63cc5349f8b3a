package io.silverdata.contract.model;

import com.google.common.base.CharMatcher;
import java.util.Objects;

/**
 * Why a service is held. A contract has at most one hold for each reason. Hosts may add their own.
 *
 * @param code 1 to 64 characters of A-Z, 0-9 and underscore, beginning with a letter; two reasons with one code are one
 *     reason
 * @param category for reports
 */
public record SuspensionReason(String code, Category category) {
    private static final Rule RULE = Rule.word(
            "suspensionReason",
            Rule.CAPITAL,
            Rule.CAPITAL.or(Rule.DIGIT).or(CharMatcher.is('_')),
            64,
            "1 to 64 characters of A-Z, 0-9 and underscore, beginning with a letter");

    /** The kinds of reason that reports tell apart. */
    public enum Category {
        /** Debt. */
        NON_PAYMENT,
        /** A pause that the customer asked for. */
        CUSTOMER_REQUEST,
        /** Fraud or abuse. */
        FRAUD_ABUSE,
        /** An order of a court or a regulator. */
        LEGAL_REGULATORY,
        /** Usage beyond the allowance. */
        FAIR_USE,
        /** Outage, repair or security. */
        TECHNICAL,
        /** Anything else that staff decides. */
        ADMINISTRATIVE
    }

    /** Cut for debt (corte por mora). */
    public static final SuspensionReason NON_PAYMENT = standard(Category.NON_PAYMENT);

    /** Pause asked for by the holder (suspensión voluntaria). */
    public static final SuspensionReason CUSTOMER_REQUEST = standard(Category.CUSTOMER_REQUEST);

    /** Fraud or abuse. */
    public static final SuspensionReason FRAUD_ABUSE = standard(Category.FRAUD_ABUSE);

    /** An order of a court or a regulator. */
    public static final SuspensionReason LEGAL_REGULATORY = standard(Category.LEGAL_REGULATORY);

    /** Usage beyond the allowance. */
    public static final SuspensionReason FAIR_USE = standard(Category.FAIR_USE);

    /** Outage, repair or security. */
    public static final SuspensionReason TECHNICAL = standard(Category.TECHNICAL);

    /** Anything else that staff decides. */
    public static final SuspensionReason ADMINISTRATIVE = standard(Category.ADMINISTRATIVE);

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public SuspensionReason {
        RULE.check(code);
        Objects.requireNonNull(category, "category");
    }

    @Override
    public String toString() {
        return code;
    }

    private static SuspensionReason standard(Category category) {
        return new SuspensionReason(category.name(), category);
    }
}
