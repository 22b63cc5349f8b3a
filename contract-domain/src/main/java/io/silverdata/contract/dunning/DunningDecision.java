package io.silverdata.contract.dunning;

import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DunningMark;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.SuspensionPolicy;
import io.silverdata.contract.model.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is to be done to a contract now, and why. Done once, the same question is answered with {@link Nothing}. */
public sealed interface DunningDecision {

    /** Calls the one case that fits; a new kind of decision breaks callers at compile time. */
    <R> R match(Cases<R> cases);

    /** Why, in words that can be told to the customer. */
    String explanation();

    /** Whether it takes service away from the customer. */
    default boolean isCut() {
        return this instanceof Cancel || (this instanceof Enforce enforce && enforce.enforcement() != Enforcement.NONE);
    }

    /** The step that is taken by a decision, if one is. */
    default Optional<DunningMark> step() {
        if (this instanceof Notify told) {
            return Optional.of(told.mark());
        }
        if (this instanceof Enforce enforced) {
            return enforced.isReturn() ? Optional.empty() : Optional.of(enforced.mark());
        }
        if (this instanceof Keep kept) {
            return Optional.of(kept.mark());
        }
        return this instanceof Cancel cancelled ? Optional.of(cancelled.mark()) : Optional.empty();
    }

    /** What the commands that carry it out are triggered by. */
    default Trigger trigger() {
        if (this instanceof Lift lift) {
            return lift.because().trigger();
        }
        if (this instanceof Ease eased) {
            return eased.because().trigger();
        }
        return this instanceof Close ? Trigger.PAYMENT : Trigger.DUNNING;
    }

    /**
     * How it is carried out.
     *
     * @param contract the contract that was asked about
     * @param nonPayment what a hold for debt means
     * @param owed what is owed
     * @return the commands, in order; none if nothing is to be done
     */
    default List<Command> commands(Contract contract, SuspensionPolicy nonPayment, Money owed) {
        return match(new ToCommands(contract, nonPayment, owed));
    }

    /**
     * One case for each kind of decision.
     *
     * @param <R> what a case returns
     */
    @SuppressWarnings("MissingJavadocMethod")
    interface Cases<R> {
        R on(Notify decision);

        R on(Enforce decision);

        R on(Keep decision);

        R on(Cancel decision);

        R on(Lift decision);

        R on(Ease decision);

        R on(Close decision);

        R on(Nothing decision);
    }

    /**
     * The customer is to be told.
     *
     * @param mark the step that is taken by it
     */
    record Notify(DunningMark mark) implements DunningDecision {
        public Notify {
            Objects.requireNonNull(mark, "mark");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String explanation() {
            return reason(mark);
        }
    }

    /**
     * The service is to be held for debt, or more strictly than it is.
     *
     * @param enforcement how strictly
     * @param mark the step that is taken by it; or the step of record that it goes back to
     * @param isReturn whether it goes back to a step taken before, after a promise was broken for example
     */
    record Enforce(Enforcement enforcement, DunningMark mark, boolean isReturn) implements DunningDecision {
        public Enforce {
            Objects.requireNonNull(enforcement, "enforcement");
            Objects.requireNonNull(mark, "mark");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String explanation() {
            return isReturn
                    ? enforcement + ": back to a step that was taken on " + mark.takenOn() + "; the debt of "
                            + mark.dueOn() + " is still not paid"
                    : enforcement + ": " + reason(mark);
        }
    }

    /**
     * The step is taken, and the service stays as it is: it is held for debt as strictly already.
     *
     * @param held how strictly it is held
     * @param mark the step that is taken by it
     */
    record Keep(Enforcement held, DunningMark mark) implements DunningDecision {
        public Keep {
            Objects.requireNonNull(held, "held");
            Objects.requireNonNull(mark, "mark");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String explanation() {
            return held + " stays: " + reason(mark);
        }
    }

    /**
     * The contract is to be cancelled.
     *
     * @param mark the step that is taken by it
     */
    record Cancel(DunningMark mark) implements DunningDecision {
        public Cancel {
            Objects.requireNonNull(mark, "mark");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String explanation() {
            return reason(mark);
        }
    }

    /** What gives a service back. */
    enum Because {
        /** What must be paid is paid. */
        PAID(Trigger.PAYMENT, "paid"),
        /** So much is paid that what is left would not be cut for. */
        LITTLE_LEFT(Trigger.PAYMENT, "what is left would not be cut for"),
        /** The first instalment is paid. */
        FIRST_INSTALMENT(Trigger.FIRST_INSTALMENT, "the first instalment is paid"),
        /** The customer promised to pay. */
        PROMISE(Trigger.PROMISE, "the customer promised to pay"),
        /** Staff took the contract out of dunning. */
        EXEMPTION(Trigger.ADMIN, "the contract is exempt"),
        /** The customer was given longer. */
        EXTENSION(Trigger.ADMIN, "the customer was given longer");

        private final Trigger trigger;
        private final String words;

        Because(Trigger trigger, String words) {
            this.trigger = trigger;
            this.words = words;
        }

        /** What the hold is lifted by. */
        public Trigger trigger() {
            return trigger;
        }
    }

    /**
     * The hold for debt is to be lifted. No other hold is.
     *
     * @param because why
     * @param closes whether the debt for which it was cut is over by it, so that the next begins with the first step
     * @param by when the operator promises to have given the service back
     * @param feeAllowed whether the host may ask for a reconnection fee
     */
    record Lift(Because because, boolean closes, Instant by, boolean feeAllowed) implements DunningDecision {
        public Lift {
            Objects.requireNonNull(because, "because");
            Objects.requireNonNull(by, "by");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String explanation() {
            return because.words + ": the service is given back, by " + by + " at the latest";
        }
    }

    /**
     * The service is to be held for debt less strictly than it is.
     *
     * @param enforcement how strictly from now on
     * @param because why
     */
    record Ease(Enforcement enforcement, Because because) implements DunningDecision {
        public Ease {
            Objects.requireNonNull(enforcement, "enforcement");
            Objects.requireNonNull(because, "because");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String explanation() {
            return because.words + ": " + enforcement + " from now on";
        }
    }

    /** The debt is paid; the steps that were taken are to be forgotten. */
    record Close() implements DunningDecision {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String explanation() {
            return "the debt is paid";
        }
    }

    /**
     * Nothing is to be done now.
     *
     * @param why what is in the way
     */
    record Nothing(NoActionReason why) implements DunningDecision {
        public Nothing {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String explanation() {
            return why.explanation();
        }
    }

    private static String reason(DunningMark mark) {
        return mark.action() + " on day " + mark.daysOverdue() + ": " + mark.overdue() + " overdue since "
                + mark.dueOn() + (mark.countedFrom().equals(mark.dueOn()) ? "" : ", extended to " + mark.countedFrom());
    }
}
