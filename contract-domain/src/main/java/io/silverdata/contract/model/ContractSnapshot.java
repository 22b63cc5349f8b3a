package io.silverdata.contract.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Every fact of a contract, for repositories: the only way in and out of storage. Application code uses
 * {@link Contract}.
 *
 * @param identity what tells it from every other contract
 * @param version number of events so far, 1 or more
 * @param lastRecordedAt when the last event was recorded
 * @param agreement what the holder agreed to
 * @param milestones when it came to each stage of its life
 * @param term the minimum term
 * @param assessment the last answer on feasibility, if any
 * @param reservation ports set aside, if any
 * @param resources what it uses of the network
 * @param holds what keeps the service from the subscriber, oldest first
 * @param scheduled commands that wait, oldest first
 * @param dunning steps of the collection of debt that were taken for the oldest debt, and those that led to the present hold,
 *     oldest first
 * @param attributes what the host keeps of its own, by key
 * @param addOns what the holder has beside the plan, and what is agreed for later, in the order in which it was agreed
 * @param provisioning what the network has done
 */
public record ContractSnapshot(
        Identity identity,
        long version,
        Instant lastRecordedAt,
        Agreement agreement,
        Milestones milestones,
        MinimumTerm term,
        Optional<Assessment> assessment,
        Optional<Reservation> reservation,
        NetworkResources resources,
        List<SuspensionHold> holds,
        List<ScheduledChange> scheduled,
        List<DunningMark> dunning,
        List<Attribute> attributes,
        List<AgreedAddOn> addOns,
        ProvisioningState provisioning) {

    public ContractSnapshot {
        Objects.requireNonNull(identity, "identity");
        Rule.range("version", version, 1, Long.MAX_VALUE);
        Objects.requireNonNull(lastRecordedAt, "lastRecordedAt");
        Objects.requireNonNull(agreement, "agreement");
        Objects.requireNonNull(milestones, "milestones");
        Objects.requireNonNull(term, "term");
        Objects.requireNonNull(assessment, "assessment");
        Objects.requireNonNull(reservation, "reservation");
        Objects.requireNonNull(resources, "resources");
        holds = List.copyOf(holds);
        scheduled = List.copyOf(scheduled);
        dunning = List.copyOf(dunning);
        attributes = attributes.stream().sorted(Attribute.BY_KEY).toList();
        addOns = List.copyOf(addOns);
        Objects.requireNonNull(provisioning, "provisioning");
    }

    /**
     * What tells the contract from every other.
     *
     * @param id for programs, for life
     * @param number for people; changes when it is corrected
     * @param predecessor the ended contract that this one wins back, if any
     */
    public record Identity(ContractId id, ContractNumber number, Optional<ContractId> predecessor) {
        public Identity {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(predecessor, "predecessor");
        }

        Identity withNumber(ContractNumber other) {
            return new Identity(id, other, predecessor);
        }
    }

    /**
     * What the holder agreed to, as it is now.
     *
     * @param customer the holder
     * @param plan the plan as agreed
     * @param address where the service goes
     * @param billingDay day of the month on which billing periods begin, 1 to 31; the last day in shorter months
     * @param cycleChanges changes to a plan with a cycle of another length, in the order in which they took effect
     * @param billingDayChanges changes of the billing day, in the order in which they took effect
     * @param billingAnchor where billing periods are counted from at first, if another system counted them otherwise than from the
     *     activation
     * @param discounts what was granted, those that are over included, in the order in which it was granted
     */
    public record Agreement(
            CustomerId customer,
            PlanSnapshot plan,
            ServiceAddress address,
            int billingDay,
            List<CycleChange> cycleChanges,
            List<BillingDayChange> billingDayChanges,
            Optional<LocalDate> billingAnchor,
            List<Discount> discounts) {
        public Agreement {
            Objects.requireNonNull(customer, "customer");
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(address, "address");
            BillingAnchor.checkBillingDay(billingDay);
            cycleChanges = List.copyOf(cycleChanges);
            billingDayChanges = List.copyOf(billingDayChanges);
            Objects.requireNonNull(billingAnchor, "billingAnchor");
            discounts = List.copyOf(discounts);
        }

        Agreement withCustomer(CustomerId other) {
            return new Agreement(
                    other, plan, address, billingDay, cycleChanges, billingDayChanges, billingAnchor, discounts);
        }

        /** What was recorded later is right from its time on, also over changes that were recorded of later times. */
        Agreement withPlan(PlanSnapshot other, Instant at) {
            List<CycleChange> kept = new ArrayList<>(cycleChanges);
            BillingCycle before = plan.price().cycle();
            while (!kept.isEmpty() && kept.get(kept.size() - 1).at().isAfter(at)) {
                before = kept.remove(kept.size() - 1).from();
            }
            BillingCycle after = other.price().cycle();
            if (before != after) {
                kept.add(new CycleChange(at, before, after));
            }
            return new Agreement(
                    customer, other, address, billingDay, kept, billingDayChanges, billingAnchor, discounts);
        }

        Agreement withPrice(Money amount) {
            PlanSnapshot.Price price =
                    new PlanSnapshot.Price(amount, plan.price().cycle());
            return new Agreement(
                    customer,
                    plan.at(price),
                    address,
                    billingDay,
                    cycleChanges,
                    billingDayChanges,
                    billingAnchor,
                    discounts);
        }

        /** As with the plan, what was recorded later is right from its time on. */
        Agreement withBillingDay(int other, Instant at) {
            List<BillingDayChange> kept = new ArrayList<>(billingDayChanges);
            int before = billingDay;
            while (!kept.isEmpty() && kept.get(kept.size() - 1).at().isAfter(at)) {
                before = kept.remove(kept.size() - 1).from();
            }
            if (before != other) {
                kept.add(new BillingDayChange(at, before, other));
            }
            return new Agreement(customer, plan, address, other, cycleChanges, kept, billingAnchor, discounts);
        }

        Agreement withAddress(ServiceAddress other) {
            return new Agreement(
                    customer, plan, other, billingDay, cycleChanges, billingDayChanges, billingAnchor, discounts);
        }

        Agreement countedFrom(Optional<LocalDate> anchor) {
            return new Agreement(
                    customer, plan, address, billingDay, cycleChanges, billingDayChanges, anchor, discounts);
        }

        Agreement granting(Discount discount) {
            return withDiscounts(ListCopies.with(discounts, discount));
        }

        Agreement endingDiscounts(DiscountCode code, LocalDate from) {
            return withDiscounts(discounts.stream()
                    .filter(discount ->
                            !discount.code().equals(code) || discount.from().isBefore(from))
                    .map(discount -> discount.code().equals(code)
                                    && discount.to()
                                            .filter(end -> !end.isAfter(from))
                                            .isEmpty()
                            ? discount.until(from)
                            : discount)
                    .toList());
        }

        private Agreement withDiscounts(List<Discount> others) {
            return new Agreement(
                    customer, plan, address, billingDay, cycleChanges, billingDayChanges, billingAnchor, others);
        }
    }

    /**
     * When the contract came to each stage of its life.
     *
     * @param draftedAt when it was drafted
     * @param activatedAt when it was activated, if it was
     * @param inServiceSince when the network first confirmed it, if it did
     * @param suspendedSince since when it is suspended, if it is
     * @param cancelledAt when it ended, if it did
     * @param erasedAt when what it said about a person was erased, if it was
     * @param adoptedAt when it was adopted from another system, if it was; what happened before is not recorded here
     */
    public record Milestones(
            Instant draftedAt,
            Optional<Instant> activatedAt,
            Optional<Instant> inServiceSince,
            Optional<Instant> suspendedSince,
            Optional<Instant> cancelledAt,
            Optional<Instant> erasedAt,
            Optional<Instant> adoptedAt) {
        public Milestones {
            Objects.requireNonNull(draftedAt, "draftedAt");
            Objects.requireNonNull(activatedAt, "activatedAt");
            Objects.requireNonNull(inServiceSince, "inServiceSince");
            Objects.requireNonNull(suspendedSince, "suspendedSince");
            Objects.requireNonNull(cancelledAt, "cancelledAt");
            Objects.requireNonNull(erasedAt, "erasedAt");
            Objects.requireNonNull(adoptedAt, "adoptedAt");
        }

        static Milestones drafted(Instant at) {
            return new Milestones(
                    at,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        Milestones activated(Instant at) {
            return with(Optional.of(at), inServiceSince, suspendedSince, cancelledAt, erasedAt);
        }

        Milestones inService(Instant at) {
            return with(activatedAt, Optional.of(at), suspendedSince, cancelledAt, erasedAt);
        }

        Milestones suspended(Instant at) {
            return with(activatedAt, inServiceSince, Optional.of(at), cancelledAt, erasedAt);
        }

        Milestones reconnected() {
            return with(activatedAt, inServiceSince, Optional.empty(), cancelledAt, erasedAt);
        }

        Milestones erased(Instant at) {
            return with(activatedAt, inServiceSince, suspendedSince, cancelledAt, Optional.of(at));
        }

        Milestones cancelled(Instant at) {
            return with(activatedAt, inServiceSince, Optional.empty(), Optional.of(at), erasedAt);
        }

        Milestones adopted(Instant at) {
            return new Milestones(
                    draftedAt, activatedAt, inServiceSince, suspendedSince, cancelledAt, erasedAt, Optional.of(at));
        }

        private Milestones with(
                Optional<Instant> activated,
                Optional<Instant> inService,
                Optional<Instant> suspended,
                Optional<Instant> cancelled,
                Optional<Instant> erased) {
            return new Milestones(draftedAt, activated, inService, suspended, cancelled, erased, adoptedAt);
        }
    }
}
