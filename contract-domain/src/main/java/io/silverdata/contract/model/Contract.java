package io.silverdata.contract.model;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The agreement that binds a holder, a plan and an access line, from the draft to the end.
 *
 * <p>Immutable. An accepted command makes events, and the contract after them; replaying all events makes the same contract.
 * Status, enforcement, claims on ports and what the network should do are derived from facts, so that they cannot contradict
 * each other.
 *
 * <p>Two contracts are equal if all their facts are. Instances are safe for use by any number of threads.
 */
public final class Contract {
    private final ContractSnapshot facts;
    private final Status status;

    private Contract(ContractSnapshot facts) {
        this.facts = facts;
        this.status = statusOf(facts);
    }

    /** The contract that has these facts. For adapter authors: a repository reads a contract so. */
    public static Contract restore(ContractSnapshot facts) {
        return new Contract(Objects.requireNonNull(facts, "facts"));
    }

    /**
     * The contract to which these events happened. For adapter authors: an event log is checked so.
     *
     * @param events all events of one contract from the first on, in order of version
     * @throws IllegalArgumentException if the first is no {@link ContractEvent.ContractDrafted}, a version is missing or
     *     out of order, or the events belong to several contracts
     */
    public static Contract replay(List<RecordedEvent> events) {
        return new Contract(EventApplier.replay(events));
    }

    /**
     * The contract after its next events. For adapter authors. {@link #replay} of a history gives the same as the first event and
     * then this, event by event or all at once.
     *
     * @param next in order of version
     * @throws IllegalArgumentException if an event is of another contract, or not of the next version
     */
    public Contract after(RecordedEvent... next) {
        return next.length == 0 ? this : new Contract(EventApplier.apply(facts, next));
    }

    /** Why no command of the kind fits the present status; if empty, a guard may still refuse it. */
    public Optional<Rejection> objectionTo(CommandKind command) {
        if (Lifecycle.allows(status, command)) {
            return Optional.empty();
        }
        if (command == CommandKind.ERASE_PERSONAL_DATA) {
            return Optional.of(new Rejection.NotEnded(id(), status));
        }
        return Optional.of(
                status == Status.CANCELLED
                        ? new Rejection.ContractEnded(id())
                        : new Rejection.IllegalTransition(status, command));
    }

    /**
     * When the next reservation, hold or add-on ends, or the next add-on or scheduled change is due, if ever; in the past if that was not settled
     * yet. A scheduled change that a hold blocks has no time: lifting the hold carries it out.
     */
    public Optional<Instant> nextDueAt() {
        Stream<Instant> reservation = facts.reservation().stream().map(Reservation::until);
        Stream<Instant> changes = facts.scheduled().stream()
                .filter(change -> blockedBy(change.command()).isEmpty())
                .map(ScheduledChange::at);
        Stream<Instant> holds = facts.holds().stream().flatMap(hold -> hold.until().stream());
        Stream<Instant> addOns = facts.addOns().stream().flatMap(addOn -> addOn.nextDueAt().stream());
        return Stream.of(reservation, changes, holds, addOns)
                .flatMap(times -> times)
                .min(Instant::compareTo);
    }

    /** Identity for life. */
    public ContractId id() {
        return facts.identity().id();
    }

    /** The number of events so far. */
    public long version() {
        return facts.version();
    }

    /** The number that people use. */
    public ContractNumber number() {
        return facts.identity().number();
    }

    /** The ended contract that this one wins back. */
    public Optional<ContractId> predecessor() {
        return facts.identity().predecessor();
    }

    /** The holder. */
    public CustomerId customer() {
        return facts.agreement().customer();
    }

    /** The plan as agreed. */
    public PlanSnapshot plan() {
        return facts.agreement().plan();
    }

    /** The plan as it will be at a time: that of a plan change that is scheduled for then or before, else the present one. */
    public PlanSnapshot planBy(Instant at) {
        return scheduled(CommandKind.CHANGE_PLAN)
                .filter(change -> change.isDue(at))
                .map(ScheduledChange::command)
                .filter(Command.ChangePlan.class::isInstance)
                .map(change -> ((Command.ChangePlan) change).plan())
                .orElseGet(this::plan);
    }

    /** The discounts that were granted, those that are over included, in the order in which they were granted. */
    public List<Discount> discounts() {
        return facts.agreement().discounts();
    }

