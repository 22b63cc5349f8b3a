package io.silverdata.contract.model;

import com.google.common.collect.Sets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Why a command or a text from outside was refused. A refusal is a value, not an exception; nothing was written.
 *
 * <p>Programs look at the type or at {@link #code()}; people read {@link #message()}.
 */
public sealed interface Rejection {

    /** A stable word for programs, upper case with underscores, for example {@code ALREADY_HELD}. */
    String code();

    /** One sentence for people, with the values that matter. */
    String message();

    /**
     * A value from outside is not of the form or in the range it must be.
     *
     * @param field which value
     * @param value what it was
     * @param allowed what it may be
     */
    record InvalidValue(String field, String value, String allowed) implements Rejection {
        public InvalidValue {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(allowed, "allowed");
        }

        @Override
        public String code() {
            return "INVALID_VALUE";
        }

        @Override
        public String message() {
            return field + " must be " + allowed + ", was \"" + value + "\"";
        }
    }

    /**
     * There is no such contract.
     *
     * @param contract the identity that was asked for
     */
    record ContractNotFound(ContractId contract) implements Rejection {
        public ContractNotFound {
            Objects.requireNonNull(contract, "contract");
        }

        @Override
        public String code() {
            return "CONTRACT_NOT_FOUND";
        }

        @Override
        public String message() {
            return "there is no contract " + contract;
        }
    }

    /**
     * The contract is cancelled; nothing can be done to it any more.
     *
     * @param contract which
     */
    record ContractEnded(ContractId contract) implements Rejection {
        public ContractEnded {
            Objects.requireNonNull(contract, "contract");
        }

        @Override
        public String code() {
            return "CONTRACT_ENDED";
        }

        @Override
        public String message() {
            return "contract " + contract + " is cancelled and takes no further command";
        }
    }

    /**
     * The command does not fit the contract's status.
     *
     * @param status the contract's
     * @param command the command's kind
     */
    record IllegalTransition(Status status, CommandKind command) implements Rejection {
        public IllegalTransition {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(command, "command");
        }

        @Override
        public String code() {
            return "ILLEGAL_TRANSITION";
        }

        @Override
        public String message() {
            return command + " is not possible while " + status;
        }
    }

    /**
     * The contract changed since the caller read it.
     *
     * @param expected the version the caller knows
     * @param actual the version it has
     */
    record StaleVersion(long expected, long actual) implements Rejection {
        @Override
        public String code() {
            return "STALE_VERSION";
        }

        @Override
        public String message() {
            return "expected version " + expected + " but the contract is at version " + actual;
        }
    }

    /**
     * The key was used before for another command.
     *
     * @param key the key
     */
    record IdempotencyKeyReused(IdempotencyKey key) implements Rejection {
        public IdempotencyKeyReused {
            Objects.requireNonNull(key, "key");
        }

        @Override
        public String code() {
            return "IDEMPOTENCY_KEY_REUSED";
        }

        @Override
        public String message() {
            return "idempotency key " + key + " belongs to another command";
        }
    }

    /**
     * The command is backdated too far, or dated into the future; what is to happen later is scheduled.
     *
     * @param effectiveAt what was asked for
     * @param earliest the first time allowed
     * @param latest the last time allowed
     */
    record EffectiveTimeOutOfRange(Instant effectiveAt, Instant earliest, Instant latest) implements Rejection {
        public EffectiveTimeOutOfRange {
            Objects.requireNonNull(effectiveAt, "effectiveAt");
            Objects.requireNonNull(earliest, "earliest");
            Objects.requireNonNull(latest, "latest");
        }

        @Override
        public String code() {
            return "EFFECTIVE_TIME_OUT_OF_RANGE";
        }

        @Override
        public String message() {
            return "effectiveAt must be from " + earliest + " to " + latest + ", was " + effectiveAt;
        }
    }

    /**
     * The host knows no such customer.
     *
     * @param customer the key that was asked for
     */
    record UnknownCustomer(CustomerId customer) implements Rejection {
        public UnknownCustomer {
            Objects.requireNonNull(customer, "customer");
        }

        @Override
        public String code() {
            return "UNKNOWN_CUSTOMER";
        }

        @Override
        public String message() {
            return "there is no customer " + customer;
        }
    }

    /**
     * The catalogue has no such plan.
     *
     * @param plan the key that was asked for
     */
    record UnknownPlan(PlanId plan) implements Rejection {
        public UnknownPlan {
            Objects.requireNonNull(plan, "plan");
        }

        @Override
        public String code() {
            return "UNKNOWN_PLAN";
        }

        @Override
        public String message() {
            return "there is no plan " + plan;
        }
    }

    /**
     * The operator has no policy for the reason.
     *
     * @param reason the reason
     */
    record UnknownSuspensionReason(SuspensionReason reason) implements Rejection {
        public UnknownSuspensionReason {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String code() {
            return "UNKNOWN_SUSPENSION_REASON";
        }

        @Override
        public String message() {
            return "there is no suspension policy for " + reason;
        }
    }

    /**
     * Another contract has the number.
     *
     * @param number the number
     */
    record ContractNumberInUse(ContractNumber number) implements Rejection {
        public ContractNumberInUse {
            Objects.requireNonNull(number, "number");
        }

        @Override
        public String code() {
            return "CONTRACT_NUMBER_IN_USE";
        }

        @Override
        public String message() {
            return "contract number " + number + " is in use";
        }
    }

    /**
     * A win-back names a contract that does not exist or is not cancelled.
     *
     * @param predecessor the contract that was named
     */
    record PredecessorNotEnded(ContractId predecessor) implements Rejection {
        public PredecessorNotEnded {
            Objects.requireNonNull(predecessor, "predecessor");
        }

        @Override
        public String code() {
            return "PREDECESSOR_NOT_ENDED";
        }

        @Override
        public String message() {
            return "predecessor " + predecessor + " must be a cancelled contract";
        }
    }

    /**
     * Feasibility was not assessed.
     */
    record NotAssessed() implements Rejection {
        @Override
        public String code() {
            return "NOT_ASSESSED";
        }

        @Override
        public String message() {
            return "feasibility was not assessed";
        }
    }

    /**
     * The assessment is too old.
     *
     * @param expiredAt when it expired
     */
    record AssessmentExpired(Instant expiredAt) implements Rejection {
        public AssessmentExpired {
            Objects.requireNonNull(expiredAt, "expiredAt");
        }

        @Override
        public String code() {
            return "ASSESSMENT_EXPIRED";
        }

        @Override
        public String message() {
            return "the assessment expired at " + expiredAt;
        }
    }

    /**
     * The address does not qualify, or not from that splitter.
     *
     * @param verdict of the address, or of the splitter if one is named
     * @param splitter the splitter, if it is about one
     */
    record NotQualified(Verdict verdict, Optional<SplitterId> splitter) implements Rejection {
        public NotQualified {
            Objects.requireNonNull(verdict, "verdict");
            Objects.requireNonNull(splitter, "splitter");
        }

        @Override
        public String code() {
            return "NOT_QUALIFIED";
        }

        @Override
        public String message() {
            return splitter.map(id -> "splitter " + id + " is ").orElse("the address is ") + verdict;
        }
    }

    /**
     * Every output that qualified is taken.
     *
     * @param alternatives other splitters nearby that seem to have one, nearest first
     */
    record NoPortAvailable(List<SplitterId> alternatives) implements Rejection {
        public NoPortAvailable {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public String code() {
            return "NO_PORT_AVAILABLE";
        }

        @Override
        public String message() {
            return "no qualified splitter output is free; alternatives: " + alternatives;
        }
    }

    /**
     * The output that was asked for cannot be had.
     *
     * @param port the output
     * @param state its state
     */
    record PortUnavailable(SplitterOutputId port, PortState state) implements Rejection {
        public PortUnavailable {
            Objects.requireNonNull(port, "port");
            Objects.requireNonNull(state, "state");
        }

        @Override
        public String code() {
            return "PORT_UNAVAILABLE";
        }

        @Override
        public String message() {
            return "splitter output " + port + " is " + state;
        }
    }

    /**
     * The plant has no such output.
     *
     * @param port the output
     */
    record UnknownPort(SplitterOutputId port) implements Rejection {
        public UnknownPort {
            Objects.requireNonNull(port, "port");
        }

        @Override
        public String code() {
            return "UNKNOWN_PORT";
        }

        @Override
        public String message() {
            return "there is no splitter output " + port;
        }
    }

    /**
     * The PON port has as many subscribers as it may have.
     *
     * @param ponPort the port
     * @param limit its subscriber limit
     */
    record PonPortFull(PonPortId ponPort, int limit) implements Rejection {
        public PonPortFull {
            Objects.requireNonNull(ponPort, "ponPort");
        }

        @Override
        public String code() {
            return "PON_PORT_FULL";
        }

        @Override
        public String message() {
            return "PON port " + ponPort + " has reached its limit of " + limit + " subscribers";
        }
    }

    /**
     * More contracts are selected than the limits of a bulk command allow. None was touched.
     *
     * @param selected how many are selected
     * @param live how many contracts are live
     * @param max how many may be touched
     */
    record SelectionTooLarge(long selected, long live, long max) implements Rejection {
        @Override
        public String code() {
            return "SELECTION_TOO_LARGE";
        }

        @Override
        public String message() {
            return selected + " contracts are selected, where " + live + " are live; at most " + max
                    + " may be touched";
        }
    }

    /**
     * No ports are reserved.
     */
    record NoReservation() implements Rejection {
        @Override
        public String code() {
            return "NO_RESERVATION";
        }

        @Override
        public String message() {
            return "no ports are reserved";
        }
    }

    /**
     * Other ports are reserved already.
     *
     * @param reservation what is reserved
     */
    record AlreadyReserved(Reservation reservation) implements Rejection {
        public AlreadyReserved {
            Objects.requireNonNull(reservation, "reservation");
        }

        @Override
        public String code() {
            return "ALREADY_RESERVED";
        }

        @Override
        public String message() {
            return reservation.ports() + " is reserved until " + reservation.until();
        }
    }

    /**
     * The reservation has ended.
     *
     * @param until when
     */
    record ReservationOver(Instant until) implements Rejection {
        public ReservationOver {
            Objects.requireNonNull(until, "until");
        }

        @Override
        public String code() {
            return "RESERVATION_OVER";
        }

        @Override
        public String message() {
            return "the reservation ended at " + until;
        }
    }

    /**
     * The reservation was renewed as often as it may be.
     *
     * @param limit how often
     */
    record RenewalLimitReached(int limit) implements Rejection {
        @Override
        public String code() {
            return "RENEWAL_LIMIT_REACHED";
        }

        @Override
        public String message() {
            return "a reservation can be renewed " + limit + " times";
        }
    }

    /**
     * Another contract has the ONU, or its line is not yet removed from the OLT.
     *
     * @param onu the serial number
     * @param holder the other contract
     */
    record OnuSerialInUse(OnuSerial onu, ContractId holder) implements Rejection {
        public OnuSerialInUse {
            Objects.requireNonNull(onu, "onu");
            Objects.requireNonNull(holder, "holder");
        }

        @Override
        public String code() {
            return "ONU_SERIAL_IN_USE";
        }

        @Override
        public String message() {
            return "ONU " + onu + " belongs to contract " + holder;
        }
    }

    /**
     * Another contract has the login, or it is not yet removed from RADIUS.
     *
     * @param radiusUser the login
     * @param holder the other contract
     */
    record RadiusUserInUse(RadiusUser radiusUser, ContractId holder) implements Rejection {
        public RadiusUserInUse {
            Objects.requireNonNull(radiusUser, "radiusUser");
            Objects.requireNonNull(holder, "holder");
        }

        @Override
        public String code() {
            return "RADIUS_USER_IN_USE";
        }

        @Override
        public String message() {
            return "RADIUS user " + radiusUser + " belongs to contract " + holder;
        }
    }

    /**
     * The inventory does not give the ONU away.
     *
     * @param onu the serial number
     * @param why the inventory's words
     */
    record EquipmentUnavailable(OnuSerial onu, String why) implements Rejection {
        public EquipmentUnavailable {
            Objects.requireNonNull(onu, "onu");
            Objects.requireNonNull(why, "why");
        }

        @Override
        public String code() {
            return "EQUIPMENT_UNAVAILABLE";
        }

        @Override
        public String message() {
            return "ONU " + onu + " is not available: " + why;
        }
    }

    /**
     * There is a hold for the reason already.
     *
     * @param reason the reason
     */
    record AlreadyHeld(SuspensionReason reason) implements Rejection {
        public AlreadyHeld {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String code() {
            return "ALREADY_HELD";
        }

        @Override
        public String message() {
            return "the contract is already held for " + reason;
        }
    }

    /**
     * There is no hold for the reason.
     *
     * @param reason the reason
     */
    record NoSuchHold(SuspensionReason reason) implements Rejection {
        public NoSuchHold {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String code() {
            return "NO_SUCH_HOLD";
        }

        @Override
        public String message() {
            return "the contract is not held for " + reason;
        }
    }

    /**
     * The hold may not be lifted by what tried to.
     *
     * @param reason of the hold
     * @param trigger what tried to
     * @param lifters what may, in the order of {@link Trigger}
     */
    record TriggerMayNotLift(SuspensionReason reason, Trigger trigger, Set<Trigger> lifters) implements Rejection {
        public TriggerMayNotLift {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(trigger, "trigger");
            lifters = Collections.unmodifiableSet(Sets.newEnumSet(lifters, Trigger.class));
        }

        @Override
        public String code() {
            return "TRIGGER_MAY_NOT_LIFT";
        }

        @Override
        public String message() {
            return trigger + " may not lift a hold for " + reason + "; allowed: " + lifters;
        }
    }

    /**
     * A hold for the reason must say when it ends.
     *
     * @param reason the reason
     */
    record HoldEndRequired(SuspensionReason reason) implements Rejection {
        public HoldEndRequired {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String code() {
            return "HOLD_END_REQUIRED";
        }

        @Override
        public String message() {
            return "until is required for " + reason;
        }
    }

    /**
     * A hold for the reason cannot end by itself.
     *
     * @param reason the reason
     */
    record HoldEndForbidden(SuspensionReason reason) implements Rejection {
        public HoldEndForbidden {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public String code() {
            return "HOLD_END_FORBIDDEN";
        }

        @Override
        public String message() {
            return "until is not allowed for " + reason;
        }
    }

    /**
     * A hold forbids the command.
     *
     * @param reason of the hold
     * @param command the command's kind
     */
    record BlockedByHold(SuspensionReason reason, CommandKind command) implements Rejection {
        public BlockedByHold {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(command, "command");
        }

        @Override
        public String code() {
            return "BLOCKED_BY_HOLD";
        }

        @Override
        public String message() {
            return command + " is not possible while the contract is held for " + reason;
        }
    }

    /**
     * The contract already is as the command wants it.
     *
     * @param field what was to change
     * @param value what it already is
     */
    record NothingToChange(String field, String value) implements Rejection {
        public NothingToChange {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String code() {
            return "NOTHING_TO_CHANGE";
        }

        @Override
        public String message() {
            return field + " already is " + value;
        }
    }

    /**
     * The plan needs another kind of line; relocate to a port that has it.
     *
     * @param plan the plan
     * @param needed what it needs
     * @param line what the line is
     */
    record OtherTechnology(PlanId plan, Technology needed, Technology line) implements Rejection {
        public OtherTechnology {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(needed, "needed");
            Objects.requireNonNull(line, "line");
        }

        @Override
        public String code() {
            return "OTHER_TECHNOLOGY";
        }

        @Override
        public String message() {
            return "plan " + plan + " needs " + needed + " but the line is " + line;
        }
    }

    /**
     * A command of the kind waits already.
     *
     * @param change what waits
     */
    record AlreadyScheduled(ScheduledChange change) implements Rejection {
        public AlreadyScheduled {
            Objects.requireNonNull(change, "change");
        }

        @Override
        public String code() {
            return "ALREADY_SCHEDULED";
        }

        @Override
        public String message() {
            return change.kind() + " is already scheduled for " + change.at();
        }
    }

    /**
     * No command of the kind waits.
     *
     * @param change the kind
     */
    record NothingScheduled(CommandKind change) implements Rejection {
        public NothingScheduled {
            Objects.requireNonNull(change, "change");
        }

        @Override
        public String code() {
            return "NOTHING_SCHEDULED";
        }

        @Override
        public String message() {
            return "no " + change + " is scheduled";
        }
    }

    /**
     * Its time has not come.
     *
     * @param at when it comes
     */
    record NotDue(Instant at) implements Rejection {
        public NotDue {
            Objects.requireNonNull(at, "at");
        }

        @Override
        public String code() {
            return "NOT_DUE";
        }

        @Override
        public String message() {
            return "not due before " + at;
        }
    }

    /**
     * A device answered for something that is no longer wanted.
     *
     * @param target which
     * @param delivered the version it answered for
     * @param desired the version that is wanted
     */
    record SupersededDelivery(NetworkTarget target, long delivered, long desired) implements Rejection {
        public SupersededDelivery {
            Objects.requireNonNull(target, "target");
        }

        @Override
        public String code() {
            return "SUPERSEDED_DELIVERY";
        }

        @Override
        public String message() {
            return target + " answered for version " + delivered + " but version " + desired + " is wanted";
        }
    }

    /**
     * Drift was reported on a target that was never confirmed or has work pending.
     *
     * @param target which
     */
    record NotInSync(NetworkTarget target) implements Rejection {
        public NotInSync {
            Objects.requireNonNull(target, "target");
        }

        @Override
        public String code() {
            return "NOT_IN_SYNC";
        }

        @Override
        public String message() {
            return target + " is not in sync, so a difference is no drift";
        }
    }
}
