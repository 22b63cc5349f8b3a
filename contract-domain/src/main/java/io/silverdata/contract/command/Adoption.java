package io.silverdata.contract.command;

import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.SplitterOutputId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A live contract as it is in another system, to go on here. Immutable.
 *
 * <p>{@code docs/moving-in.md} says what to do with drafts and ended contracts: these are not adopted.
 *
 * @param terms holder, plan, address, billing day, number; without a predecessor and without a term in months
 * @param price what was agreed; the catalogue's if empty
 * @param dates when it came to each stage of its life
 * @param billing from when on it is billed here
 * @param onu the ONU; must not be in use elsewhere
 * @param radiusUser the login; must not be in use elsewhere
 * @param output where the ONU is connected; must be free. Empty if that is not known yet
 * @param termEndsOn the first day after the minimum term, extensions so far included; empty if there is none
 * @param holds what holds the service now, one for each reason
 * @param settings fixed addresses, routes and further attributes that RADIUS tells of the subscriber; none if empty
 * @param addOns what the holder has beside the plan, each from its start in the other system, and what is agreed for later; none if empty
 */
public record Adoption(
        NewContract terms,
        Optional<PlanSnapshot.Price> price,
        Dates dates,
        Billing billing,
        OnuSerial onu,
        RadiusUser radiusUser,
        Optional<SplitterOutputId> output,
        Optional<LocalDate> termEndsOn,
        List<AdoptedHold> holds,
        Optional<AccessSettings> settings,
        Optional<List<AddOnOrder>> addOns) {

    /**
     * When a contract came to each stage of its life in the other system, to the microsecond. Each is not before the one before it, and none
     * after the adoption.
     *
     * @param draftedAt when it was drafted
     * @param activatedAt when it was activated
     * @param inServiceSince since when it is in service
     */
    public record Dates(Instant draftedAt, Instant activatedAt, Instant inServiceSince) {
        public Dates {
            Objects.requireNonNull(draftedAt, "draftedAt");
            Objects.requireNonNull(activatedAt, "activatedAt");
            Objects.requireNonNull(inServiceSince, "inServiceSince");
        }
    }

    /**
     * How a contract is billed here.
     *
     * @param from the first day that is billed here, whatever {@code ServiceStart} and {@code DayRule} say of other contracts; not before the
     *     activation, and after the adoption if the other system bills until then
     * @param anchor a day in the month from which periods longer than a month are counted, not after {@code from}; the activation if empty
     */
    public record Billing(LocalDate from, Optional<LocalDate> anchor) {
        public Billing {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(anchor, "anchor");
        }
    }

    /**
     * Checks what needs no look-up.
     *
     * @throws IllegalArgumentException if the terms have a predecessor or a minimum term in months
     */
    public Adoption {
        Objects.requireNonNull(terms, "terms");
        if (terms.predecessor().isPresent()) {
            throw new IllegalArgumentException("terms.predecessor must be empty, was "
                    + terms.predecessor().get());
        }
        if (terms.termMonths().isPresent()) {
            throw new IllegalArgumentException("terms.termMonths must be empty: give termEndsOn, was "
                    + terms.termMonths().get());
        }
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(dates, "dates");
        Objects.requireNonNull(billing, "billing");
        Objects.requireNonNull(onu, "onu");
        Objects.requireNonNull(radiusUser, "radiusUser");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(termEndsOn, "termEndsOn");
        holds = List.copyOf(holds);
        Objects.requireNonNull(settings, "settings");
        addOns = addOns.map(List::copyOf);
    }

    /** A contract without add-ons. */
    public Adoption(
            NewContract terms,
            Optional<PlanSnapshot.Price> price,
            Dates dates,
            Billing billing,
            OnuSerial onu,
            RadiusUser radiusUser,
            Optional<SplitterOutputId> output,
            Optional<LocalDate> termEndsOn,
            List<AdoptedHold> holds,
            Optional<AccessSettings> settings) {
        this(terms, price, dates, billing, onu, radiusUser, output, termEndsOn, holds, settings, Optional.empty());
    }

    /**
     * A contract without holds and minimum term at an output that is not known yet, drafted and in service when it was activated.
     *
     * @param terms without a predecessor and without a term in months
     * @param billedFrom the first day that is billed here
     * @throws IllegalArgumentException if the terms have one of these
     */
    public static Adoption of(
            NewContract terms, Instant activatedAt, LocalDate billedFrom, OnuSerial onu, RadiusUser radiusUser) {
        return new Adoption(
                terms,
                Optional.empty(),
                new Dates(activatedAt, activatedAt, activatedAt),
                new Billing(billedFrom, Optional.empty()),
                onu,
                radiusUser,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** The same at a price of its own. */
    public Adoption pricedAt(PlanSnapshot.Price agreed) {
        return new Adoption(
                terms,
                Optional.of(agreed),
                dates,
                billing,
                onu,
                radiusUser,
                output,
                termEndsOn,
                holds,
                settings,
                addOns);
    }

    /** The same, drafted at another time. */
    public Adoption draftedAt(Instant at) {
        return new Adoption(
                terms,
                price,
                new Dates(at, dates.activatedAt(), dates.inServiceSince()),
                billing,
                onu,
                radiusUser,
                output,
                termEndsOn,
                holds,
                settings,
                addOns);
    }

    /** The same, in service since another time. */
    public Adoption inServiceSince(Instant at) {
        return new Adoption(
                terms,
                price,
                new Dates(dates.draftedAt(), dates.activatedAt(), at),
                billing,
                onu,
                radiusUser,
                output,
                termEndsOn,
                holds,
                settings,
                addOns);
    }

    /** The same, its billing periods counted from another day than that of the activation. */
    public Adoption countedFrom(LocalDate anchor) {
        return new Adoption(
                terms,
                price,
                dates,
                new Billing(billing.from(), Optional.of(anchor)),
                onu,
                radiusUser,
                output,
                termEndsOn,
                holds,
                settings,
                addOns);
    }

    /** The same at a known output. */
    public Adoption at(SplitterOutputId known) {
        return new Adoption(
                terms, price, dates, billing, onu, radiusUser, Optional.of(known), termEndsOn, holds, settings, addOns);
    }

    /** The same with a minimum term that ends before this day. */
    public Adoption committedUntil(LocalDate end) {
        return new Adoption(
                terms, price, dates, billing, onu, radiusUser, output, Optional.of(end), holds, settings, addOns);
    }

    /** The same with one hold more. */
    public Adoption held(AdoptedHold another) {
        List<AdoptedHold> all = new ArrayList<>(holds);
        all.add(another);
        return new Adoption(terms, price, dates, billing, onu, radiusUser, output, termEndsOn, all, settings, addOns);
    }

    /** The same with fixed addresses, routes and further attributes of its own. */
    public Adoption with(AccessSettings told) {
        return new Adoption(
                terms, price, dates, billing, onu, radiusUser, output, termEndsOn, holds, Optional.of(told), addOns);
    }

    /**
     * The same with one add-on more; without a start it has been there since the activation, and its start may be before the adoption.
     */
    public Adoption with(AddOnOrder another) {
        List<AddOnOrder> all = new ArrayList<>(addOns.orElse(List.of()));
        all.add(another);
        return new Adoption(
                terms, price, dates, billing, onu, radiusUser, output, termEndsOn, holds, settings, Optional.of(all));
    }
}
