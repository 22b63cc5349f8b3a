package io.silverdata.contract.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that happened to a contract. When, by whom and in which order stands in the {@link RecordedEvent} around it.
 *
 * <p>The events of a contract are its whole truth: {@link Contract#replay} makes the same contract of them.
 */
public sealed interface ContractEvent {

    /** Calls the one case that fits; a new kind of event breaks callers at compile time. */
    <R> R match(Cases<R> cases);

    /**
     * One case for each kind of event.
     *
     * @param <R> what a case returns
     */
    @SuppressWarnings("MissingJavadocMethod")
    interface Cases<R> {
        R on(ContractDrafted event);

        R on(FeasibilityAssessed event);

        R on(PortsReserved event);

        R on(ReservationRenewed event);

        R on(ReservationReleased event);

        R on(ReservationExpired event);

        R on(ContractActivated event);

        R on(ContractAdopted event);

        R on(ServiceConfirmed event);

        R on(HoldPlaced event);

        R on(EnforcementChanged event);

        R on(HoldLifted event);

        R on(HoldRecorded event);

        R on(ContractSuspended event);

        R on(ContractReconnected event);

        R on(PlanChanged event);

        R on(Relocated event);

        R on(OwnershipTransferred event);

        R on(OutputCorrected event);

        R on(AddressCorrected event);

        R on(NumberCorrected event);

        R on(OnuSwapped event);

        R on(MovePrepared event);

        R on(MoveWithdrawn event);

        R on(PortsMoved event);

        R on(LoginRenamed event);

        R on(AccessSettingsChanged event);

        R on(AddOnAdded event);

        R on(AddOnStarted event);

        R on(AddOnEndChanged event);

        R on(AddOnRemoved event);

        R on(BillingDayChanged event);

        R on(TermAgreed event);

        R on(PriceAgreed event);

        R on(DiscountGranted event);

        R on(DiscountEnded event);

        R on(ChangeScheduled event);

        R on(ChangeUnscheduled event);

        R on(ChangeApplied event);

        R on(ChangeRejected event);

        R on(DunningStepTaken event);

        R on(DunningClosed event);

        R on(AttributesChanged event);

        R on(ContractCancelled event);

        R on(PersonalDataErased event);

        R on(ProvisioningConfirmed event);

        R on(PortsReleased event);

        R on(LinesWrittenOff event);

        R on(ProvisioningFailed event);

        R on(ProvisioningRetried event);

        R on(DriftDetected event);

        R on(DriftRepaired event);
    }

    /**
     * A contract was written down. Starts the life of a contract; the clock of "time to provision" starts here.
     *
     * @param number for people
     * @param predecessor the ended contract that this one wins back, if any
     * @param customer the holder
     * @param plan the plan as agreed
     * @param address where the service goes
     * @param billingDay day of the month on which billing periods begin, 1 to 31; the last day in shorter months
     * @param termMonths the minimum term that was agreed, 0 (none) to 120 months; the plan's if empty
     * @param takenOver whether it was served by another system before; its time to provision says nothing
     */
    record ContractDrafted(
            ContractNumber number,
            Optional<ContractId> predecessor,
            CustomerId customer,
            PlanSnapshot plan,
            ServiceAddress address,
            int billingDay,
            Optional<Integer> termMonths,
            boolean takenOver)
            implements ContractEvent {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException naming field, value and range
         */
        public ContractDrafted {
            BillingAnchor.checkBillingDay(billingDay);
            termMonths.ifPresent(PlanSnapshot::checkMinimumTerm);
        }

        /** Terms whose minimum term is that of the plan. */
        public ContractDrafted(
                ContractNumber number,
                Optional<ContractId> predecessor,
                CustomerId customer,
                PlanSnapshot plan,
                ServiceAddress address,
                int billingDay) {
            this(number, predecessor, customer, plan, address, billingDay, Optional.empty(), false);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Whether the address can be served was found out.
     *
     * @param assessment the answer with its reasons, alternatives and expiry
     */
    record FeasibilityAssessed(Assessment assessment) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Ports were set aside for a draft.
     *
     * @param ports which
     * @param until when the right to them ends
     * @param override why they were reserved without a qualified assessment, if so
     */
    record PortsReserved(PortAssignment ports, Instant until, Optional<String> override) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A reservation was made to last longer.
     *
     * @param until its new end
     */
    record ReservationRenewed(Instant until) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A reservation was given up.
     *
     * @param ports which are free again
     */
    record ReservationReleased(PortAssignment ports) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A reservation ran out before the draft was activated.
     *
     * @param ports which are free again
     */
    record ReservationExpired(PortAssignment ports) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract came alive: its ports are in use and the network is to be configured.
     *
     * @param line ports and ONU
     * @param radiusUser the login
     * @param termEndsOn the first day after the minimum term, if the plan has one
     */
    record ContractActivated(Line line, RadiusUser radiusUser, Optional<LocalDate> termEndsOn)
            implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract lives already, served by another system until now. Its ports are in use, and the network is said to be as it should be: no
     * device is told. It counts from the adoption: figures know nothing of before.
     *
     * @param activatedAt when it was activated there
     * @param inServiceSince since when it is in service
     * @param onu the ONU
     * @param ports where the ONU is connected; empty if that is not known yet
     * @param radiusUser the login
     * @param termEndsOn the first day after the minimum term, if there is one
     * @param billedFrom the first day that is billed here; may lie before the adoption or after it
     * @param billingAnchor where billing periods are counted from, if not from the activation
     */
    record ContractAdopted(
            Instant activatedAt,
            Instant inServiceSince,
            OnuSerial onu,
            Optional<PortAssignment> ports,
            RadiusUser radiusUser,
            Optional<LocalDate> termEndsOn,
            LocalDate billedFrom,
            Optional<LocalDate> billingAnchor)
            implements ContractEvent {
        public ContractAdopted {
            Objects.requireNonNull(activatedAt, "activatedAt");
            Objects.requireNonNull(inServiceSince, "inServiceSince");
            Objects.requireNonNull(onu, "onu");
            Objects.requireNonNull(ports, "ports");
            Objects.requireNonNull(radiusUser, "radiusUser");
            Objects.requireNonNull(termEndsOn, "termEndsOn");
            Objects.requireNonNull(billedFrom, "billedFrom");
            Objects.requireNonNull(billingAnchor, "billingAnchor");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The network confirmed the contract for the first time: in service since then. The clock of "time to provision" stops here.
     */
    record ServiceConfirmed() implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A reason to hold the service was put on the contract.
     *
     * @param hold reason, enforcement, start and end
     */
    record HoldPlaced(SuspensionHold hold) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A hold became stricter or milder.
     *
     * @param reason of the hold
     * @param from before
     * @param to after
     */
    record EnforcementChanged(SuspensionReason reason, Enforcement from, Enforcement to) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A reason to hold the service was taken off the contract.
     *
     * @param hold as it was
     * @param termDays the days by which the minimum term grew: those held and not added before, oldest first
     */
    record HoldLifted(SuspensionHold hold, List<DayRange> termDays) implements ContractEvent {
        public HoldLifted {
            termDays = List.copyOf(termDays);
        }

        /** By how many days the minimum term grew. */
        public long termExtensionDays() {
            return termDays.stream().mapToLong(DayRange::length).sum();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A hold that was over before it was recorded, such as an outage that is written down afterwards. The network was and is
     * told nothing, and the status does not change.
     *
     * @param hold which, with its end
     * @param termDays the days by which it extended the minimum term
     */
    record HoldRecorded(SuspensionHold hold, List<DayRange> termDays) implements ContractEvent {
        /**
         * Checks that the hold has an end.
         *
         * @throws IllegalArgumentException if it has none
         */
        public HoldRecorded {
            if (hold.until().isEmpty()) {
                throw new IllegalArgumentException("hold must have an end to be recorded afterwards, was " + hold);
            }
            termDays = List.copyOf(termDays);
        }

        /** When it was over. */
        public Instant endedAt() {
            return hold.until().orElseThrow();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract went from active to suspended.
     *
     * @param enforcement the strictest of its holds
     */
    record ContractSuspended(Enforcement enforcement) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The last hold was lifted: the contract is active again.
     *
     * @param lifted the reason that was lifted last
     * @param countsAsReconnection whether reports count it, by the policy of that reason
     * @param suspendedSince when the suspension took effect
     */
    record ContractReconnected(SuspensionReason lifted, boolean countsAsReconnection, Instant suspendedSince)
            implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The plan changed; the contract is the same.
     *
     * @param from before
     * @param to after
     */
    record PlanChanged(PlanSnapshot from, PlanSnapshot to) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The service moved to another address; the contract is the same.
     *
     * @param from before
     * @param to after
     * @param previous the line that is to be removed
     * @param line the line that is to be built
     * @param assessment of the new address
     * @param override why the line is built in spite of the assessment, if so
     */
    record Relocated(
            ServiceAddress from,
            ServiceAddress to,
            Line previous,
            Line line,
            Assessment assessment,
            Optional<String> override)
            implements ContractEvent {
        public Relocated {
            Objects.requireNonNull(override, "override");
        }

        /** A move that the assessment qualified. */
        public Relocated(ServiceAddress from, ServiceAddress to, Line previous, Line line, Assessment assessment) {
            this(from, to, previous, line, assessment, Optional.empty());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract passed to another holder.
     *
     * @param from before
     * @param to after
     * @param radiusUser the login from now on
     * @param override why it passed in spite of a hold that blocks it, if so
     */
    record OwnershipTransferred(CustomerId from, CustomerId to, RadiusUser radiusUser, Optional<String> override)
            implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The drop was found to be at another output than recorded, or at an output at all. Nothing was built, moved or removed, and no device is
     * told; an audit compares the line at the new output.
     *
     * @param from where it was said to be; empty if that was not known
     * @param to where it is
     */
    record OutputCorrected(Optional<PortAssignment> from, PortAssignment to) implements ContractEvent {
        public OutputCorrected {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The address was recorded wrongly. Nothing was built or moved, and nothing is charged. What was assessed for another position no longer
     * counts.
     *
     * @param from as it was recorded
     * @param to as it should have been
     */
    record AddressCorrected(ServiceAddress from, ServiceAddress to) implements ContractEvent {
        public AddressCorrected {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract has another number.
     *
     * @param from before; another contract may have it from now on
     * @param to from now on
     */
    record NumberCorrected(ContractNumber from, ContractNumber to) implements ContractEvent {
        public NumberCorrected {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The splitter of the line is to be spliced to a PON port of another OLT, which is told of the ONU beforehand. The line stays where it is.
     *
     * @param to the same output on the other PON port
     */
    record MovePrepared(PortAssignment to) implements ContractEvent {
        public MovePrepared {
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The move that was prepared does not take place: the other OLT is to forget the ONU.
     *
     * @param to where the line was to move
     */
    record MoveWithdrawn(PortAssignment to) implements ContractEvent {
        public MoveWithdrawn {
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The splitter was spliced to another PON port, and the line or the reservation goes with it: the same output, the same ONU.
     *
     * @param from before
     * @param to the same output on the other PON port
     */
    record PortsMoved(PortAssignment from, PortAssignment to) implements ContractEvent {
        public PortsMoved {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Lines that were to be removed from an OLT are not, because the OLT never comes back. Whether it still has them is not known.
     *
     * @param lines which; their outputs and ONUs are free unless the contract needs them elsewhere
     * @param reason in words, 1 to 256 characters
     */
    record LinesWrittenOff(List<Line> lines, String reason) implements ContractEvent {
        public LinesWrittenOff {
            lines = List.copyOf(lines);
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The ONU was replaced.
     *
     * @param from before
     * @param to after
     */
    record OnuSwapped(OnuSerial from, OnuSerial to) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The same holder logs in under another name.
     *
     * @param from before; removed from RADIUS
     * @param to from now on
     */
    record LoginRenamed(RadiusUser from, RadiusUser to) implements ContractEvent {
        public LoginRenamed {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * RADIUS tells the NAS something else about the subscriber, beside the plan.
     *
     * @param from before; what is unique of it stays the contract's until RADIUS has removed it
     * @param to from now on
     */
    record AccessSettingsChanged(AccessSettings from, AccessSettings to) implements ContractEvent {
        public AccessSettingsChanged {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The holder has an add-on, from its start on.
     *
     * @param addOn as it was agreed
     * @param startsAt when it starts; what starts later waits for {@link AddOnStarted}
     * @param endsAt when it ends by itself, if it does
     */
    record AddOnAdded(AddOn addOn, Instant startsAt, Optional<Instant> endsAt) implements ContractEvent {
        public AddOnAdded {
            Objects.requireNonNull(addOn, "addOn");
            Objects.requireNonNull(startsAt, "startsAt");
            Objects.requireNonNull(endsAt, "endsAt");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The time of an add-on that was agreed beforehand has come.
     *
     * @param addOn which one
     */
    record AddOnStarted(AddOnId addOn) implements ContractEvent {
        public AddOnStarted {
            Objects.requireNonNull(addOn, "addOn");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * An add-on ends by itself at another time, or not any more.
     *
     * @param addOn which one
     * @param from before; empty if it had no end
     * @param to from now on; empty if it has no end
     */
    record AddOnEndChanged(AddOnId addOn, Optional<Instant> from, Optional<Instant> to) implements ContractEvent {
        public AddOnEndChanged {
            Objects.requireNonNull(addOn, "addOn");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The holder has an add-on no more. The end of a contract ends its add-ons without this event.
     *
     * @param addOn as it was agreed
     */
    record AddOnRemoved(AddOn addOn) implements ContractEvent {
        public AddOnRemoved {
            Objects.requireNonNull(addOn, "addOn");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Billing periods begin on another day of the month.
     *
     * @param from before, 1 to 31
     * @param to from now on, 1 to 31
     */
    record BillingDayChanged(int from, int to) implements ContractEvent {
        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException naming field, value and range
         */
        public BillingDayChanged {
            BillingAnchor.checkBillingDay(from);
            BillingAnchor.checkBillingDay(to);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A new minimum term begins, in place of what was left of the one before.
     *
     * @param startsOn its first day
     * @param endsOn the first day after it; empty if there is none
     */
    record TermAgreed(LocalDate startsOn, Optional<LocalDate> endsOn) implements ContractEvent {
        public TermAgreed {
            Objects.requireNonNull(startsOn, "startsOn");
            Objects.requireNonNull(endsOn, "endsOn");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Another price was agreed on for the plan. Not a change of plan: nothing is told to the network, and nothing is charged for it.
     *
     * @param plan for which plan
     * @param from the price of one cycle before
     * @param to the price of one cycle from now on, in the same currency
     */
    record PriceAgreed(PlanId plan, Money from, Money to) implements ContractEvent {
        public PriceAgreed {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A discount was granted. Its days say when it counts.
     *
     * @param discount what and for which days
     */
    record DiscountGranted(Discount discount) implements ContractEvent {
        public DiscountGranted {
            Objects.requireNonNull(discount, "discount");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The discounts of a code end early, or do not begin.
     *
     * @param code which
     * @param from the first day without them
     */
    record DiscountEnded(DiscountCode code, LocalDate from) implements ContractEvent {
        public DiscountEnded {
            Objects.requireNonNull(code, "code");
            Discount.checkDay("from", from);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A command was put off to a time.
     *
     * @param change what and when
     */
    record ChangeScheduled(ScheduledChange change) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A scheduled change was dropped before it was carried out.
     *
     * @param change what and when
     * @param cause why
     */
    record ChangeUnscheduled(ScheduledChange change, Cause cause) implements ContractEvent {
        /** Why a scheduled change is dropped. */
        public enum Cause {
            /** Somebody withdrew it. */
            WITHDRAWN,
            /** A later order of its kind takes its place. */
            REPLACED,
            /** The contract passes to another holder, who did not order it. */
            TRANSFERRED,
            /** The contract ends before its time. */
            ENDED
        }

        public ChangeUnscheduled {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(cause, "cause");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A command that waited was carried out; what it did follows as events of its own.
     *
     * @param change what and when
     */
    record ChangeApplied(ScheduledChange change) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A command that waited was refused when its time came.
     *
     * @param change what and when
     * @param code code of the refusal
     * @param message the refusal in words
     */
    record ChangeRejected(ScheduledChange change, String code, String message) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A step of the collection of debt was taken. What it did to the service follows as events of its own; a notice is for the
     * host to send.
     *
     * @param mark the step, with the dates as they are now
     */
    record DunningStepTaken(DunningMark mark) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The debt was paid, or paid enough: the steps that were taken are over, and a later debt begins with the first.
     */
    record DunningClosed() implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Attributes of the host's were set or removed.
     *
     * @param set those that are new or have another text, by key
     * @param removed keys of those that were there, by key
     */
    record AttributesChanged(List<Attribute> set, List<AttributeKey> removed) implements ContractEvent {
        public AttributesChanged {
            set = List.copyOf(set);
            removed = List.copyOf(removed);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract ended for good.
     *
     * @param reason why
     * @param neverActive whether it was never activated
     * @param remainingTermDays days left of the minimum term, 0 if none
     * @param termDays the days by which the holds that were left extended the minimum term
     * @param debt what the holder owed then, if the host knows
     */
    record ContractCancelled(
            CancellationReason reason,
            boolean neverActive,
            int remainingTermDays,
            List<DayRange> termDays,
            Optional<Money> debt)
            implements ContractEvent {
        public ContractCancelled {
            termDays = List.copyOf(termDays);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * What the contract and its events said about a person was erased. A reader that keeps copies of earlier events erases the same from them:
     * {@link ErasedEvents} says what.
     *
     * @param attributes keys of the attributes that were about a person, by key, whether the contract had them last or not
     */
    record PersonalDataErased(List<AttributeKey> attributes) implements ContractEvent {
        public PersonalDataErased {
            attributes = List.copyOf(attributes);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A target confirmed that it does what the contract says.
     *
     * @param target which
     * @param desiredVersion the version that it confirmed
     */
    record ProvisioningConfirmed(NetworkTarget target, long desiredVersion) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Outputs were deconfigured and are no longer the contract's.
     *
     * @param ports which
     */
    record PortsReleased(List<SplitterOutputId> ports) implements ContractEvent {
        public PortsReleased {
            ports = List.copyOf(ports);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Provisioning of a target failed. It resumes after {@code retryProvisioning} or when the contract changes.
     *
     * @param target which
     * @param desiredVersion the version that it should have confirmed
     * @param failure why
     */
    record ProvisioningFailed(NetworkTarget target, long desiredVersion, ProvisioningFailure failure)
            implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Failed provisioning is retried.
     */
    record ProvisioningRetried() implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A target that had confirmed was found to do something else.
     *
     * @param target which
     * @param drift how it differs
     */
    record DriftDetected(NetworkTarget target, Drift drift) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A target that had drifted confirmed the contract again.
     *
     * @param target which
     * @param drift how it differed
     */
    record DriftRepaired(NetworkTarget target, Drift drift) implements ContractEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }
}