    /** What is taken off the present price on a day; {@link AppliedDiscount#net} says what is left of it. */
    public List<AppliedDiscount> discountsOn(LocalDate day) {
        return AppliedDiscount.of(plan().price(), discounts(), day);
    }

    /** Where the service goes. */
    public ServiceAddress address() {
        return facts.agreement().address();
    }

    /** Day of the month on which billing periods begin, 1 to 31; the last day in shorter months. */
    public int billingDay() {
        return facts.agreement().billingDay();
    }

    /**
     * Where the billing periods are counted from that a day belongs to: the activation (the draft until then), what an adopted contract
     * brought along instead, or the last change to a plan with a cycle of another length; on the billing day of then.
     *
     * @param day the day that is asked about; a change counts from its own day on
     * @param zone the operator's
     */
    public BillingAnchor billingAnchor(LocalDate day, ZoneId zone) {
        LocalDate anchor = facts.agreement()
                .billingAnchor()
                .orElseGet(() -> LocalDate.ofInstant(activatedAt().orElse(draftedAt()), zone));
        for (CycleChange change : facts.agreement().cycleChanges()) {
            LocalDate changed = LocalDate.ofInstant(change.at(), zone);
            anchor = changed.isAfter(day) ? anchor : changed;
        }
        List<BillingDayChange> changes = facts.agreement().billingDayChanges();
        int billingDay = changes.isEmpty() ? billingDay() : changes.get(0).from();
        for (BillingDayChange change : changes) {
            billingDay = LocalDate.ofInstant(change.at(), zone).isAfter(day) ? billingDay : change.to();
        }
        return new BillingAnchor(anchor, billingDay);
    }

    /** Where the contract is in its life. */
    public Status status() {
        return status;
    }

    /** When it was drafted. */
    public Instant draftedAt() {
        return facts.milestones().draftedAt();
    }

    /** When it was activated. */
    public Optional<Instant> activatedAt() {
        return facts.milestones().activatedAt();
    }

    /** When the network first confirmed it. */
    public Optional<Instant> inServiceSince() {
        return facts.milestones().inServiceSince();
    }

    /** Since when it is suspended. */
    public Optional<Instant> suspendedSince() {
        return facts.milestones().suspendedSince();
    }

    /** When it ended. */
    public Optional<Instant> cancelledAt() {
        return facts.milestones().cancelledAt();
    }

    /** When it was adopted from another system, if it was. Drafted, activated and in service are times of that system then. */
    public Optional<Instant> adoptedAt() {
        return facts.milestones().adoptedAt();
    }

    /** From when on commands may count: what happened before the adoption, the activation or the draft is not changed afterwards. */
    public Instant earliestEffect() {
        return adoptedAt().or(this::activatedAt).orElse(draftedAt());
    }

    /** When what it said about a person was erased, the last time. */
    public Optional<Instant> erasedAt() {
        return facts.milestones().erasedAt();
    }

    /** What the host keeps of its own, by key. */
    public List<Attribute> attributes() {
        return facts.attributes();
    }

    /** The text of an attribute. */
    public Optional<String> attribute(AttributeKey key) {
        return facts.attributes().stream()
                .filter(attribute -> attribute.key().equals(key))
                .map(Attribute::text)
                .findFirst();
    }

    /** The first day after the minimum term, as extended so far. */
    public Optional<LocalDate> termEndsOn() {
        return facts.term().endsOn();
    }

    /** The last answer on feasibility. */
    public Optional<Assessment> assessment() {
        return facts.assessment();
    }

    /** Ports set aside for the draft; look at {@link Reservation#isOver} before relying on it. */
    public Optional<Reservation> reservation() {
        return facts.reservation();
    }

    /** Ports and ONU while live; empty as well for a contract that was adopted without its output. */
    public Optional<Line> line() {
        return facts.resources().line();
    }

    /** The ONU of an adopted contract, while it is not known at which output it is. */
    public Optional<OnuSerial> unplacedOnu() {
        return facts.resources().unplacedOnu();
    }

    /** The ports to which the line is to move with the plant, while another OLT is told of it beforehand. */
    public Optional<PortAssignment> movingTo() {
        return facts.resources().movingTo();
    }

    /** The login while live. */
    public Optional<RadiusUser> radiusUser() {
        return facts.resources().radiusUser();
    }

    /** What RADIUS tells of the subscriber beside the plan; of a draft, what it will tell. */
    public AccessSettings accessSettings() {
        return facts.resources().settings();
    }

