package io.silverdata.contract.report;

import io.silverdata.contract.model.ContractId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Days in the life of a contract that a figure counts: at their beginning, at their end, or while they last. All figures are
 * sums over spans.
 *
 * @param contract whose
 * @param kind what lasted
 * @param from the first day
 * @param to the day on which it was over; none while it lasts
 * @param label what tells spans of a kind apart, as each kind says; at most 64 characters, else empty
 * @param duration how long it took exactly, to the microsecond, where the kind says so
 * @param amount what it is worth in a year, where the kind says so
 * @param other another contract, where the kind says so
 */
public record Span(
        ContractId contract,
        Kind kind,
        LocalDate from,
        Optional<LocalDate> to,
        String label,
        Optional<Duration> duration,
        Optional<BigDecimal> amount,
        Optional<ContractId> other) {

    /** What lasts. */
    public enum Kind {
        /** Activated or adopted, and not cancelled, under one plan: the base. Label: currency. Amount: price in a year. */
        LIVE,
        /** Activated, one day; or adopted on it from another system. Label: {@link #ADOPTED} then, else none. */
        ACTIVATED,
        /** Live and held for at least one reason. */
        HELD,
        /** From the draft to the first confirmation by the network, or the cancellation: an open order. Adopted contracts have none. */
        ORDER,
        /** An open order on which the network was given up. */
        GIVEN_UP,
        /**
         * From the start of a clock to the first confirmation by the network. Label: {@link ClockStart}, or the same with {@link
         * #BUSINESS} behind it. Duration.
         */
        SERVED,
        /** The same once, for contracts on which the network had been given up before. */
        SERVED_AFTER_FAILURE,
        /** From the draft to a cancellation without any service. */
        ABANDONED,
        /** From the activation or adoption to a cancellation that counts as churn. Label: category of the reason. */
        CHURNED,
        /** From the activation or adoption to a cancellation that does not count as churn. Label: category of the reason. */
        ENDED,
        /** From the activation of a contract that wins back another. Other: the one that had ended. */
        WON_BACK,
        /**
         * Without Internet for debt while live: a hold at {@link io.silverdata.contract.model.Enforcement#CAPTIVE} or stricter. Over
         * when the hold is lifted or eased; no end if the contract ended under it.
         */
        CUT,
        /** Slow while live: a hold at the level of that name. Over as a cut is. Label: category of the reason. */
        THROTTLED,
        /**
         * From the beginning of a time without Internet to its end, whatever holds there were. Label: {@link #COUNTS} or {@link
         * #OTHER}. Duration: from the end to RADIUS's confirmation, once there is one.
         */
        RECONNECTED,
        /** Ports were reserved, one day. Label: {@link #RAN_OUT} if the reservation expired, else none. */
        RESERVED,
        /** Live, and a device was found to do something else. */
        DRIFTED,
        /** From the finding to the repair of one device. Duration. */
        REPAIRED,
        /** From the day on which an output was given up to the day on which its line was removed from the OLT. */
        RESTING
    }

    /** The label of contracts that were adopted, not activated here. */
    public static final String ADOPTED = "ADOPTED";

    /** The label of reconnections whose reason counts as one, such as debt. */
    public static final String COUNTS = "COUNTS";

    /** The label of reconnections after other suspensions, such as a pause that the customer asked for. */
    public static final String OTHER = "OTHER";

    /** The label of reservations that ran out. */
    public static final String RAN_OUT = "RAN_OUT";

    /** Behind a label: the duration is in business hours. */
    public static final String BUSINESS = "_BUSINESS";

    public Span {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(other, "other");
        to.ifPresent(end -> {
            if (end.isBefore(from)) {
                throw new IllegalArgumentException("to must not be before " + from + ", was " + end);
            }
        });
    }
}
