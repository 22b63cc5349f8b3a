package io.silverdata.contract.dunning;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection.InvalidValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Which pauses a customer may ask for (suspensión voluntaria): holds of the category CUSTOMER_REQUEST. Staff is not bound by it.
 * Days are days in the operator's zone. Immutable.
 *
 * @param minDays the shortest pause, 1 or more
 * @param maxDays the longest, {@code minDays} or more
 * @param maxPerYear how many may begin within 365 days, 1 or more
 * @param restDays so many days between the end of one and the beginning of the next, 0 or more
 * @param noticeDays so many days between asking and the beginning, 0 or more
 * @param mustBeUpToDate whether nothing may be overdue; needs a ledger with facts, and refuses where none are known
 */
public record PauseRule(
        int minDays, int maxDays, int maxPerYear, int restDays, int noticeDays, boolean mustBeUpToDate) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public PauseRule {
        new Objections()
                .unless(minDays >= 1, "minDays", minDays, "1 or more")
                .unless(maxDays >= minDays, "maxDays", maxDays, minDays + " or more")
                .unless(maxPerYear >= 1, "maxPerYear", maxPerYear, "1 or more")
                .unless(restDays >= 0, "restDays", restDays, "0 or more")
                .unless(noticeDays >= 0, "noticeDays", noticeDays, "0 or more")
                .throwFirst();
    }

    /**
     * One pause a year of so many days, at any time, whatever is owed.
     *
     * @param minDays the shortest, 1 or more
     * @param maxDays the longest, {@code minDays} or more
     */
    public static PauseRule of(int minDays, int maxDays) {
        return new PauseRule(minDays, maxDays, 1, 0, 0, false);
    }

    /**
     * Once a year for 30 to 120 days, to customers who owe nothing, from one day to the next: as the reference of this project
     * has the rules of Brazil's ANATEL. A template, not legal advice.
     */
    public static PauseRule anatelLike() {
        return of(30, 120).onlyIfUpToDate();
    }

    /** The same with so many pauses that may begin within 365 days. */
    public PauseRule maxPerYear(int pauses) {
        return new PauseRule(minDays, maxDays, pauses, restDays, noticeDays, mustBeUpToDate);
    }

    /** The same with so many days between the end of one pause and the beginning of the next. */
    public PauseRule restDays(int days) {
        return new PauseRule(minDays, maxDays, maxPerYear, days, noticeDays, mustBeUpToDate);
    }

    /** The same with so many days between asking and the beginning. */
    public PauseRule noticeDays(int days) {
        return new PauseRule(minDays, maxDays, maxPerYear, restDays, days, mustBeUpToDate);
    }

    /** The same, if nothing is overdue. */
    public PauseRule onlyIfUpToDate() {
        return new PauseRule(minDays, maxDays, maxPerYear, restDays, noticeDays, true);
    }

    /**
     * Why a pause may not be. What counts are the pauses that are over, that last and that are scheduled; a scheduled pause that
     * this one takes the place of does not. A pause lifted as of its own begin was none. Debt is looked at now, when the pause is
     * ordered, and not again when it begins.
     *
     * @param start when it is to begin
     * @param until when it is to end by itself, after {@code start}; what has no end is for the suspension policy to refuse
     * @param contract as it is now, with what lasts and what is scheduled
     * @param history everything that happened to the contract
     * @param facts what the host knows about its debt
     * @param now when it is asked for
     * @param zone the operator's
     * @return the rule that it breaks; empty if it may be
     */
    public Optional<InvalidValue> objection(
            Instant start,
            Optional<Instant> until,
            Contract contract,
            List<RecordedEvent> history,
            Optional<DunningFacts> facts,
            Instant now,
            ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(start, zone);
        Optional<LocalDate> end = until.map(time -> LocalDate.ofInstant(time, zone));
        LocalDate earliest = LocalDate.ofInstant(now, zone).plusDays(noticeDays);
        Pauses others = Pauses.beside(start, until, contract, history, now, zone);
        int inAYear = others.mostInAYearWith(first);
        Objections objections = new Objections()
                .unless(
                        noticeDays == 0 || !first.isBefore(earliest),
                        "start",
                        first,
                        earliest + " or later, " + noticeDays + " days after asking")
                .unless(
                        inAYear < maxPerYear,
                        "pausesInAYear",
                        inAYear,
                        "at most " + (maxPerYear - 1) + " beside another");
        end.ifPresent(last -> {
            long days = ChronoUnit.DAYS.between(first, last);
            objections.unless(
                    days >= minDays && days <= maxDays,
                    "until",
                    last,
                    minDays + " to " + maxDays + " days after " + first);
        });
        others.endBefore(first)
                .ifPresent(last -> objections.unless(
                        !first.isBefore(last.plusDays(restDays)),
                        "start",
                        first,
                        last.plusDays(restDays) + " or later, " + restDays + " days after the last pause"));
        others.startAfter(first)
                .filter(next -> end.filter(last -> last.plusDays(restDays).isAfter(next))
                        .isPresent())
                .ifPresent(next -> objections.unless(
                        false,
                        "until",
                        end.orElseThrow(),
                        next.minusDays(restDays) + " or earlier, " + restDays + " days before the next pause"));
        return objections
                .unless(
                        !mustBeUpToDate
                                || facts.filter(known -> !known.isOverdue()).isPresent(),
                        "overdue",
                        facts.map(known -> known.overdue().toString()).orElse("unknown"),
                        "zero for a pause")
                .first();
    }
}
