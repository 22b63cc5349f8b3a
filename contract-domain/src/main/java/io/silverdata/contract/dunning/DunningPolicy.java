package io.silverdata.contract.dunning;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DunningAction;
import io.silverdata.contract.model.Rejection.InvalidValue;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How debt is collected: a ladder of steps, when they may be taken, what holds them off and what ends them.
 *
 * <p>The rules, all of them: steps are taken in order, each once for one debt, each no earlier than its days after the due date
 * (or the day it was extended to), no earlier than its distance from the step before, and no earlier than its notice days after
 * a notice. A cut waits for the calendar. A protection, or facts that are too old, put off everything; lifting is never put off,
 * but facts that are older than the hold lift nothing. When a protection is over, the service goes back to where the last step
 * had put it. When the debt is paid, the hold for debt is lifted, no other is, and the next debt begins with the first step. When
 * what is left would not be cut for, the service that was cut for more is given back; when it would be cut for less strictly, it
 * is held less strictly.
 *
 * <p>Prepaid and postpaid contracts have policies of their own; a contract has one policy. Immutable; thread-safe if the
 * calendar is.
 */
public final class DunningPolicy {
    private final String name;
    private final List<DunningStep> steps;
    private final CutCalendar calendar;
    private final RestoreRule restore;
    private final Optional<PromiseRule> promises;
    private final Duration maxFactAge;
    private final Duration pendingPayment;
    private final int longestExemption;
    private final Optional<Currency> currency;

    private DunningPolicy(Builder builder) {
        name = builder.name;
        steps = List.copyOf(builder.steps);
        calendar = builder.calendar;
        restore = builder.restore;
        promises = builder.promises;
        maxFactAge = builder.maxFactAge;
        pendingPayment = builder.pendingPayment;
        longestExemption = builder.longestExemption;
        currency = builder.currencies().stream().findFirst();
    }

    /**
     * Begins a policy. Steps that overlap, and other rules that contradict each other, are refused by {@link Builder#build}.
     *
     * @param name for people, 1 to 64 characters
     */
    public static Builder named(String name, CutCalendar calendar) {
        return new Builder(Objects.requireNonNull(name, "name"), Objects.requireNonNull(calendar, "calendar"));
    }

    /**
     * Tell on the first day, cut on another. A template, not legal advice.
     *
     * @param daysToCut days overdue, 2 or more
     * @throws IllegalArgumentException if that is no ladder
     */
    public static DunningPolicy simple(int daysToCut, CutCalendar calendar) {
        return built(named("simple", calendar)
                .step(DunningStep.of(1, DunningAction.NOTIFY))
                .step(DunningStep.of(daysToCut, DunningAction.SUSPEND)));
    }

    /**
     * Tell on the first day, slow down, cut, cancel. A template, not legal advice.
     *
     * @param daysToThrottle days overdue, 2 or more
     * @param daysToCut days overdue, more
     * @param daysToCancel days overdue, still more
     * @throws IllegalArgumentException if that is no ladder
     */
    public static DunningPolicy laddered(int daysToThrottle, int daysToCut, int daysToCancel, CutCalendar calendar) {
        return built(named("laddered", calendar)
                .step(DunningStep.of(1, DunningAction.NOTIFY))
                .step(DunningStep.of(daysToThrottle, DunningAction.THROTTLE).afterNotice(1))
                .step(DunningStep.of(daysToCut, DunningAction.SUSPEND))
                .step(DunningStep.of(daysToCancel, DunningAction.CANCEL))
                .promises(PromiseRule.upTo(7).maxPerYear(3)));
    }

    /**
     * After the rules of Brazil's ANATEL as the reference of this project has them: cut 15 days after a notice at the
     * earliest, cancel after 60 days of suspension and another notice of 15 days, give back within a day and without a fee, for
     * the first instalment too. A template, not legal advice: read the law that is in force.
     */
    public static DunningPolicy anatelLike(CutCalendar calendar) {
        return built(named("anatel-like", calendar)
                .step(DunningStep.of(1, DunningAction.NOTIFY))
                .step(DunningStep.of(16, DunningAction.SUSPEND).afterNotice(15))
                .step(DunningStep.of(61, DunningAction.NOTIFY))
                .step(DunningStep.of(76, DunningAction.CANCEL).afterOwnNotice(15))
                .restore(RestoreRule.nothingPastDue().orFirstInstalment().withoutFee()));
    }

