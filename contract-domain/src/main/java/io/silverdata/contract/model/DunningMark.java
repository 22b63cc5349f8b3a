package io.silverdata.contract.model;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A step of the collection of debt that was taken, with the dates as they were then. Later an extension may move the day from
 * which days are counted, or another policy may count otherwise: what was done, and why it was right then, stays readable.
 *
 * <p>All days are days in the zone of the policy's calendar.
 *
 * @param dueOn when the oldest unpaid debt was due; tells one debt from the next
 * @param countedFrom the day from which days were counted: {@code dueOn}, or later by an extension
 * @param daysOverdue the step: so many days after {@code countedFrom}, 1 to 3,650
 * @param action what was done
 * @param takenOn the day on which it was done, {@code countedFrom} plus {@code daysOverdue} or later
 * @param overdue what was overdue
 */
public record DunningMark(
        LocalDate dueOn,
        LocalDate countedFrom,
        int daysOverdue,
        DunningAction action,
        LocalDate takenOn,
        Money overdue) {

    /**
     * Checks that the dates fit together: no step was taken before its day.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public DunningMark {
        Objects.requireNonNull(dueOn, "dueOn");
        Objects.requireNonNull(countedFrom, "countedFrom");
        Rule.range("daysOverdue", daysOverdue, 1, 3_650);
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(takenOn, "takenOn");
        Objects.requireNonNull(overdue, "overdue");
        notBefore("countedFrom", countedFrom, dueOn);
        notBefore("takenOn", takenOn, countedFrom.plusDays(daysOverdue));
    }

    /** Whether it was about the debt that was due then. */
    public boolean isAbout(LocalDate debt) {
        return dueOn.equals(debt);
    }

    @Override
    public String toString() {
        return action + " on " + takenOn + ", " + daysOverdue + " days after " + countedFrom;
    }

    private static void notBefore(String field, LocalDate value, LocalDate min) {
        if (value.isBefore(min)) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue(field, value.toString(), min + " or later").message());
        }
    }
}
