package io.silverdata.contract.dunning;

import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Why nothing is done to a contract, at least not yet. */
public sealed interface NoActionReason {

    /** In words for people. */
    String explanation();

    /**
     * The contract is a draft, or ended.
     *
     * @param status which
     */
    record NotLive(Status status) implements NoActionReason {
        public NotLive {
            Objects.requireNonNull(status, "status");
        }

        @Override
        public String explanation() {
            return "the contract is " + status;
        }
    }

    /** The contract fitted the selection when it was read, and no more when its turn came. */
    record NotSelected() implements NoActionReason {
        @Override
        public String explanation() {
            return "the contract is not selected any more";
        }
    }

    /** The operator has no policy for the contract. */
    record NoPolicy() implements NoActionReason {
        @Override
        public String explanation() {
            return "no dunning policy applies";
        }
    }

    /** The host does not know what is owed. */
    record FactsUnknown() implements NoActionReason {
        @Override
        public String explanation() {
            return "nothing is known about what is owed";
        }
    }

    /**
     * Nothing is past due, or no more than the policy lets pass.
     *
     * @param overdue how much
     */
    record NothingOverdue(Money overdue) implements NoActionReason {
        public NothingOverdue {
            Objects.requireNonNull(overdue, "overdue");
        }

        @Override
        public String explanation() {
            return overdue.amount().signum() == 0 ? "nothing is overdue" : overdue + " is overdue, which is let pass";
        }
    }

    /**
     * The service would be restored, but a payment may not lift this hold.
     *
     * @param lifters who may
     */
    record LiftNotAllowed(Set<Trigger> lifters) implements NoActionReason {
        public LiftNotAllowed {
            lifters = Set.copyOf(lifters);
        }

        @Override
        public String explanation() {
            return "the service would be given back, but the hold may be lifted by " + lifters + " only";
        }
    }

    /**
     * Something protects the contract for a while.
     *
     * @param protection what
     */
    record Protected(DunningProtection protection) implements NoActionReason {
        public Protected {
            Objects.requireNonNull(protection, "protection");
        }

        @Override
        public String explanation() {
            return protection.explanation();
        }
    }

    /**
     * The facts are too old to act on.
     *
     * @param asOf when they were true
     * @param maxAge how old they may be
     */
    record StaleFacts(Instant asOf, Duration maxAge) implements NoActionReason {
        public StaleFacts {
            Objects.requireNonNull(asOf, "asOf");
            Objects.requireNonNull(maxAge, "maxAge");
        }

        @Override
        public String explanation() {
            return "what is known is from " + asOf + ", and may be no older than " + maxAge.toHours() + " hours";
        }
    }

    /**
     * The facts are older than what they would undo.
     *
     * @param asOf when they were true
     * @param since since when the service is held, or the first moment of the day of the last step
     */
    record OlderThanHold(Instant asOf, Instant since) implements NoActionReason {
        public OlderThanHold {
            Objects.requireNonNull(asOf, "asOf");
            Objects.requireNonNull(since, "since");
        }

        @Override
        public String explanation() {
            return "what is known is from " + asOf + ", and cannot undo what was done for debt since " + since;
        }
    }

    /**
     * Less is left than would be cut for, but the policy gives a service back for more only.
     *
     * @param rule what must be paid
     * @param owed what is owed in all
     */
    record RestoreNotMet(RestoreRule.When rule, Money owed) implements NoActionReason {
        public RestoreNotMet {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(owed, "owed");
        }

        @Override
        public String explanation() {
            return "the service is given back for " + rule + ", and " + owed + " is owed";
        }
    }

    /**
     * The day of the next step has not come.
     *
     * @param step which
     * @param earliest its first day: by the due date, by the step before, or by the notice
     */
    record NotYet(DunningStep step, LocalDate earliest) implements NoActionReason {
        public NotYet {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(earliest, "earliest");
        }

        @Override
        public String explanation() {
            return step + " comes on " + earliest + " or later";
        }
    }

    /**
     * Too little is overdue for the next step.
     *
     * @param step which
     * @param overdue what is overdue
     * @param unpaid how many items are
     */
    record BelowMinimum(DunningStep step, Money overdue, int unpaid) implements NoActionReason {
        public BelowMinimum {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(overdue, "overdue");
        }

        @Override
        public String explanation() {
            return step + " needs "
                    + step.minimum().map(min -> min + " or more and ").orElse("") + step.minUnpaid()
                    + " unpaid or more, where " + overdue + " and " + unpaid + " are";
        }
    }

    /**
     * The next step needs a notice, and there was none since the step before.
     *
     * @param step which
     */
    record NoticeMissing(DunningStep step) implements NoActionReason {
        public NoticeMissing {
            Objects.requireNonNull(step, "step");
        }

        @Override
        public String explanation() {
            return step + " needs a notice " + step.noticeDays() + " days before, and there was none";
        }
    }

    /**
     * The contract is to be cancelled, and is not suspended.
     *
     * @param step which
     */
    record NotSuspended(DunningStep step) implements NoActionReason {
        public NotSuspended {
            Objects.requireNonNull(step, "step");
        }

        @Override
        public String explanation() {
            return step + " needs a service that is held for debt";
        }
    }

    /**
     * It is due, but not at this hour or on this day.
     *
     * @param enforcement what would be done; empty if the contract would be cancelled
     * @param until when it may be done, if that is within three years
     */
    record OutsideCalendar(Optional<Enforcement> enforcement, Optional<Instant> until) implements NoActionReason {
        public OutsideCalendar {
            Objects.requireNonNull(enforcement, "enforcement");
            Objects.requireNonNull(until, "until");
        }

        @Override
        public String explanation() {
            return enforcement.map(Enforcement::toString).orElse("CANCEL") + " waits for the calendar"
                    + until.map(at -> " until " + at).orElse(", which has no such day in three years");
        }
    }

    /** Every step was taken. */
    record LastStepTaken() implements NoActionReason {
        @Override
        public String explanation() {
            return "every step was taken";
        }
    }
}