    /**
     * What is to be done to a contract. Changes nothing.
     *
     * @param facts what the host knows
     * @param contract as it is
     * @param now the time
     * @return the decision; or which of the facts cannot be: facts of the future, another currency than the contract's or the
     *     policy's, dates that lie after the facts or run backwards, a promise or an exemption longer than allowed. What is wrong
     *     with a protection does not keep a service cut whose debt is paid
     */
    public Either<InvalidValue, DunningDecision> evaluate(DunningFacts facts, Contract contract, Instant now) {
        return new Evaluation(this, facts, contract, now).decide();
    }

    /** For people. */
    public String name() {
        return name;
    }

    /** The ladder, from the first step. */
    public List<DunningStep> steps() {
        return steps;
    }

    /** When a service may be cut. */
    public CutCalendar calendar() {
        return calendar;
    }

    /** What ends a debt. */
    public RestoreRule restore() {
        return restore;
    }

    /** Which promises to pay are taken; none if empty. */
    public Optional<PromiseRule> promises() {
        return promises;
    }

    /** How old facts may be for a step to be taken. */
    public Duration maxFactAge() {
        return maxFactAge;
    }

    /** For how long a payment that is not booked yet holds steps off. */
    public Duration pendingPayment() {
        return pendingPayment;
    }

    /** The longest exemption, in days. */
    public int longestExemption() {
        return longestExemption;
    }

    /** The currency of its amounts, if it names any. */
    Optional<Currency> currency() {
        return currency;
    }

    @Override
    public String toString() {
        return name + " " + steps;
    }

    private static DunningPolicy built(Builder builder) {
        return builder.build().getOrElseThrow(refusal -> new IllegalArgumentException(refusal.message()));
    }

    /** A policy in the making. Not thread-safe. */
    public static final class Builder {
        private static final int MAX_NAME = 64;
        private static final int MAX_EXEMPTION = 3_650;

        private final String name;
        private final CutCalendar calendar;
        private final List<DunningStep> steps = new ArrayList<>();
        private RestoreRule restore = RestoreRule.nothingPastDue();
        private Optional<PromiseRule> promises = Optional.empty();
        private Duration maxFactAge = Duration.ofDays(1);
        private Duration pendingPayment = Duration.ofDays(3);
        private int longestExemption = 366;

        private Builder(String name, CutCalendar calendar) {
            this.name = name;
            this.calendar = calendar;
        }

        /** The next step; later, and if it cuts stricter, than those before. */
        public Builder step(DunningStep step) {
            steps.add(Objects.requireNonNull(step, "step"));
            return this;
        }

        /** What ends a debt. Default: {@link RestoreRule#nothingPastDue()}. */
        public Builder restore(RestoreRule rule) {
            restore = Objects.requireNonNull(rule, "rule");
            return this;
        }

        /** Which promises to pay are taken. Default: none. */
        public Builder promises(PromiseRule rule) {
            promises = Optional.of(rule);
            return this;
        }

        /** How old facts may be for a step to be taken, more than zero. Default: 24 hours. */
        public Builder maxFactAge(Duration age) {
            maxFactAge = Objects.requireNonNull(age, "age");
            return this;
        }

        /** For how long a payment that is not booked yet holds steps off, zero or more. Default: 72 hours. */
        public Builder pendingPayment(Duration time) {
            pendingPayment = Objects.requireNonNull(time, "time");
            return this;
        }

        /** The longest exemption, in days, 1 to 3,650. Default: 366. */
        public Builder longestExemption(int days) {
            longestExemption = days;
            return this;
        }