    /** What the holder has beside the plan, and what is agreed for later, in the order in which it was agreed. */
    public List<AgreedAddOn> addOns() {
        return facts.addOns();
    }

    /** The add-on of a key, also if it is yet to start. */
    public Optional<AgreedAddOn> addOn(AddOnId id) {
        return facts.addOns().stream().filter(agreed -> agreed.id().equals(id)).findFirst();
    }

    /** What keeps the service from the subscriber, oldest first. */
    public List<SuspensionHold> holds() {
        return facts.holds();
    }

    /** The hold for a reason. */
    public Optional<SuspensionHold> hold(SuspensionReason reason) {
        for (SuspensionHold hold : facts.holds()) {
            if (hold.reason().code().equals(reason.code())) {
                return Optional.of(hold);
            }
        }
        return Optional.empty();
    }

    /** The strictest enforcement of all holds. */
    public Enforcement enforcement() {
        return EventApplier.strictest(facts.holds());
    }

    /** Commands that wait for their time, oldest first. */
    public List<ScheduledChange> scheduled() {
        return facts.scheduled();
    }

    /** The command of a kind that waits for its time. */
    public Optional<ScheduledChange> scheduled(CommandKind kind) {
        return facts.scheduled().stream()
                .filter(change -> change.kind() == kind)
                .findFirst();
    }

    /** The hold that blocks a command now, if one does: it must be lifted first. */
    public Optional<SuspensionHold> blockedBy(Command.Schedulable command) {
        return facts.holds().stream()
                .filter(hold -> hold.blocks(command, plan()))
                .findFirst();
    }

    /** Steps of the collection of debt that were taken for the oldest debt, oldest first; empty if it is paid. */
    public List<DunningMark> dunning() {
        return facts.dunning();
    }

    /** Lines that are to be removed from the network. */
    public List<Line> retiredLines() {
        return facts.resources().retiredLines();
    }

    /** Logins that are to be removed from the network. */
    public List<RadiusUser> retiredUsers() {
        return facts.resources().retiredUsers();
    }

    /** What the network has done. */
    public ProvisioningState provisioning() {
        return facts.provisioning();
    }

    /** Every ONU that this contract holds: the present one, and those not yet removed from the OLT. */
    public Set<OnuSerial> heldOnus() {
        Stream<OnuSerial> placed = Stream.concat(
                        facts.resources().line().stream(), facts.resources().retiredLines().stream())
                .map(Line::onu);
        return Stream.concat(placed, unplacedOnu().stream()).collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Whether an ONU belongs at a PON port: the present line is there, or one that is not yet removed from the OLT, or one that is to
     * move there. Where the ONU of an adopted contract is, is not known: it may belong anywhere.
     */
    public boolean holds(OnuRegistration registration) {
        return unplacedOnu().equals(Optional.of(registration.onu()))
                || Stream.of(
                                facts.resources().line().stream(),
                                facts.resources().retiredLines().stream(),
                                facts.resources().nextLine().stream())
                        .flatMap(lines -> lines)
                        .anyMatch(line -> line.registration().equals(registration));
    }

    /** Every login that this contract holds: the present one, and those not yet removed from RADIUS. */
    public Set<RadiusUser> heldUsers() {
        return Stream.concat(facts.resources().radiusUser().stream(), facts.resources().retiredUsers().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Every network that is this contract's alone, in order, no two of which overlap: the present ones, and those not yet removed from
     * RADIUS.
     */
    public Set<IpPrefix> heldPrefixes() {
        NetworkResources resources = facts.resources();
        return resources.settings().isEmpty() && resources.retiredPrefixes().isEmpty()
                ? Set.of()
                : AccessSettings.inOrder(
                        Stream.concat(resources.settings().networks().stream(), resources.retiredPrefixes().stream()));
    }

    /** All facts. For adapter authors: a repository writes a contract so. */
    public ContractSnapshot snapshot() {
        return facts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Contract contract && facts.equals(contract.facts);
    }

    @Override
    public int hashCode() {
        return facts.hashCode();
    }

    @Override
    public String toString() {
        return "Contract " + number() + " " + status + " v" + version();
    }

    private static Status statusOf(ContractSnapshot facts) {
        if (facts.milestones().cancelledAt().isPresent()) {
            return Status.CANCELLED;
        }
        if (facts.milestones().activatedAt().isEmpty()) {
            return Status.DRAFT;
        }
        return facts.holds().isEmpty() ? Status.ACTIVE : Status.SUSPENDED;
    }
}
