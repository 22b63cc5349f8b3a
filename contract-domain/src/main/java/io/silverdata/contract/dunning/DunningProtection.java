package io.silverdata.contract.dunning;

import io.silverdata.contract.model.Rejection.InvalidValue;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A reason to take no step for a while. While it lasts, no contract gets a notice, a cut, a stricter cut or a cancellation,
 * not even a suspended one; afterwards the step on record counts again.
 */
public sealed interface DunningProtection {

    /** Calls the one case that fits; a new kind of protection breaks callers at compile time. */
    <R> R match(Cases<R> cases);

    /** In words for people. */
    String explanation();

    /**
     * One case for each kind of protection.
     *
     * @param <R> what a case returns
     */
    @SuppressWarnings("MissingJavadocMethod")
    interface Cases<R> {
        R on(PromiseToPay protection);

        R on(InstalmentPlan protection);

        R on(Exemption protection);

        R on(PendingPayment protection);

        R on(Outage protection);
    }

    /**
     * The customer promised to pay (promesa de pago). {@link PromiseRule#accept} says whether a promise may be made.
     *
     * @param madeOn when
     * @param until the last day of the promise, {@code madeOn} or later; on the next it is broken
     */
    record PromiseToPay(LocalDate madeOn, LocalDate until) implements DunningProtection {
        /**
         * Checks that the dates do not run backwards.
         *
         * @throws IllegalArgumentException naming field, value and what is allowed
         */
        public PromiseToPay {
            forwards("until", madeOn, until);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String explanation() {
            return "the customer promised on " + madeOn + " to pay by " + until;
        }
    }

    /**
     * The debt is being paid in instalments (convenio de pago), the first of which was paid.
     *
     * @param firstPaidOn when the first was paid
     * @param nextDueOn when the next is due, {@code firstPaidOn} or later; on the day after it is missed
     */
    record InstalmentPlan(LocalDate firstPaidOn, LocalDate nextDueOn) implements DunningProtection {
        /**
         * Checks that the dates do not run backwards.
         *
         * @throws IllegalArgumentException naming field, value and what is allowed
         */
        public InstalmentPlan {
            forwards("nextDueOn", firstPaidOn, nextDueOn);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String explanation() {
            return "the first instalment was paid on " + firstPaidOn + ", the next is due on " + nextDueOn;
        }
    }

    /**
     * Staff took the contract out of dunning (exonerado de corte). Has an end, always: a forgotten exemption is a
     * hole.
     *
     * @param from the first day
     * @param until the last day, {@code from} or later
     * @param reason why, in words for people; not blank
     */
    record Exemption(LocalDate from, LocalDate until, String reason) implements DunningProtection {
        /**
         * Checks that the dates do not run backwards, and that there is a reason.
         *
         * @throws IllegalArgumentException naming field, value and what is allowed
         */
        public Exemption {
            forwards("until", from, until);
            new Objections()
                    .unless(!reason.isBlank(), "reason", reason, "not blank")
                    .throwFirst();
        }

        /**
         * An exemption from outside, where the end may have been left out.
         *
         * @return the exemption, or what is wrong with it
         */
        public static Either<InvalidValue, Exemption> of(LocalDate from, Optional<LocalDate> until, String reason) {
            return new Objections()
                    .unless(until.isPresent(), "until", "none", "a date: an exemption must expire")
                    .unless(until.filter(end -> end.isBefore(from)).isEmpty(), "until", until, from + " or later")
                    .unless(!reason.isBlank(), "reason", reason, "not blank")
                    .orElse(() -> new Exemption(from, until.orElseThrow(), reason));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String explanation() {
            return "exempt from " + from + " to " + until + ": " + reason;
        }
    }

    /**
     * A payment was made and is not booked yet; a proof of it was shown, for example. Counts for as long as the policy says.
     *
     * @param since when it was made
     */
    record PendingPayment(Instant since) implements DunningProtection {
        public PendingPayment {
            Objects.requireNonNull(since, "since");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String explanation() {
            return "a payment of " + since + " is not booked yet";
        }
    }

    /**
     * The customer has, or shortly had, no service through no fault of his own.
     *
     * @param from since when
     * @param until when it is over; empty if unknown
     */
    record Outage(Instant from, Optional<Instant> until) implements DunningProtection {
        /**
         * Checks that the times do not run backwards.
         *
         * @throws IllegalArgumentException naming field, value and what is allowed
         */
        public Outage {
            Objects.requireNonNull(from, "from");
            new Objections()
                    .unless(until.filter(end -> end.isBefore(from)).isEmpty(), "until", until, from + " or later")
                    .throwFirst();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }

        @Override
        public String explanation() {
            return "an outage since " + from + until.map(end -> " until " + end).orElse("");
        }
    }

    private static void forwards(String field, LocalDate first, LocalDate last) {
        new Objections()
                .unless(!last.isBefore(first), field, last, first + " or later")
                .throwFirst();
    }
}
