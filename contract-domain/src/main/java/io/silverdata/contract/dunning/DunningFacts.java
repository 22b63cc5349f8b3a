package io.silverdata.contract.dunning;

import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Rejection.InvalidValue;
import io.vavr.control.Either;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the host knows about the debt on one contract. Immutable.
 *
 * @param overdue what is past due
 * @param owed what is owed in all, in the same currency, {@code overdue} or more
 * @param dueOn when the oldest unpaid item was due, as it was first agreed: this tells one debt from the next. There exactly if
 *     anything is overdue
 * @param extendedTo the day from which days are counted instead, if the customer was given longer (prórroga); {@code dueOn} or
 *     later
 * @param unpaid how many items (invoices) are past due; 1 or more exactly if anything is
 * @param lastNotice when the host last told the customer outside of dunning, by letter for example, if it did
 * @param protections reasons to take no step for a while; those that are over may stay
 * @param asOf when all this was true; older facts than the policy allows lead to no step
 */
public record DunningFacts(
        Money overdue,
        Money owed,
        Optional<LocalDate> dueOn,
        Optional<LocalDate> extendedTo,
        int unpaid,
        Optional<LocalDate> lastNotice,
        List<DunningProtection> protections,
        Instant asOf) {

    /**
     * Checks that the facts fit together; the list is copied.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public DunningFacts {
        check(overdue, owed, dueOn, extendedTo, unpaid).throwFirst();
        Objects.requireNonNull(lastNotice, "lastNotice");
        protections = List.copyOf(protections);
        Objects.requireNonNull(asOf, "asOf");
    }

    /**
     * Facts from outside, whose parts may not fit together.
     *
     * @return the facts, or what is wrong with them
     */
    public static Either<InvalidValue, DunningFacts> of(
            Money overdue,
            Money owed,
            Optional<LocalDate> dueOn,
            Optional<LocalDate> extendedTo,
            int unpaid,
            Optional<LocalDate> lastNotice,
            List<DunningProtection> protections,
            Instant asOf) {
        return check(overdue, owed, dueOn, extendedTo, unpaid)
                .orElse(() ->
                        new DunningFacts(overdue, owed, dueOn, extendedTo, unpaid, lastNotice, protections, asOf));
    }

    /** Something is overdue, nothing else is owed, one item. */
    public static DunningFacts overdue(Money amount, LocalDate dueOn, Instant asOf) {
        return new DunningFacts(
                amount, amount, Optional.of(dueOn), Optional.empty(), 1, Optional.empty(), List.of(), asOf);
    }

    /** Nothing is overdue, and so much is owed that is not due yet; zero if nothing is. */
    public static DunningFacts nothingOverdue(Money owed, Instant asOf) {
        return new DunningFacts(
                new Money(BigDecimal.ZERO, owed.currency()),
                owed,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of(),
                asOf);
    }

    /** The same with more owed than is overdue. */
    public DunningFacts owing(Money inAll) {
        return new DunningFacts(overdue, inAll, dueOn, extendedTo, unpaid, lastNotice, protections, asOf);
    }

    /** The same with days counted from a later day. */
    public DunningFacts extendedTo(LocalDate day) {
        return new DunningFacts(overdue, owed, dueOn, Optional.of(day), unpaid, lastNotice, protections, asOf);
    }

    /** The same with so many items past due. */
    public DunningFacts unpaid(int items) {
        return new DunningFacts(overdue, owed, dueOn, extendedTo, items, lastNotice, protections, asOf);
    }

    /** The same, and the host told the customer on a day. */
    public DunningFacts noticedOn(LocalDate day) {
        return new DunningFacts(overdue, owed, dueOn, extendedTo, unpaid, Optional.of(day), protections, asOf);
    }

    /** The same with one more protection. */
    public DunningFacts protectedBy(DunningProtection protection) {
        return new DunningFacts(
                overdue,
                owed,
                dueOn,
                extendedTo,
                unpaid,
                lastNotice,
                Stream.concat(protections.stream(), Stream.of(protection)).toList(),
                asOf);
    }

    /** Whether anything is past due. */
    public boolean isOverdue() {
        return overdue.amount().signum() > 0;
    }

    /** The day from which days are counted, if anything is overdue. */
    public Optional<LocalDate> countedFrom() {
        return extendedTo.isPresent() ? extendedTo : dueOn;
    }

    private static Objections check(
            Money overdue, Money owed, Optional<LocalDate> dueOn, Optional<LocalDate> extendedTo, int unpaid) {
        boolean late = overdue.amount().signum() > 0;
        return new Objections()
                .unless(owed.currency().equals(overdue.currency()), "owed", owed, "in " + overdue.currency())
                .unless(owed.amount().compareTo(overdue.amount()) >= 0, "owed", owed, overdue + " or more")
                .unless(
                        dueOn.isPresent() == late,
                        "dueOn",
                        dueOn.map(LocalDate::toString).orElse("none"),
                        late ? "a date: " + overdue + " is overdue" : "none: nothing is overdue")
                .unless(extendedTo.isEmpty() || late, "extendedTo", text(extendedTo), "none: nothing is overdue")
                .unless(
                        extendedTo.isEmpty()
                                || dueOn.isEmpty()
                                || !extendedTo.get().isBefore(dueOn.get()),
                        "extendedTo",
                        text(extendedTo),
                        text(dueOn) + " or later")
                .unless(
                        late ? unpaid >= 1 : unpaid == 0,
                        "unpaid",
                        unpaid,
                        late ? "1 or more: " + overdue + " is overdue" : "0: nothing is overdue");
    }

    private static String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("none");
    }
}
