package io.silverdata.contract.dunning;

import io.silverdata.contract.dunning.DunningDecision.Because;
import io.silverdata.contract.dunning.DunningDecision.Nothing;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DunningAction;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Rejection.InvalidValue;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One question put to a policy: what is to be done to this contract now? Answered rule by rule; the first that applies decides. */
final class Evaluation {
    // Clocks of ledger and library differ; facts from further ahead are a mistake.
    private static final Duration MAX_AHEAD = Duration.ofMinutes(5);

    private final DunningPolicy policy;
    private final DunningFacts facts;
    private final Contract contract;
    private final Instant now;
    private final Optional<SuspensionHold> hold;

    Evaluation(DunningPolicy policy, DunningFacts facts, Contract contract, Instant now) {
        this.policy = policy;
        this.facts = facts;
        this.contract = contract;
        this.now = now;
        this.hold = contract.hold(SuspensionReason.NON_PAYMENT);
    }

    Either<InvalidValue, DunningDecision> decide() {
        if (!contract.status().isLive()) {
            return nothing(new NoActionReason.NotLive(contract.status()));
        }
        Optional<InvalidValue> untrue = untrue();
        if (untrue.isPresent()) {
            return Either.left(untrue.get());
        }
        if (policy.restore().isMet(facts)) {
            return Either.right(paid());
        }
        LocalDate today = policy.calendar().day(now);
        Optional<InvalidValue> impossible = impossible(today);
        if (impossible.isPresent()) {
            return Either.left(impossible.get());
        }
        List<DunningProtection> protections = protections(today);
        if (!protections.isEmpty()) {
            return Either.right(protectedBy(protections));
        }
        return Either.right(facts.isOverdue() ? overdue(today) : notOverdue());
    }

    private DunningDecision paid() {
        boolean liftable = hold.isPresent() && hold.get().mayBeLiftedBy(Trigger.PAYMENT, now);
        if (!liftable && contract.dunning().isEmpty()) {
            return new Nothing(
                    hold.isPresent()
                            ? new NoActionReason.LiftNotAllowed(
                                    hold.get().policy().lifters())
                            : new NoActionReason.NothingOverdue(facts.overdue()));
        }
        return olderThanHold().orElseGet(() -> liftable ? lift(Because.PAID, true) : new DunningDecision.Close());
    }

    private DunningDecision notOverdue() {
        return new Nothing(
                hold.isPresent()
                        ? new NoActionReason.RestoreNotMet(policy.restore().when(), facts.owed())
                        : new NoActionReason.NothingOverdue(facts.overdue()));
    }

