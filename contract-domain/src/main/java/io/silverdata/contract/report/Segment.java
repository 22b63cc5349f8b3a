package io.silverdata.contract.report;

import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.AppliedDiscount;
import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.BillingAnchor;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PlanId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Days of a contract on which one and the same is owed: for its plan, or for one of its add-ons. The segments of the plan follow each other
 * without gap or overlap; those of an add-on lie beside them, on the days on which the holder has it.
 *
 * @param contract whose days
 * @param version of the contract at the event that this segment was issued for
 * @param from the first day, in the operator's zone
 * @param to the day after the last; none while nothing is known that ends it
 * @param holder who owes
 * @param plan for what
 * @param planVersion in the host's catalogue
 * @param price of a whole cycle, as agreed, before discounts; see {@link #net}
 * @param cycle what the price is for
 * @param anchor where the cycles are counted from; see {@link #period}
 * @param billable how much of the price is owed for these days
 * @param cause {@link #ACTIVE}, or the code of the reason that holds the service
 * @param addOn for which add-on; for the plan if empty. Price, cycle and anchor are those of the add-on then; plan is the one beside it
 * @param discounts what is taken off the price of a whole cycle of the plan on these days, in the order of their codes; none off an add-on
 */
public record Segment(
        ContractId contract,
        long version,
        LocalDate from,
        Optional<LocalDate> to,
        CustomerId holder,
        PlanId plan,
        int planVersion,
        Money price,
        BillingCycle cycle,
        BillingAnchor anchor,
        Billability billable,
        String cause,
        Optional<AddOnId> addOn,
        List<AppliedDiscount> discounts) {
    /** The cause of days on which nothing holds the service. */
    public static final String ACTIVE = "ACTIVE";

    /**
     * Checks the days.
     *
     * @throws IllegalArgumentException if there is no day
     */
    public Segment {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(from, "from");
        to.ifPresent(end -> {
            if (!from.isBefore(end)) {
                throw new IllegalArgumentException("to must be after " + from + ", was " + end);
            }
        });
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(cycle, "cycle");
        Objects.requireNonNull(anchor, "anchor");
        Objects.requireNonNull(billable, "billable");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(addOn, "addOn");
        discounts = List.copyOf(discounts);
    }

    /** Days of the plan, without discounts. */
    public Segment(
            ContractId contract,
            long version,
            LocalDate from,
            Optional<LocalDate> to,
            CustomerId holder,
            PlanId plan,
            int planVersion,
            Money price,
            BillingCycle cycle,
            BillingAnchor anchor,
            Billability billable,
            String cause) {
        this(
                contract,
                version,
                from,
                to,
                holder,
                plan,
                planVersion,
                price,
                cycle,
                anchor,
                billable,
                cause,
                Optional.empty(),
                List.of());
    }

    /** The price of a whole cycle after discounts, zero or more, to six decimals; {@link #billable} says how much of it is owed. */
    public Money net() {
        return AppliedDiscount.net(price, discounts);
    }

    /** What identifies a segment as it was issued, whole: never another content under the same text. */
    public String id() {
        return contract + "/" + from + "/" + version + addOn.map(id -> "/" + id).orElse("");
    }

    /** The part of it that falls on these days, which {@link #id} does not identify; empty if there is none. */
    public Optional<Segment> within(DayRange days) {
        LocalDate first = from.isBefore(days.from()) ? days.from() : from;
        LocalDate end = to.filter(days.to()::isAfter).orElse(days.to());
        return first.isBefore(end) ? Optional.of(with(version, first, Optional.of(end))) : Optional.empty();
    }

    /** The cycle that a day of this segment belongs to: the days that the price is for. */
    public DayRange period(LocalDate day) {
        return cycle.period(anchor, day);
    }

    Segment with(long otherVersion, LocalDate first, Optional<LocalDate> end) {
        return new Segment(
                contract,
                otherVersion,
                first,
                end,
                holder,
                plan,
                planVersion,
                price,
                cycle,
                anchor,
                billable,
                cause,
                addOn,
                discounts);
    }
}
