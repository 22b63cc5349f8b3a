package io.silverdata.contract.model;

import io.silverdata.contract.engine.AdoptedContract;
import io.silverdata.contract.engine.CommandMetadata;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What should come of each command, told a second time and in another way: changeable, without events, without versions
 * of its own. A case answers with the code of the refusal, with {@link #DONE} or with {@link #NOTHING_HAPPENED}.
 */
final class Expectation implements Command.Cases<String> {
    static final String DONE = "DONE";
    static final String NOTHING_HAPPENED = "NOTHING_HAPPENED";

    private static final Set<CommandKind> BEFORE_ACTIVATION = EnumSet.range(CommandKind.ASSESS, CommandKind.ACTIVATE);
    private static final Set<CommandKind> BY_NETWORK =
            EnumSet.range(CommandKind.CONFIRM_PROVISIONING, CommandKind.WRITE_OFF_LINES);
    private static final Set<CommandKind> AT_ANY_TIME = EnumSet.of(
            CommandKind.SUSPEND,
            CommandKind.CHANGE_ENFORCEMENT,
            CommandKind.LIFT_HOLD,
            CommandKind.MOVE_PORTS,
            CommandKind.CHANGE_BILLING_DAY,
            CommandKind.AGREE_PRICE,
            CommandKind.GRANT_DISCOUNT,
            CommandKind.END_DISCOUNT,
            CommandKind.SCHEDULE,
            CommandKind.UNDO_SCHEDULED,
            CommandKind.APPLY_SCHEDULED,
            CommandKind.CHANGE_ACCESS_SETTINGS,
            CommandKind.ADD_ADD_ON,
            CommandKind.START_ADD_ON,
            CommandKind.CHANGE_ADD_ON_END,
            CommandKind.REMOVE_ADD_ON,
            CommandKind.CORRECT_ADDRESS,
            CommandKind.CORRECT_NUMBER,
            CommandKind.CHANGE_ATTRIBUTES,
            CommandKind.CANCEL);
    private static final Set<CommandKind> AFTER_THE_END =
            EnumSet.of(CommandKind.CHANGE_ATTRIBUTES, CommandKind.ERASE_PERSONAL_DATA);

    final Map<String, SuspensionHold> holds = new LinkedHashMap<>();
    final Map<CommandKind, ScheduledChange> waiting = new LinkedHashMap<>();
    final List<DunningMark> dunning = new ArrayList<>();
    final Set<Line> linesToRemove = new HashSet<>();
    final Set<RadiusUser> usersToRemove = new HashSet<>();
    final Map<NetworkTarget, Long> confirmed = new EnumMap<>(NetworkTarget.class);
    final Map<NetworkTarget, ProvisioningFailure> failures = new EnumMap<>(NetworkTarget.class);
    final Map<NetworkTarget, Drift> drifts = new EnumMap<>(NetworkTarget.class);
    final Map<NetworkTarget, Long> desired = new HashMap<>();
    /** Targets that are said to be as they are wanted, and that nobody has compared. */
    final Set<NetworkTarget> unverified = EnumSet.noneOf(NetworkTarget.class);

    private final Set<NetworkTarget> takenOver = EnumSet.noneOf(NetworkTarget.class);
    boolean adopted;
    final Map<AttributeKey, String> attributes = new TreeMap<>();
    final List<Discount> discounts = new ArrayList<>();
    boolean erased;
    final ZoneId zone;
    boolean cancelled;
    CustomerId customer;
    PlanSnapshot plan;
    ServiceAddress address;
    ContractNumber number;
    AccessSettings settings = AccessSettings.NONE;
    final Set<IpPrefix> networksToRemove = new TreeSet<>();
    final Map<AddOnId, AgreedAddOn> addOns = new LinkedHashMap<>();

    @Nullable
    Assessment assessment;

    @Nullable
    Reservation reservation;

    @Nullable
    Instant activatedAt;

    @Nullable
    Instant inServiceSince;

    @Nullable
    Instant suspendedSince;

    @Nullable
    PortAssignment ports;

    @Nullable
    PortAssignment movingTo;

    @Nullable
    OnuSerial onu;

    @Nullable
    RadiusUser user;

    Instant earliest;
    Instant lastRecorded;

    // The minimum term: every day on which a hold that was lifted since lasted, written down one by one.
    final Set<LocalDate> daysHeld = new HashSet<>();
    int termMonths;
    int billingDay;

    @Nullable
    LocalDate termStart;

    int remainingTermDays;

    private Instant now;
    private Instant effective;
    private Trigger trigger = Trigger.SYSTEM;
    private boolean carriesOutWhatWaited;

    Expectation(ContractEvent.ContractDrafted terms, Instant draftedAt, ZoneId zone) {
        this.customer = terms.customer();
        this.plan = terms.plan();
        this.address = terms.address();
        this.number = terms.number();
        this.billingDay = terms.billingDay();
        this.zone = zone;
        this.earliest = draftedAt;
        this.lastRecorded = draftedAt;
        this.now = draftedAt;
        this.effective = draftedAt;
    }

    /** Of a contract that lives elsewhere until now. */
    Expectation(AdoptedContract there, Instant adoptedAt, ZoneId zone) {
        this(there.terms(), adoptedAt, zone);
        ContractEvent.ContractAdopted adoption = there.adoption();
        adopted = true;
        activatedAt = adoption.activatedAt();
        inServiceSince = adoption.inServiceSince();
        onu = adoption.onu();
        user = adoption.radiusUser();
        takenOver.add(NetworkTarget.ACCESS);
        adoption.ports().ifPresent(known -> {
            ports = known;
            takenOver.add(NetworkTarget.LINE);
        });
        adoption.termEndsOn().ifPresent(end -> {
            termStart = day(adoptedAt);
            termMonths = Math.toIntExact(ChronoUnit.MONTHS.between(termStart, end));
        });
        there.addOns()
                .forEach(added -> addOns.put(
                        added.addOn().id(),
                        new AgreedAddOn(
                                added.addOn(),
                                added.startsAt(),
                                added.endsAt(),
                                !adoptedAt.isBefore(added.startsAt()))));
        for (SuspensionHold hold : there.holds()) {
            holds.put(hold.reason().code(), hold);
            suspendedSince = hold.placedAt();
        }
    }

    Status status() {
        if (cancelled) {
            return Status.CANCELLED;
        }
        if (activatedAt == null) {
            return Status.DRAFT;
        }
        return holds.isEmpty() ? Status.ACTIVE : Status.SUSPENDED;
    }

    Enforcement enforcement() {
        return holds.values().stream()
                .map(SuspensionHold::enforcement)
                .max(Enum::compareTo)
                .orElse(Enforcement.NONE);
    }

    String after(Command command, CommandMetadata metadata) {
        now = metadata.recordedAt().isBefore(lastRecorded) ? lastRecorded : metadata.recordedAt();
        effective = metadata.effectiveAt().equals(metadata.recordedAt()) ? now : metadata.effectiveAt();
        trigger = metadata.trigger();
        String outcome = judge(command);
        if (outcome.equals(DONE)) {
            lastRecorded = now;
        }
        return outcome;
    }

    private String judge(Command command) {
        if (!fits(command.kind())) {
            if (command.kind() == CommandKind.ERASE_PERSONAL_DATA) {
                return "NOT_ENDED";
            }
            return cancelled ? "CONTRACT_ENDED" : "ILLEGAL_TRANSITION";
        }
        return effective.isBefore(earliest) || effective.isAfter(now)
                ? "EFFECTIVE_TIME_OUT_OF_RANGE"
                : command.match(this);
    }

    private boolean fits(CommandKind kind) {
        if (cancelled) {
            return BY_NETWORK.contains(kind) || AFTER_THE_END.contains(kind);
        }
        return kind != CommandKind.ERASE_PERSONAL_DATA && isBeforeTheEnd(kind);
    }

    private boolean isBeforeTheEnd(CommandKind kind) {
        return AT_ANY_TIME.contains(kind) || BEFORE_ACTIVATION.contains(kind) == (activatedAt == null);
    }

    @Override
    public String on(Command.Assess command) {
        assessment = command.assessment();
        return DONE;
    }

    @Override
    public String on(Command.Reserve command) {
        if (reservation != null && reservation.until().isAfter(now)) {
            return "ALREADY_RESERVED";
        }
        if (!command.until().isAfter(now)) {
            return "INVALID_VALUE";
        }
        String feasible = command.override().isPresent() ? DONE : feasible(assessment, command.ports());
        if (feasible.equals(DONE)) {
            reservation = new Reservation(command.ports(), command.until(), 0);
        }
        return feasible;
    }

    @Override
    public String on(Command.RenewReservation command) {
        if (reservation == null) {
            return "NO_RESERVATION";
        }
        if (!reservation.until().isAfter(now)) {
            return "RESERVATION_OVER";
        }
        if (reservation.renewals() + 1 > command.maxRenewals()) {
            return "RENEWAL_LIMIT_REACHED";
        }
        if (!command.until().isAfter(reservation.until())) {
            return "INVALID_VALUE";
        }
        reservation = new Reservation(reservation.ports(), command.until(), reservation.renewals() + 1);
        return DONE;
    }

    @Override
    public String on(Command.ReleaseReservation command) {
        if (waiting.containsKey(CommandKind.ACTIVATE)) {
            return "ALREADY_SCHEDULED";
        }
        if (reservation == null) {
            return "NO_RESERVATION";
        }
        reservation = null;
        return DONE;
    }

    @Override
    public String on(Command.ExpireReservation command) {
        if (reservation == null) {
            return "NO_RESERVATION";
        }
        if (reservation.until().isAfter(now)) {
            return NOTHING_HAPPENED;
        }
        reservation = null;
        return DONE;
    }

    @Override
    public String on(Command.Activate command) {
        boolean reserved = reservation != null
                && (carriesOutWhatWaited || reservation.until().isAfter(now));
        if (reserved && reservation != null && !reservation.ports().equals(command.ports())) {
            return "ALREADY_RESERVED";
        }
        String feasible = reserved ? DONE : feasible(assessment, command.ports());
        if (feasible.equals(DONE)) {
            reservation = null;
            waiting.remove(CommandKind.ACTIVATE);
            activatedAt = effective;
            earliest = effective;
            ports = command.ports();
            onu = command.onu();
            user = command.radiusUser();
            termMonths = plan.minimumTermMonths();
            termStart = day(effective);
            suspendedSince = holds.isEmpty() ? null : effective;
        }
        return feasible;
    }

    @Override
    public String on(Command.ActivateReserved command) {
        boolean reserved = reservation != null
                && (carriesOutWhatWaited || reservation.until().isAfter(now));
        return reserved && reservation != null
                ? on(new Command.Activate(reservation.ports(), command.onu(), command.radiusUser()))
                : "NO_RESERVATION";
    }

    @Override
    public String on(Command.Suspend command) {
        SuspensionPolicy policy = command.policy();
        String code = policy.reason().code();
        String fit = fit(command, effective);
        if (!fit.equals(DONE)) {
            return fit;
        }
        boolean isPast = !carriesOutWhatWaited
                && command.until().filter(end -> !end.isAfter(now)).isPresent();
        if (isPast) {
            return recordPast(command);
        }
        if (holds.containsKey(code)) {
            return "ALREADY_HELD";
        }
        ScheduledChange next = waiting.get(CommandKind.SUSPEND);
        if (next != null
                && code.equals(codeOf(next))
                && command.until().filter(end -> !end.isAfter(next.at())).isEmpty()) {
            waiting.remove(CommandKind.SUSPEND);
        }
        if (status() == Status.ACTIVE) {
            suspendedSince = effective;
        }
        holds.put(
                policy.reason().code(), new SuspensionHold(policy, command.enforcement(), effective, command.until()));
        return DONE;
    }

    private String recordPast(Command.Suspend command) {
        SuspensionHold open = holds.get(command.policy().reason().code());
        if (open != null && open.placedAt().isBefore(command.until().orElseThrow())) {
            return "ALREADY_HELD";
        }
        if (command.policy().extendsTerm() && activatedAt != null) {
            SuspensionHold past =
                    new SuspensionHold(command.policy(), command.enforcement(), effective, command.until());
            noteDaysHeld(past, day(command.until().orElseThrow()));
        }
        return DONE;
    }

    private static String fit(Command.Suspend command, Instant start) {
        SuspensionPolicy.End rule = command.policy().end();
        if (command.until().isEmpty()) {
            return rule == SuspensionPolicy.End.REQUIRED ? "HOLD_END_REQUIRED" : DONE;
        }
        if (rule == SuspensionPolicy.End.FORBIDDEN) {
            return "HOLD_END_FORBIDDEN";
        }
        return start.isBefore(command.until().get()) ? DONE : "INVALID_VALUE";
    }

    private static String codeOf(ScheduledChange change) {
        return ((Command.Suspend) change.command()).policy().reason().code();
    }

    @Override
    public String on(Command.ChangeEnforcement command) {
        SuspensionHold hold = holds.get(command.reason().code());
        if (hold == null) {
            return "NO_SUCH_HOLD";
        }
        if (hold.enforcement() == command.enforcement()) {
            return "NOTHING_TO_CHANGE";
        }
        holds.put(
                command.reason().code(),
                new SuspensionHold(hold.policy(), command.enforcement(), hold.placedAt(), hold.until()));
        return DONE;
    }

    @Override
    public String on(Command.LiftHold command) {
        SuspensionHold hold = holds.get(command.reason().code());
        if (hold == null) {
            return "NO_SUCH_HOLD";
        }
        boolean over = hold.until().isPresent() && !hold.until().get().isAfter(now);
        if (trigger == Trigger.SCHEDULE ? !over : !hold.policy().lifters().contains(trigger)) {
            return "TRIGGER_MAY_NOT_LIFT";
        }
        if (effective.isBefore(hold.placedAt())) {
            return "EFFECTIVE_TIME_OUT_OF_RANGE";
        }
        holds.remove(command.reason().code());
        suspendedSince = holds.isEmpty() ? null : suspendedSince;
        if (hold.policy().extendsTerm() && activatedAt != null) {
            noteDaysHeld(hold, day(effective));
        }
        carryOutWhatWaitedFor(hold);
        return DONE;
    }

    /** In the order of their times, which are no earlier than the lift, then of their kinds. */
    private void carryOutWhatWaitedFor(SuspensionHold hold) {
        Instant lifted = effective;
        List<ScheduledChange> ready = waiting.values().stream()
                .filter(change -> !change.at().isAfter(lifted) && blocks(hold, change.command()))
                .sorted(Comparator.comparing((ScheduledChange change) -> later(change.at(), lifted))
                        .thenComparingInt(change -> List.of(
                                        CommandKind.CHANGE_PLAN,
                                        CommandKind.TRANSFER_OWNERSHIP,
                                        CommandKind.SUSPEND,
                                        CommandKind.CANCEL)
                                .indexOf(change.kind())))
                .toList();
        for (ScheduledChange change : ready) {
            if (waiting.containsKey(change.kind())
                    && holds.values().stream().noneMatch(h -> blocks(h, change.command()))) {
                effective = later(change.at(), lifted);
                waiting.remove(change.kind());
                carryOut(change);
            }
        }
        effective = lifted;
    }

    private void carryOut(ScheduledChange change) {
        carriesOutWhatWaited = true;
        judge(change.command());
        carriesOutWhatWaited = false;
    }

    private boolean blocks(SuspensionHold hold, Command.Schedulable command) {
        if (command instanceof Command.Suspend suspend) {
            return hold.reason().code().equals(suspend.policy().reason().code());
        }
        if (command instanceof Command.ChangePlan change) {
            return hold.policy().planChange() == SuspensionPolicy.PlanChangeRule.REFUSED
                    || (hold.policy().planChange() == SuspensionPolicy.PlanChangeRule.DOWNGRADE_ONLY
                            && !change.plan().isDowngradeFrom(plan));
        }
        return command instanceof Command.TransferOwnership transfer
                && hold.policy().blocksTransfer()
                && transfer.override().isEmpty();
    }

    private boolean isBlockedThen(Command.Schedulable command) {
        return holds.values().stream().anyMatch(hold -> !hold.placedAt().isAfter(effective) && blocks(hold, command));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public String on(Command.ChangePlan command) {
        if (command.plan().equals(plan)) {
            return waiting.remove(CommandKind.CHANGE_PLAN) == null ? "NOTHING_TO_CHANGE" : DONE;
        }
        if (isBlockedThen(command)) {
            return "BLOCKED_BY_HOLD";
        }
        if (command.plan().technology() != plan.technology()) {
            return "OTHER_TECHNOLOGY";
        }
        if (addOns.values().stream().anyMatch(agreed -> !isInCurrencyOf(command.plan(), agreed.addOn()))) {
            return "ADD_ON_CURRENCY";
        }
        plan = command.plan();
        waiting.remove(CommandKind.CHANGE_PLAN);
        if (isPriceFor(waiting.get(CommandKind.AGREE_PRICE), plan.id(), false)) {
            waiting.remove(CommandKind.AGREE_PRICE);
        }
        command.termMonths().ifPresent(this::beginTerm);
        return DONE;
    }

    @Override
    public String on(Command.Relocate command) {
        if (ports == null) {
            return "OUTPUT_UNKNOWN";
        }
        if (command.address().equals(address) && command.ports().equals(ports)) {
            return "NOTHING_TO_CHANGE";
        }
        String feasible = command.override().isPresent() ? DONE : feasible(command.assessment(), command.ports());
        if (feasible.equals(DONE)) {
            address = command.address();
            assessment = command.assessment();
            moveLine(command.ports());
        }
        return feasible;
    }

    @Override
    public String on(Command.TransferOwnership command) {
        if (command.customer().equals(customer)) {
            return waiting.remove(CommandKind.TRANSFER_OWNERSHIP) == null ? "NOTHING_TO_CHANGE" : DONE;
        }
        if (isBlockedThen(command)) {
            return "BLOCKED_BY_HOLD";
        }
        customer = command.customer();
        waiting.remove(CommandKind.TRANSFER_OWNERSHIP);
        if (!command.keepsScheduled()) {
            waiting.clear();
        }
        dunning.clear();
        if (command.radiusUser().isPresent() && !command.radiusUser().get().equals(user)) {
            usersToRemove.addAll(Optional.ofNullable(user).stream().toList());
            user = command.radiusUser().get();
        }
        return DONE;
    }

    @Override
    public String on(Command.CorrectOutput command) {
        if (command.ports().equals(ports)) {
            return "NOTHING_TO_CHANGE";
        }
        if (movingTo != null) {
            return "MOVE_PENDING";
        }
        NetworkTarget line = NetworkTarget.LINE;
        if (failures.containsKey(line)
                || drifts.containsKey(line)
                || !(isConfirmed(line) || unverified.contains(line))) {
            return "NOT_IN_SYNC";
        }
        ports = command.ports();
        takenOver.add(line);
        return DONE;
    }

    @Override
    public String on(Command.CorrectAddress command) {
        if (command.address().equals(address)) {
            return "NOTHING_TO_CHANGE";
        }
        if (!command.address().position().equals(address.position())) {
            assessment = null;
        }
        address = command.address();
        return DONE;
    }

    @Override
    public String on(Command.CorrectNumber command) {
        if (command.number().equals(number)) {
            return "NOTHING_TO_CHANGE";
        }
        number = command.number();
        return DONE;
    }

    @Override
    public String on(Command.SwapOnu command) {
        if (ports == null) {
            return "OUTPUT_UNKNOWN";
        }
        if (command.onu().equals(onu)) {
            return "NOTHING_TO_CHANGE";
        }
        changeLine(() -> onu = command.onu());
        return DONE;
    }

    @Override
    public String on(Command.PrepareMove command) {
        PortAssignment to = command.to();
        if (ports == null) {
            return "OUTPUT_UNKNOWN";
        }
        if (to.equals(movingTo)) {
            return "NOTHING_TO_CHANGE";
        }
        if (movingTo != null) {
            return "MOVE_PENDING";
        }
        if (ports.ponPort().olt().equals(to.ponPort().olt())
                || !ports.splitterOutput().equals(to.splitterOutput())) {
            return "INVALID_VALUE";
        }
        changeLine(() -> movingTo = to);
        return DONE;
    }

    @Override
    public String on(Command.WithdrawMove command) {
        if (movingTo == null) {
            return "NOTHING_TO_CHANGE";
        }
        changeLine(() -> movingTo = null);
        return DONE;
    }

    @Override
    public String on(Command.MovePorts command) {
        PortAssignment reserved = reservation == null ? null : reservation.ports();
        PortAssignment present = ports == null ? reserved : ports;
        if (present == null) {
            return activatedAt == null ? "NO_RESERVATION" : "OUTPUT_UNKNOWN";
        }
        if (present.equals(command.to())) {
            return "NOTHING_TO_CHANGE";
        }
        if (!present.splitterOutput().equals(command.to().splitterOutput())) {
            return "INVALID_VALUE";
        }
        if (reservation != null) {
            reservation = new Reservation(command.to(), reservation.until(), reservation.renewals());
        } else {
            moveLine(command.to());
        }
        return DONE;
    }

    @Override
    public String on(Command.WriteOffLines command) {
        return linesToRemove.removeIf(line -> line.ports().ponPort().olt().equals(command.olt()))
                ? DONE
                : "NOTHING_TO_CHANGE";
    }

    private void moveLine(PortAssignment to) {
        changeLine(() -> {
            ports = to;
            movingTo = null;
        });
    }

    /** What was wanted on an OLT, and is not any more, is to be removed. */
    private void changeLine(Runnable change) {
        linesToRemove.addAll(wantedLines());
        change.run();
        linesToRemove.removeAll(wantedLines());
    }

    private Set<Line> wantedLines() {
        Set<Line> lines = new HashSet<>();
        if (onu != null && ports != null) {
            lines.add(new Line(ports, onu));
        }
        if (onu != null && movingTo != null) {
            lines.add(new Line(movingTo, onu));
        }
        return lines;
    }

    @Override
    public String on(Command.RenameLogin command) {
        if (command.radiusUser().equals(user)) {
            return "NOTHING_TO_CHANGE";
        }
        usersToRemove.addAll(Optional.ofNullable(user).stream().toList());
        user = command.radiusUser();
        return DONE;
    }

    @Override
    public String on(Command.ChangeAccessSettings command) {
        if (command.settings().equals(settings)) {
            return "NOTHING_TO_CHANGE";
        }
        if (user != null) {
            networksToRemove.addAll(settings.networks());
        }
        settings = command.settings();
        networksToRemove.removeAll(settings.networks());
        return DONE;
    }

    private static boolean isInCurrencyOf(PlanSnapshot other, AddOn addOn) {
        return addOn.price().amount().currency().equals(other.price().amount().currency());
    }

    @Override
    public String on(Command.AddAddOn command) {
        AddOn addOn = command.addOn();
        Instant start = command.startsAt().orElse(effective);
        if (addOns.containsKey(addOn.id())) {
            return "ADD_ON_PRESENT";
        }
        if (addOns.size() == 16) {
            return "INVALID_VALUE";
        }
        if (!isInCurrencyOf(plan, addOn)) {
            return "ADD_ON_CURRENCY";
        }
        if (start.isBefore(effective)) {
            return "INVALID_VALUE";
        }
        ScheduledChange end = waiting.get(CommandKind.CANCEL);
        if (end != null && !end.at().isAfter(start)) {
            return "AFTER_CANCELLATION";
        }
        if (command.endsAt().filter(over -> !isToCome(over, start)).isPresent()) {
            return "INVALID_VALUE";
        }
        addOns.put(addOn.id(), new AgreedAddOn(addOn, start, command.endsAt(), start.equals(effective)));
        return DONE;
    }

    private boolean isToCome(Instant end, Instant start) {
        return end.isAfter(now) && end.isAfter(start);
    }

    @Override
    public String on(Command.StartAddOn command) {
        AgreedAddOn agreed = addOns.get(command.addOn());
        if (agreed == null) {
            return "NO_SUCH_ADD_ON";
        }
        if (agreed.started() || effective.isBefore(agreed.startsAt())) {
            return NOTHING_HAPPENED;
        }
        addOns.put(agreed.id(), new AgreedAddOn(agreed.addOn(), agreed.startsAt(), agreed.endsAt(), true));
        return DONE;
    }

    @Override
    public String on(Command.ChangeAddOnEnd command) {
        AgreedAddOn agreed = addOns.get(command.addOn());
        if (agreed == null) {
            return "NO_SUCH_ADD_ON";
        }
        if (agreed.endsAt().equals(command.endsAt())) {
            return "NOTHING_TO_CHANGE";
        }
        if (command.endsAt().filter(over -> !isToCome(over, agreed.startsAt())).isPresent()) {
            return "INVALID_VALUE";
        }
        addOns.put(agreed.id(), new AgreedAddOn(agreed.addOn(), agreed.startsAt(), command.endsAt(), agreed.started()));
        return DONE;
    }

    @Override
    public String on(Command.RemoveAddOn command) {
        AgreedAddOn agreed = addOns.get(command.addOn());
        if (agreed == null) {
            return "NO_SUCH_ADD_ON";
        }
        if (agreed.started() && agreed.startsAt().isAfter(effective)) {
            return "EFFECTIVE_TIME_OUT_OF_RANGE";
        }
        addOns.remove(agreed.id());
        return DONE;
    }

    /** What the OLT is to bind to the line. */
    Set<ProfileName> bindings() {
        Set<ProfileName> bound = new TreeSet<>();
        for (AgreedAddOn agreed : addOns.values()) {
            boolean gone = enforcement().compareTo(Enforcement.CAPTIVE) >= 0
                    && agreed.addOn().suspension().service() == AddOnSuspension.Service.GOES;
            if (agreed.started() && !gone) {
                agreed.addOn().binding().ifPresent(bound::add);
            }
        }
        bound.remove(plan.lineProfile());
        return bound;
    }

    @Override
    public String on(Command.ChangeBillingDay command) {
        if (command.billingDay() == billingDay) {
            return "NOTHING_TO_CHANGE";
        }
        billingDay = command.billingDay();
        return DONE;
    }

    @Override
    public String on(Command.AgreeTerm command) {
        beginTerm(command.months());
        return DONE;
    }

    @Override
    public String on(Command.AgreePrice command) {
        String fit = fit(command, plan);
        if (!fit.equals(DONE)) {
            return fit;
        }
        boolean answered = isPriceFor(waiting.get(CommandKind.AGREE_PRICE), plan.id(), true)
                && waiting.remove(CommandKind.AGREE_PRICE) != null;
        if (command.amount().equals(plan.price().amount())) {
            return answered ? DONE : "NOTHING_TO_CHANGE";
        }
        plan = plan.at(new PlanSnapshot.Price(command.amount(), plan.price().cycle()));
        return DONE;
    }

    @Override
    public String on(Command.GrantDiscount command) {
        Discount discount = command.discount();
        if (discount.reduction() instanceof Discount.AmountOff off) {
            Money price = plan.price().amount();
            if (!off.amount().currency().equals(price.currency())) {
                return "OTHER_CURRENCY";
            }
            if (off.cycle() != plan.price().cycle()) {
                return "INVALID_VALUE";
            }
            if (price.amount().compareTo(off.amount().amount()) < 0) {
                return "DISCOUNT_ABOVE_PRICE";
            }
        }
        // Day by day, as far as these lives go.
        boolean overlaps = discounts.stream()
                .filter(present -> present.code().equals(discount.code()))
                .anyMatch(present -> discount.from()
                        .datesUntil(discount.from().plusDays(1_000))
                        .anyMatch(day -> present.isOn(day) && discount.isOn(day)));
        if (overlaps) {
            return "DISCOUNT_OVERLAPS";
        }
        discounts.add(discount);
        return DONE;
    }

    @Override
    public String on(Command.EndDiscount command) {
        List<Discount> before = List.copyOf(discounts);
        discounts.replaceAll(discount -> discount.code().equals(command.code())
                        && discount.from().isBefore(command.from())
                        && discount.isOn(command.from())
                ? discount.until(command.from())
                : discount);
        discounts.removeIf(discount ->
                discount.code().equals(command.code()) && !discount.from().isBefore(command.from()));
        return before.equals(discounts) ? "NO_SUCH_DISCOUNT" : DONE;
    }

    private static String fit(Command.AgreePrice command, PlanSnapshot plan) {
        if (!command.plan().equals(plan.id())) {
            return "OTHER_PLAN";
        }
        return command.amount().currency().equals(plan.price().amount().currency()) ? DONE : "OTHER_CURRENCY";
    }

    private static boolean isPriceFor(@Nullable ScheduledChange change, PlanId plan, boolean wanted) {
        return change != null && ((Command.AgreePrice) change.command()).plan().equals(plan) == wanted;
    }

    /** A plan change that waits comes before a price of the same time or a later one. */
    private PlanSnapshot planBy(Instant at) {
        ScheduledChange change = waiting.get(CommandKind.CHANGE_PLAN);
        return change != null && !change.at().isAfter(at) ? ((Command.ChangePlan) change.command()).plan() : plan;
    }

    private void beginTerm(int months) {
        termMonths = months;
        termStart = day(effective);
        daysHeld.clear();
    }

    @Override
    public String on(Command.Schedule command) {
        ScheduledChange change = command.change();
        boolean activation = change.kind() == CommandKind.ACTIVATE;
        if (activation != (activatedAt == null)) {
            return "ILLEGAL_TRANSITION";
        }
        if (activation && (reservation == null || !reservation.until().isAfter(now))) {
            return "NO_RESERVATION";
        }
        if (!now.isBefore(change.at())) {
            return "INVALID_VALUE";
        }
        ScheduledChange end = waiting.get(CommandKind.CANCEL);
        if (end != null && change.kind() != CommandKind.CANCEL && !end.at().isAfter(change.at())) {
            return "AFTER_CANCELLATION";
        }
        ScheduledChange earlier = waiting.get(change.kind());
        if (change.command() instanceof Command.Suspend suspend) {
            String fit = fit(suspend, change.at());
            if (!fit.equals(DONE)) {
                return fit;
            }
            if (earlier != null
                    && !codeOf(earlier).equals(suspend.policy().reason().code())) {
                return "ALREADY_SCHEDULED";
            }
        }
        if (change.command() instanceof Command.AgreePrice price) {
            String fit = fit(price, planBy(change.at()));
            if (!fit.equals(DONE)) {
                return fit;
            }
        }
        if (isAsItIs(change)) {
            return waiting.remove(change.kind()) == null ? "NOTHING_TO_CHANGE" : DONE;
        }
        if (change.equals(earlier)) {
            return "NOTHING_TO_CHANGE";
        }
        if (waiting.remove(change.kind()) != null) {
            reserveForAWeekAtMost(change.kind());
        }
        waiting.put(change.kind(), change);
        if (activation && reservation != null) {
            Instant kept = later(reservation.until(), change.at().plus(Duration.ofDays(7)));
            reservation = new Reservation(reservation.ports(), kept, reservation.renewals());
        }
        return DONE;
    }

    private boolean isAsItIs(ScheduledChange scheduled) {
        Command.Schedulable command = scheduled.command();
        if (command instanceof Command.AgreePrice price) {
            return price.amount().equals(planBy(scheduled.at()).price().amount());
        }
        return (command instanceof Command.ChangePlan change && change.plan().equals(plan))
                || (command instanceof Command.TransferOwnership transfer
                        && transfer.customer().equals(customer));
    }

    @Override
    public String on(Command.UndoScheduled command) {
        if (waiting.remove(command.change()) == null) {
            return "NOTHING_SCHEDULED";
        }
        reserveForAWeekAtMost(command.change());
        return DONE;
    }

    private void reserveForAWeekAtMost(CommandKind withdrawn) {
        Instant end = effective.plus(Duration.ofDays(7));
        if (withdrawn == CommandKind.ACTIVATE
                && reservation != null
                && reservation.until().isAfter(end)) {
            reservation = new Reservation(reservation.ports(), end, reservation.renewals());
        }
    }

    @Override
    public String on(Command.ApplyScheduled command) {
        ScheduledChange change = waiting.get(command.change());
        if (change == null) {
            return "NOTHING_SCHEDULED";
        }
        if (now.isBefore(change.at()) || isBlockedNow(change)) {
            return NOTHING_HAPPENED;
        }
        waiting.remove(command.change());
        carryOut(change);
        return DONE;
    }

    boolean isBlockedNow(ScheduledChange change) {
        return holds.values().stream().anyMatch(hold -> blocks(hold, change.command()));
    }

    @Override
    public String on(Command.TakeDunningStep command) {
        DunningMark mark = command.mark();
        if (dunning.stream()
                .anyMatch(taken -> taken.dueOn().equals(mark.dueOn()) && taken.daysOverdue() >= mark.daysOverdue())) {
            return "NOTHING_TO_CHANGE";
        }
        boolean held = holds.containsKey(SuspensionReason.NON_PAYMENT.code());
        dunning.removeIf(taken -> !taken.dueOn().equals(mark.dueOn())
                && !(held && taken.action().enforcement().isPresent()));
        dunning.add(mark);
        return DONE;
    }

    @Override
    public String on(Command.CloseDunning command) {
        if (dunning.isEmpty()) {
            return "NOTHING_TO_CHANGE";
        }
        dunning.clear();
        return DONE;
    }

    @Override
    public String on(Command.Cancel command) {
        endTerm();
        cancelled = true;
        linesToRemove.addAll(wantedLines());
        usersToRemove.addAll(Optional.ofNullable(user).stream().toList());
        if (user != null) {
            networksToRemove.addAll(settings.networks());
        }
        settings = AccessSettings.NONE;
        addOns.clear();
        onu = null;
        user = null;
        ports = null;
        movingTo = null;
        reservation = null;
        suspendedSince = null;
        holds.clear();
        waiting.clear();
        dunning.clear();
        return DONE;
    }

    @Override
    public String on(Command.ConfirmProvisioning command) {
        String timely = timely(command.target(), command.desiredVersion());
        if (!timely.equals(DONE)) {
            return timely;
        }
        boolean news = !isConfirmed(command.target()) || drifts.containsKey(command.target());
        unverified.remove(command.target());
        confirmed.put(command.target(), command.desiredVersion());
        failures.remove(command.target());
        drifts.remove(command.target());
        switch (command.target()) {
            case ACCESS -> {
                usersToRemove.clear();
                networksToRemove.clear();
            }
            case LINE -> linesToRemove.clear();
        }
        boolean first = !cancelled
                && inServiceSince == null
                && isConfirmed(NetworkTarget.ACCESS)
                && isConfirmed(NetworkTarget.LINE);
        if (first) {
            inServiceSince = effective;
        }
        return news || first ? DONE : NOTHING_HAPPENED;
    }

    @Override
    public String on(Command.FailProvisioning command) {
        String timely = timely(command.target(), command.desiredVersion());
        if (!timely.equals(DONE)) {
            return timely;
        }
        boolean pending = !unverified.contains(command.target())
                && (!isConfirmed(command.target()) || drifts.containsKey(command.target()));
        return pending && failures.putIfAbsent(command.target(), command.failure()) == null ? DONE : NOTHING_HAPPENED;
    }

    @Override
    public String on(Command.ChangeAttributes command) {
        Map<AttributeKey, String> next = new TreeMap<>(attributes);
        command.set().forEach(attribute -> next.put(attribute.key(), attribute.text()));
        command.removed().forEach(next::remove);
        if (next.equals(attributes)) {
            return "NOTHING_TO_CHANGE";
        }
        if (next.size() > Attribute.MAX_OF_A_CONTRACT) {
            return "INVALID_VALUE";
        }
        attributes.clear();
        attributes.putAll(next);
        return DONE;
    }

    @Override
    public String on(Command.ErasePersonalData command) {
        if (!usersToRemove.isEmpty()) {
            return "LOGIN_NOT_REMOVED";
        }
        boolean hadAttributes = attributes.keySet().removeAll(command.personal());
        boolean hadWords = failures.values().stream()
                        .anyMatch(failure -> !failure.detail().equals("erased"))
                || drifts.values().stream().anyMatch(drift -> !drift.detail().equals("erased"));
        if (erased && !command.force() && !hadAttributes && !hadWords) {
            return "NOTHING_TO_CHANGE";
        }
        erased = true;
        address = new ServiceAddress("erased", new GeoPosition(0, 0));
        assessment = null;
        failures.replaceAll((target, failure) -> new ProvisioningFailure(failure.code(), "erased"));
        drifts.replaceAll((target, drift) -> new Drift(drift.kind(), "erased"));
        return DONE;
    }

    @Override
    public String on(Command.RetryProvisioning command) {
        if (failures.isEmpty()) {
            return "NOTHING_TO_CHANGE";
        }
        failures.clear();
        return DONE;
    }

    @Override
    public String on(Command.ReportDrift command) {
        boolean wasThere = unverified.remove(command.target())
                || (confirmed.containsKey(command.target()) && isConfirmed(command.target()));
        if (!wasThere || failures.containsKey(command.target())) {
            return "NOT_IN_SYNC";
        }
        return command.drift().equals(drifts.put(command.target(), command.drift())) ? NOTHING_HAPPENED : DONE;
    }

    /** A new wish of a target; what was given up on is taken up again. */
    void desires(NetworkTarget target, long version) {
        if (desired(target) != version) {
            desired.put(target, version);
            failures.remove(target);
            unverified.remove(target);
            if (takenOver.remove(target)) {
                unverified.add(target);
            }
        }
    }

    long desired(NetworkTarget target) {
        return desired.getOrDefault(target, 0L);
    }

    private boolean isConfirmed(NetworkTarget target) {
        return confirmed.getOrDefault(target, 0L) == desired(target);
    }

    private String timely(NetworkTarget target, long version) {
        if (version == desired(target)) {
            return DONE;
        }
        return version < desired(target) ? NOTHING_HAPPENED : "INVALID_VALUE";
    }

    private String feasible(@Nullable Assessment answer, PortAssignment wanted) {
        if (answer == null) {
            return "NOT_ASSESSED";
        }
        if (!now.isBefore(answer.expiresAt())) {
            return "ASSESSMENT_EXPIRED";
        }
        boolean qualified = answer.verdict().allowsReservation()
                && answer.qualified().stream()
                        .anyMatch(found ->
                                found.splitter().equals(wanted.splitterOutput().splitter())
                                        && found.ponPort().equals(wanted.ponPort()));
        return qualified ? DONE : "NOT_QUALIFIED";
    }

    private void noteDaysHeld(SuspensionHold hold, LocalDate end) {
        start(hold).datesUntil(atLeast(start(hold), end)).forEach(daysHeld::add);
    }

    /** What holds until the last day counts as if it had been lifted then. */
    private void endTerm() {
        if (activatedAt != null && termMonths > 0) {
            holds.values().stream()
                    .filter(hold -> hold.policy().extendsTerm())
                    .forEach(hold -> noteDaysHeld(hold, day(effective)));
            LocalDate end = termEnd().plusDays(daysHeld.size());
            remainingTermDays = (int) Math.max(0, ChronoUnit.DAYS.between(day(effective), end));
        }
    }

    /** Without its extensions. */
    LocalDate termEnd() {
        return Objects.requireNonNull(termStart).plusMonths(termMonths);
    }

    long termExtension() {
        return daysHeld.size();
    }

    private LocalDate start(SuspensionHold hold) {
        LocalDate placed = day(hold.placedAt());
        return termStart == null ? placed : atLeast(termStart, placed);
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private static LocalDate atLeast(LocalDate min, LocalDate day) {
        return day.isBefore(min) ? min : day;
    }
}