    /** Facts from before the hold, or from before the day of the last step, undo neither. */
    private Optional<DunningDecision> olderThanHold() {
        Optional<Instant> held = hold.map(SuspensionHold::placedAt);
        List<DunningMark> marks = contract.dunning();
        Optional<Instant> stepped = marks.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        policy.calendar().start(marks.get(marks.size() - 1).takenOn()));
        return Stream.concat(held.stream(), stepped.stream())
                .filter(since -> facts.asOf().isBefore(since))
                .max(Instant::compareTo)
                .map(since -> new Nothing(new NoActionReason.OlderThanHold(facts.asOf(), since)));
    }

    private DunningDecision lift(Because because, boolean closes) {
        return new DunningDecision.Lift(
                because,
                closes,
                now.plus(policy.restore().within()),
                policy.restore().feeAllowed());
    }

    /** The service given back or, if the facts are older than the hold or the hold is not to be lifted so, why not. */
    private DunningDecision giveBack(Because because) {
        return olderThanHold().orElseGet(() -> mayBeLifted(because) ? lift(because, false) : liftNotAllowed());
    }

    private boolean mayBeLifted(Because because) {
        return hold.filter(held -> held.mayBeLiftedBy(because.trigger(), now)).isPresent();
    }

    private DunningDecision liftNotAllowed() {
        return new Nothing(
                new NoActionReason.LiftNotAllowed(hold.orElseThrow().policy().lifters()));
    }

    /** What cannot be true now, or not of this contract. */
    private Optional<InvalidValue> untrue() {
        Currency priced = contract.plan().price().amount().currency();
        Optional<Currency> asked = policy.currency();
        Objections objections = new Objections()
                .unless(
                        !facts.asOf().isAfter(now.plus(MAX_AHEAD)),
                        "asOf",
                        facts.asOf(),
                        "at most " + MAX_AHEAD.toMinutes() + " minutes after " + now)
                .unless(facts.owed().currency().equals(priced), "owed", facts.owed(), "in " + priced)
                .unless(
                        asked.isEmpty() || asked.get().equals(facts.owed().currency()),
                        "owed",
                        facts.owed(),
                        "in " + asked.map(Currency::getCurrencyCode).orElse(""));
        LocalDate day = policy.calendar().day(facts.asOf());
        facts.dueOn().ifPresent(due -> notAfter("dueOn", due, day, objections));
        facts.lastNotice().ifPresent(told -> notAfter("lastNotice", told, day, objections));
        return objections.first();
    }

    private void notAfter(String field, LocalDate date, LocalDate day, Objections objections) {
        objections.unless(!date.isAfter(day), field, date, "at most the day of the facts, " + facts.asOf());
    }

    private Optional<InvalidValue> impossible(LocalDate today) {
        Objections objections = new Objections();
        for (DunningProtection protection : facts.protections()) {
            objections.and(protection.match(new ProtectionLimits(policy, facts.asOf(), today)));
        }
        return objections.first();
    }

    private List<DunningProtection> protections(LocalDate today) {
        if (facts.protections().isEmpty()) {
            return List.of();
        }
        ProtectionInForce inForce = new ProtectionInForce(policy, now, today);
        return facts.protections().stream()
                .filter(protection -> protection.match(inForce))
                .toList();
    }

    /** Some give the service back; what was done stays on record, in case they end before the debt is paid. */
    private DunningDecision protectedBy(List<DunningProtection> protections) {
        List<Because> restoring = protections.stream()
                .flatMap(protection -> restoredBy(protection).stream())
                .toList();
        if (hold.isEmpty() || restoring.isEmpty()) {
            return new Nothing(new NoActionReason.Protected(protections.get(0)));
        }
        return giveBack(restoring.stream().filter(this::mayBeLifted).findFirst().orElse(restoring.get(0)));
    }

    private Optional<Because> restoredBy(DunningProtection protection) {
        if (protection instanceof DunningProtection.PromiseToPay) {
            return policy.promises().filter(PromiseRule::restores).map(rule -> Because.PROMISE);
        }
        if (protection instanceof DunningProtection.Exemption) {
            return Optional.of(Because.EXEMPTION);
        }
        return protection instanceof DunningProtection.InstalmentPlan
                        && policy.restore().firstInstalment()
                ? Optional.of(Because.FIRST_INSTALMENT)
                : Optional.empty();
    }

    private DunningDecision overdue(LocalDate today) {
        LocalDate debt = facts.dueOn().orElseThrow();
        List<DunningMark> taken = new ArrayList<>();
        for (DunningMark mark : contract.dunning()) {
            if (mark.isAbout(debt)) {
                taken.add(mark);
            }
        }
        Optional<DunningDecision> eased = ease(taken, today);
        if (eased.isPresent()) {
            return eased.get();
        }
        if (facts.asOf().plus(policy.maxFactAge()).isBefore(now)) {
            return new Nothing(new NoActionReason.StaleFacts(facts.asOf(), policy.maxFactAge()));
        }
        // a step for another debt would put the steps of the present one out of mind
        List<DunningMark> marks = contract.dunning();
        boolean another = !marks.isEmpty() && !marks.get(marks.size() - 1).isAbout(debt);
        Optional<DunningDecision> older = another ? olderThanHold() : Optional.empty();
        if (older.isPresent()) {
            return older.get();
        }
        return stepOfRecord(taken, facts.countedFrom().orElseThrow(), today)
                .filter(mark -> isMilderThan(mark.action().enforcement()))
                .map(this::backTo)
                .orElseGet(() -> next(taken, today));
    }

    /** What was held for more than is left is held for no more than that: the rule that cuts is the rule that gives back. */
    private Optional<DunningDecision> ease(List<DunningMark> taken, LocalDate today) {
        if (hold.isEmpty() || !isPlacedByDunning()) {
            return Optional.empty();
        }
        Enforcement held = hold.get().enforcement();
        Optional<Enforcement> warranted = warranted(taken, facts.countedFrom().orElseThrow(), today);
        if (warranted.filter(level -> level.compareTo(held) >= 0).isPresent()) {
            return Optional.empty();
        }
        boolean extended = warranted(taken, facts.dueOn().orElseThrow(), today)
                .filter(level -> level.compareTo(held) >= 0)
                .isPresent();
        Because because = extended ? Because.EXTENSION : Because.LITTLE_LEFT;
        if (!extended && policy.restore().when() == RestoreRule.When.PAID_IN_FULL) {
            return Optional.empty();
        }
        Optional<DunningDecision> older = olderThanHold();
        if (older.isPresent() || !mayBeLifted(because)) {
            return older.or(() -> Optional.of(liftNotAllowed()));
        }
        return Optional.of(
                warranted.isPresent()
                        ? new DunningDecision.Ease(warranted.get(), because)
                        : lift(because, taken.isEmpty()));
    }

    /** What staff placed by hand, or made stricter, stays until the debt is paid. */
    private boolean isPlacedByDunning() {
        Enforcement held = hold.orElseThrow().enforcement();
        return contract.dunning().stream()
                .flatMap(mark -> mark.action().enforcement().stream())
                .anyMatch(level -> level.compareTo(held) >= 0);
    }

    /** How strictly a debt like this is held: by a step of record, or by a step whose day has come. */
    private Optional<Enforcement> warranted(List<DunningMark> taken, LocalDate countedFrom, LocalDate today) {
        Stream<Enforcement> byRecord =
                stepOfRecord(taken, countedFrom, today)
                        .flatMap(mark -> mark.action().enforcement())
                        .stream();
        Stream<Enforcement> byDay = policy.steps().stream()
                .filter(step -> step.isWorthIt(facts) && !today.isBefore(countedFrom.plusDays(step.daysOverdue())))
                .flatMap(step -> step.action().enforcement().stream());
        return Stream.concat(byRecord, byDay).max(Enforcement::compareTo);
    }

    /**
     * The strictest step that was taken for this debt and that the policy still has, for an amount like this and for so many
     * days.
     */
    private Optional<DunningMark> stepOfRecord(List<DunningMark> taken, LocalDate countedFrom, LocalDate today) {
        Optional<DunningMark> strictest = Optional.empty();
        for (DunningMark mark : taken) {
            boolean stricter = mark.action().enforcement().isPresent()
                    && !today.isBefore(countedFrom.plusDays(mark.daysOverdue()))
                    && strictest
                            .filter(found -> found.action().compareTo(mark.action()) >= 0)
                            .isEmpty();
            if (stricter
                    && policy.steps().stream()
                            .anyMatch(step -> step.action() == mark.action() && step.isWorthIt(facts))) {
                strictest = Optional.of(mark);
            }
        }
        return strictest;
    }

    private boolean isMilderThan(Optional<Enforcement> wanted) {
        return wanted.isPresent()
                && hold.map(SuspensionHold::enforcement)
                        .filter(present -> present.compareTo(wanted.get()) >= 0)
                        .isEmpty();
    }

    private DunningDecision backTo(DunningMark mark) {
        Optional<Enforcement> enforcement = mark.action().enforcement();
        return !mark.action().isCut() || policy.calendar().allows(now)
                ? new DunningDecision.Enforce(enforcement.orElseThrow(), mark, true)
                : new Nothing(new NoActionReason.OutsideCalendar(
                        enforcement, policy.calendar().next(now)));
    }

    private DunningDecision next(List<DunningMark> taken, LocalDate today) {
        Optional<DunningStep> following = following(taken);
        if (following.isEmpty()) {
            return new Nothing(new NoActionReason.LastStepTaken());
        }
        DunningStep step = following.get();
        if (!step.isWorthIt(facts)) {
            return new Nothing(new NoActionReason.BelowMinimum(step, facts.overdue(), facts.unpaid()));
        }
        LocalDate earliest = earliest(step, taken);
        if (step.noticeDays() > 0) {
            Optional<LocalDate> told = toldOn(taken, step.ownNotice());
            if (told.isEmpty()) {
                return new Nothing(new NoActionReason.NoticeMissing(step));
            }
            earliest = later(earliest, told.get().plusDays(step.noticeDays()));
        }
        if (today.isBefore(earliest)) {
            return new Nothing(new NoActionReason.NotYet(step, earliest));
        }
        return step.action().isCut() && !policy.calendar().allows(now)
                ? new Nothing(new NoActionReason.OutsideCalendar(
                        step.action().enforcement(), policy.calendar().next(now)))
                : take(step, today);
    }

    private Optional<DunningStep> following(List<DunningMark> taken) {
        int reached = taken.isEmpty() ? 0 : taken.get(taken.size() - 1).daysOverdue();
        Optional<DunningAction> strictest = taken.stream()
                .map(DunningMark::action)
                .filter(action -> action != DunningAction.NOTIFY)
                .reduce((first, last) -> last);
        for (DunningStep step : policy.steps()) {
            boolean more = step.action() == DunningAction.NOTIFY
                    || strictest
                            .filter(action -> action.compareTo(step.action()) >= 0)
                            .isEmpty();
            if (step.daysOverdue() > reached && more) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /**
     * By the due date; as far from the step before as the policy has it; and a cut as far from the beginning of the hold as it is
     * from the cut before, so that restoring the service for a while does not shorten the suspension.
     */
    private LocalDate earliest(DunningStep step, List<DunningMark> taken) {
        LocalDate earliest = facts.countedFrom().orElseThrow().plusDays(step.daysOverdue());
        if (taken.isEmpty()) {
            return earliest;
        }
        DunningMark last = taken.get(taken.size() - 1);
        earliest = later(earliest, last.takenOn().plusDays(distance(last, step)));
        if (hold.isPresent()) {
            LocalDate heldSince = policy.calendar().day(hold.get().placedAt());
            DunningMark before = step.action().isCut() ? lastCut(taken).orElse(last) : last;
            earliest = later(earliest, heldSince.plusDays(distance(before, step)));
        }
        return earliest;
    }

    private static int distance(DunningMark from, DunningStep to) {
        return to.daysOverdue() - from.daysOverdue();
    }

    /** The first notice for the debt, or since the last cut. */
    private Optional<LocalDate> toldOn(List<DunningMark> taken, boolean sinceCut) {
        Optional<DunningMark> cut = sinceCut ? lastCut(taken) : Optional.empty();
        int after = cut.map(taken::indexOf).orElse(-1);
        Optional<LocalDate> first = taken.stream()
                .skip(after + 1L)
                .filter(mark -> mark.action() == DunningAction.NOTIFY)
                .map(DunningMark::takenOn)
                .findFirst();
        LocalDate since = cut.map(DunningMark::takenOn).orElse(facts.dueOn().orElseThrow());
        Optional<LocalDate> byHost = facts.lastNotice().filter(day -> day.isAfter(since));
        return first.isPresent() && byHost.isPresent()
                ? Optional.of(first.get().isBefore(byHost.get()) ? first.get() : byHost.get())
                : first.or(() -> byHost);
    }

    private static Optional<DunningMark> lastCut(List<DunningMark> taken) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            if (taken.get(i).action().isCut()) {
                return Optional.of(taken.get(i));
            }
        }
        return Optional.empty();
    }

    private DunningDecision take(DunningStep step, LocalDate today) {
        DunningMark mark = new DunningMark(
                facts.dueOn().orElseThrow(),
                facts.countedFrom().orElseThrow(),
                step.daysOverdue(),
                step.action(),
                today,
                facts.overdue());
        return switch (step.action()) {
            case NOTIFY -> new DunningDecision.Notify(mark);
            case RESTRICT, THROTTLE, CAPTIVE, SUSPEND ->
                enforce(step.action().enforcement().orElseThrow(), mark);
            case CANCEL ->
                hold.isPresent()
                        ? new DunningDecision.Cancel(mark)
                        : new Nothing(new NoActionReason.NotSuspended(step));
        };
    }

    private DunningDecision enforce(Enforcement wanted, DunningMark mark) {
        return isMilderThan(Optional.of(wanted))
                ? new DunningDecision.Enforce(wanted, mark, false)
                : new DunningDecision.Keep(hold.orElseThrow().enforcement(), mark);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Either<InvalidValue, DunningDecision> nothing(NoActionReason why) {
        return Either.right(new Nothing(why));
    }
}