        /**
         * The policy.
         *
         * @return it; or which rule it breaks: steps must come one after the other, cuts must become stricter, a cancellation
         *     is the last step and comes after a cut, a step that needs a notice has one before it, and all amounts are in one
         *     currency
         */
        public Either<InvalidValue, DunningPolicy> build() {
            Objections objections = new Objections()
                    .unless(
                            !name.isBlank() && name.length() <= MAX_NAME,
                            "name",
                            name,
                            "1 to " + MAX_NAME + " characters, not blank")
                    .unless(!steps.isEmpty(), "steps", steps, "one step or more")
                    .unless(
                            !maxFactAge.isNegative() && !maxFactAge.isZero(),
                            "maxFactAge",
                            maxFactAge,
                            "more than zero")
                    .unless(!pendingPayment.isNegative(), "pendingPayment", pendingPayment, "zero or more")
                    .unless(
                            longestExemption >= 1 && longestExemption <= MAX_EXEMPTION,
                            "longestExemption",
                            longestExemption,
                            "1 to " + MAX_EXEMPTION)
                    .unless(currencies().size() <= 1, "currency", currencies(), "one for all amounts");
            for (int i = 0; i < steps.size(); i++) {
                check(i, objections);
            }
            return objections.orElse(() -> new DunningPolicy(this));
        }

        private void check(int index, Objections objections) {
            DunningStep step = steps.get(index);
            String field = "steps[" + index + "]";
            List<DunningStep> before = steps.subList(0, index);
            if (index > 0) {
                DunningStep previous = before.get(index - 1);
                objections
                        .unless(
                                step.daysOverdue() > previous.daysOverdue(),
                                field + ".daysOverdue",
                                step.daysOverdue(),
                                "after the step before it, on day " + previous.daysOverdue())
                        .unless(
                                previous.action() != DunningAction.CANCEL,
                                field + ".action",
                                step.action(),
                                "none after CANCEL");
            }
            if (step.action() != DunningAction.NOTIFY) {
                checkHold(step, field, before, objections);
            }
        }

        private static void checkHold(DunningStep step, String field, List<DunningStep> before, Objections objections) {
            Optional<DunningStep> lastHold = last(before, other -> other.action() != DunningAction.NOTIFY);
            Optional<DunningStep> lastCut = last(before, other -> other.action().isCut());
            objections.unless(
                    lastHold.isEmpty() || step.action().compareTo(lastHold.get().action()) > 0,
                    field + ".action",
                    step.action(),
                    "stricter than " + lastHold.map(DunningStep::toString).orElse("nothing"));
            objections.unless(
                    step.action() != DunningAction.CANCEL || lastCut.isPresent(),
                    field + ".action",
                    step.action(),
                    "after a step that cuts: nobody is cancelled out of full service");
            if (step.noticeDays() > 0) {
                int since =
                        step.ownNotice() ? lastCut.map(DunningStep::daysOverdue).orElse(0) : 0;
                Optional<DunningStep> notice = before.stream()
                        .filter(other -> other.action() == DunningAction.NOTIFY && other.daysOverdue() > since)
                        .findFirst();
                objections.unless(
                        notice.filter(told -> told.daysOverdue() + step.noticeDays() <= step.daysOverdue())
                                .isPresent(),
                        field + ".noticeDays",
                        step.noticeDays(),
                        notice.map(told -> "at most " + (step.daysOverdue() - told.daysOverdue()) + ", the days since "
                                        + told)
                                .orElse("0: there is no notice " + (step.ownNotice() ? "between it and the cut " : "")
                                        + "before"));
            }
        }

        private static Optional<DunningStep> last(List<DunningStep> steps, Predicate<DunningStep> wanted) {
            return steps.stream().filter(wanted).reduce((one, later) -> later);
        }

        private List<Currency> currencies() {
            List<Currency> found = new ArrayList<>();
            steps.forEach(step -> step.minimum().ifPresent(amount -> found.add(amount.currency())));
            restore.max().ifPresent(amount -> found.add(amount.currency()));
            return found.stream().distinct().toList();
        }
    }
}
