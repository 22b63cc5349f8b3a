package io.silverdata.contract.dunning;

import io.silverdata.contract.model.DunningAction;
import io.silverdata.contract.model.Money;
import java.util.Objects;
import java.util.Optional;

/**
 * One step of a policy: what is done so many days after the due date. Immutable.
 *
 * @param daysOverdue days after the day from which they are counted, 1 to 3,650
 * @param action what is done
 * @param minimum the least overdue amount for which it is done; any if empty
 * @param minUnpaid the least number of unpaid items (invoices) for which it is done, 1 or more
 * @param noticeDays so many days must have gone by since a notice, 0 to 365; 0 asks for no notice
 * @param ownNotice whether that must be a notice that came after the cut before it, or any for the same debt
 */
public record DunningStep(
        int daysOverdue,
        DunningAction action,
        Optional<Money> minimum,
        int minUnpaid,
        int noticeDays,
        boolean ownNotice) {
    private static final int MAX_DAYS = 3_650;
    private static final int MAX_NOTICE_DAYS = 365;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public DunningStep {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(minimum, "minimum");
        new Objections()
                .unless(daysOverdue >= 1 && daysOverdue <= MAX_DAYS, "daysOverdue", daysOverdue, "1 to " + MAX_DAYS)
                .unless(minUnpaid >= 1, "minUnpaid", minUnpaid, "1 or more")
                .unless(
                        noticeDays >= 0 && noticeDays <= MAX_NOTICE_DAYS,
                        "noticeDays",
                        noticeDays,
                        "0 to " + MAX_NOTICE_DAYS)
                .unless(action != DunningAction.NOTIFY || noticeDays == 0, "noticeDays", noticeDays, "0 for a notice")
                .unless(!ownNotice || noticeDays > 0, "noticeDays", noticeDays, "1 or more with a notice of its own")
                .throwFirst();
    }

    /** A step for any amount, without notice. */
    public static DunningStep of(int daysOverdue, DunningAction action) {
        return new DunningStep(daysOverdue, action, Optional.empty(), 1, 0, false);
    }

    /** The same from this overdue amount on. */
    public DunningStep from(Money amount) {
        return new DunningStep(daysOverdue, action, Optional.of(amount), minUnpaid, noticeDays, ownNotice);
    }

    /** The same from so many unpaid items on. */
    public DunningStep fromUnpaid(int items) {
        return new DunningStep(daysOverdue, action, minimum, items, noticeDays, ownNotice);
    }

    /** The same, so many days after the first notice for the debt. */
    public DunningStep afterNotice(int days) {
        return new DunningStep(daysOverdue, action, minimum, minUnpaid, days, false);
    }

    /** The same, so many days, 1 or more, after a notice that came after the cut before it. */
    public DunningStep afterOwnNotice(int days) {
        return new DunningStep(daysOverdue, action, minimum, minUnpaid, days, true);
    }

    @Override
    public String toString() {
        return action + " on day " + daysOverdue;
    }

    boolean isWorthIt(DunningFacts facts) {
        return facts.unpaid() >= minUnpaid
                && (minimum.isEmpty()
                        || facts.overdue().amount().compareTo(minimum.get().amount()) >= 0);
    }
}
