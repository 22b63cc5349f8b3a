package io.silverdata.contract.dunning;

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
import java.util.List;
import java.util.Optional;

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
        boolean foreign = facts.owed().amount().signum() > 0
                && policy.currency()
                        .filter(currency -> !currency.equals(facts.owed().currency()))
                        .isPresent();
        if (foreign) {
            return Either.left(new InvalidValue(
                    "owed", facts.owed().toString(), "in " + policy.currency().orElseThrow()));
        }
        if (policy.restore().isMet(facts)) {
            return paid();
        }
        LocalDate today = policy.calendar().day(now);
        Optional<InvalidValue> impossible = impossible(today);
        if (impossible.isPresent()) {
            return Either.left(impossible.get());
        }
        List<DunningProtection> protections = protections(today);
        if (!protections.isEmpty()) {
            return protectedBy(protections);
        }
        if (!facts.isOverdue()) {
            return nothing(new NoActionReason.NothingOverdue(facts.overdue()));
        }
        return facts.asOf().plus(policy.maxFactAge()).isBefore(now)
                ? nothing(new NoActionReason.StaleFacts(facts.asOf(), policy.maxFactAge()))
                : Either.right(overdue(today));
    }

    private Either<InvalidValue, DunningDecision> paid() {
        if (hold.isPresent() && hold.get().mayBeLiftedBy(Trigger.PAYMENT, now)) {
            return Either.right(lift(Trigger.PAYMENT));
        }
        if (!contract.dunning().isEmpty()) {
            return Either.right(new DunningDecision.Close());
        }
        return hold.isPresent()
                ? nothing(new NoActionReason.LiftNotAllowed(hold.get().policy().lifters()))
                : nothing(new NoActionReason.NothingOverdue(facts.overdue()));
    }

    private DunningDecision lift(Trigger trigger) {
        return new DunningDecision.Lift(
                trigger, now.plus(policy.restore().within()), policy.restore().feeAllowed());
    }

    private Optional<InvalidValue> impossible(LocalDate today) {
        Objections objections = new Objections()
                .unless(
                        !facts.asOf().isAfter(now.plus(MAX_AHEAD)),
                        "asOf",
                        facts.asOf(),
                        "at most " + MAX_AHEAD.toMinutes() + " minutes after " + now);
        facts.dueOn()
                .ifPresent(due -> objections.unless(
                        !due.isAfter(policy.calendar().day(facts.asOf())),
                        "dueOn",
                        due,
                        "at most the day of the facts, " + facts.asOf()));
        for (DunningProtection protection : facts.protections()) {
            objections.and(protection.match(new ProtectionLimits(policy, today)));
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

    /** A promise or an instalment may give the service back; what was done stays on record, in case it is broken. */
    private Either<InvalidValue, DunningDecision> protectedBy(List<DunningProtection> protections) {
        for (DunningProtection protection : protections) {
            Optional<Trigger> trigger = restoredBy(protection);
            if (trigger.isPresent() && hold.isPresent() && hold.get().mayBeLiftedBy(trigger.get(), now)) {
                return Either.right(lift(trigger.get()));
            }
        }
        return nothing(new NoActionReason.Protected(protections.get(0)));
    }

    private Optional<Trigger> restoredBy(DunningProtection protection) {
        if (protection instanceof DunningProtection.PromiseToPay) {
            return policy.promises().filter(PromiseRule::restores).map(rule -> Trigger.PROMISE);
        }
        return protection instanceof DunningProtection.InstalmentPlan
                        && policy.restore().firstInstalment()
                ? Optional.of(Trigger.FIRST_INSTALMENT)
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
        return stepOfRecord(taken)
                .filter(mark -> isMilderThan(mark.action().enforcement()))
                .map(this::backTo)
                .orElseGet(() -> next(taken, today));
    }

    /** The strictest cut that was made for this debt and that the policy still has, for an amount like this. */
    private Optional<DunningMark> stepOfRecord(List<DunningMark> taken) {
        Optional<DunningMark> strictest = Optional.empty();
        for (DunningMark mark : taken) {
            boolean stricter = mark.action().enforcement().isPresent()
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
        return policy.calendar().allows(now)
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
            Optional<LocalDate> told = toldOn(taken);
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
        Optional<DunningAction> strictest = lastCut(taken).map(DunningMark::action);
        for (DunningStep step : policy.steps()) {
            boolean more = !step.action().isCut()
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
     * from the cut before, so that whoever was given the service back meanwhile is held as long as anybody.
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

    /** The first notice since the last cut. */
    private Optional<LocalDate> toldOn(List<DunningMark> taken) {
        Optional<DunningMark> cut = lastCut(taken);
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
            case THROTTLE, CAPTIVE, SUSPEND ->
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
