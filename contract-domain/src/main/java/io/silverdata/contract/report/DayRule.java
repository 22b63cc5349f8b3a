package io.silverdata.contract.report;

/** Which of the two broken days of a contract's life are billed: the one on which it begins, the one on which it ends. */
public enum DayRule {
    /** The first day is billed, the day of the cancellation is not. */
    FIRST_ONLY(0, 0),
    /** The first day is free, the day of the cancellation is billed. */
    LAST_ONLY(1, 1),
    /** Both are billed. */
    BOTH(0, 1),
    /** Neither is billed. */
    NEITHER(1, 0);

    private final int daysAfterStart;
    private final int daysAfterEnd;

    DayRule(int daysAfterStart, int daysAfterEnd) {
        this.daysAfterStart = daysAfterStart;
        this.daysAfterEnd = daysAfterEnd;
    }

    int daysAfterStart() {
        return daysAfterStart;
    }

    int daysAfterEnd() {
        return daysAfterEnd;
    }
}
