package io.silverdata.contract.model;

import com.google.common.collect.Sets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a command or a text from outside was refused. A refusal is a value, not an exception; nothing was written.
 *
 * <p>Programs look at the type, by {@link #match} or {@code instanceof}, or at {@link #code()}; people read {@link #message()}. Each
 * type says what it answers and what a caller does about it.
 */
public sealed interface Rejection {

    /** The type's constant {@code CODE}: a stable word for programs, upper case with underscores. */
    String code();

    /** Calls the one case that fits; a new kind of rejection breaks callers at compile time. */
    <R> R match(Cases<R> cases);

    /** One English sentence for people, with the values that matter. For other languages, {@link #match} gives the values. */
    default String message() {
        return match(RejectionMessage.ENGLISH);
    }

    /**
     * One case for each kind of rejection.
     *
     * @param <R> what a case returns
     */
    interface Cases<R> {
        R on(InvalidValue rejection);

        R on(EffectiveTimeOutOfRange rejection);

        R on(UnknownCustomer rejection);

        R on(UnknownPlan rejection);

        R on(UnknownSuspensionReason rejection);

        R on(EquipmentUnavailable rejection);

        R on(StaleVersion rejection);

        R on(IdempotencyKeyReused rejection);

        R on(SelectionTooLarge rejection);

        R on(OnlyObserved rejection);

        R on(WouldRestrict rejection);

        R on(ContractNotFound rejection);

        R on(ContractEnded rejection);

        R on(IllegalTransition rejection);

        R on(NotEnded rejection);

        R on(LoginNotRemoved rejection);

        R on(UnknownNote rejection);

        R on(NothingToChange rejection);

        R on(ContractNumberInUse rejection);

        R on(PredecessorNotEnded rejection);

        R on(PredecessorOfAnother rejection);

        R on(OnuSerialInUse rejection);

        R on(RadiusUserInUse rejection);

        R on(NetworkInUse rejection);

        R on(AttributeNotAllowed rejection);

        R on(AddOnPresent rejection);

        R on(NoSuchAddOn rejection);

        R on(AddOnCurrency rejection);

        R on(BindingUnsupported rejection);

        R on(NotAssessed rejection);

        R on(AssessmentExpired rejection);

        R on(NotQualified rejection);

        R on(NoPortAvailable rejection);

        R on(PortUnavailable rejection);

        R on(UnknownPort rejection);

        R on(PonPortFull rejection);

        R on(OtherTechnology rejection);

        R on(OtherCurrency rejection);

        R on(OtherPlan rejection);

        R on(DiscountOverlaps rejection);

        R on(DiscountAbovePrice rejection);

        R on(NoSuchDiscount rejection);

        R on(OutputUnknown rejection);

        R on(NoReservation rejection);

        R on(AlreadyReserved rejection);

        R on(ReservationOver rejection);

        R on(RenewalLimitReached rejection);

        R on(AlreadyHeld rejection);

        R on(NoSuchHold rejection);

        R on(TriggerMayNotLift rejection);

        R on(HoldEndRequired rejection);

        R on(HoldEndForbidden rejection);

        R on(BlockedByHold rejection);

        R on(AlreadyScheduled rejection);

        R on(AfterCancellation rejection);

        R on(NothingScheduled rejection);

        R on(NotInSync rejection);

        R on(MovePending rejection);

        R on(MoveNeeded rejection);

        R on(UnknownMove rejection);

        R on(MoveInProgress rejection);

        R on(UnknownPlantPart rejection);

        R on(PlantPartInUse rejection);

        R on(SplitterNameInUse rejection);
    }

    // What was asked for

    /**
     * A value from outside is not of the form or in the range it must be.
     *
     * <p>Answers every {@code parse}, and a command of which two values do not fit together. The caller corrects the
     * field.
     *
     * @param field which value
     * @param value what it was
     * @param allowed what it may be
     */
    record InvalidValue(String field, String value, String allowed) implements Rejection {
        public static final String CODE = "INVALID_VALUE";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The command is backdated too far, or dated into the future.
     *
     * <p>Answers any command with an effective time. The caller names a time in the range; what is to happen later is
     * scheduled.
     *
     * @param effectiveAt what was asked for
     * @param earliest the first time allowed
     * @param latest the last time allowed
     */
    record EffectiveTimeOutOfRange(Instant effectiveAt, Instant earliest, Instant latest) implements Rejection {
        public static final String CODE = "EFFECTIVE_TIME_OUT_OF_RANGE";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The host's directory of customers knows no such customer.
     *
     * <p>Answers {@code draft}, {@code signUp} and transfers, scheduled ones too. The caller registers the customer
     * there, or names another.
     *
     * @param customer the key that was asked for
     */
    record UnknownCustomer(CustomerId customer) implements Rejection {
        public static final String CODE = "UNKNOWN_CUSTOMER";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The host's catalogue of plans has no such plan.
     *
     * <p>Answers {@code check}, {@code draft}, {@code signUp} and changes of the plan, scheduled ones too. The caller
     * names a plan of the catalogue.
     *
     * @param plan the key that was asked for
     */
    record UnknownPlan(PlanId plan) implements Rejection {
        public static final String CODE = "UNKNOWN_PLAN";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The operator has no suspension policy for the reason.
     *
     * <p>Answers {@code suspend} and {@code scheduleSuspension}, and dunning. The caller names another reason, or the
     * operator adds a policy.
     *
     * @param reason the reason
     */
    record UnknownSuspensionReason(SuspensionReason reason) implements Rejection {
        public static final String CODE = "UNKNOWN_SUSPENSION_REASON";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The host's inventory does not give the ONU away.
     *
     * <p>Answers {@code signUp}, {@code activate} and {@code swapOnu}. The caller takes another ONU.
     *
     * @param onu the serial number
     * @param why the inventory's words
     */
    record EquipmentUnavailable(OnuSerial onu, String why) implements Rejection {
        public static final String CODE = "EQUIPMENT_UNAVAILABLE";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract changed since the caller read it.
     *
     * <p>Answers a command that expects a version. The caller reads the contract again, decides again, and names the
     * version that it has now.
     *
     * @param expected the version the caller knows
     * @param actual the version it has
     */
    record StaleVersion(long expected, long actual) implements Rejection {
        public static final String CODE = "STALE_VERSION";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The idempotency key was used before, for another command.
     *
     * <p>Answers any command with a key. The caller chooses a key for each command, and repeats it for the same
     * command only.
     *
     * @param key the key
     */
    record IdempotencyKeyReused(IdempotencyKey key) implements Rejection {
        public static final String CODE = "IDEMPOTENCY_KEY_REUSED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * More contracts are selected than the limits of a run over many allow. None was touched.
     *
     * <p>Answers the beginning of a bulk command or a dunning run. The caller selects fewer, or raises the limits
     * after a look at the preview.
     *
     * @param selected how many are selected
     * @param live how many contracts are live
     * @param max how many may be touched
     */
    record SelectionTooLarge(long selected, long live, long max) implements Rejection {
        public static final String CODE = "SELECTION_TOO_LARGE";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    // The contract

    /**
     * There is no such contract.
     *
     * <p>Answers any command on one contract. The caller corrects the identity.
     *
     * @param contract the identity that was asked for
     */
    record ContractNotFound(ContractId contract) implements Rejection {
        public static final String CODE = "CONTRACT_NOT_FOUND";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract is cancelled; nothing can be done to it any more.
     *
     * <p>Answers any command but those about the network. A customer who comes back gets a new contract that names
     * this one as its predecessor.
     *
     * @param contract which
     */
    record ContractEnded(ContractId contract) implements Rejection {
        public static final String CODE = "CONTRACT_ENDED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The command does not fit the contract's status.
     *
     * <p>Answers any command; {@code docs/lifecycle.md} has the table. The caller does first what leads to a status
     * that takes it: activates a draft, for example.
     *
     * @param status the contract's
     * @param command the command's kind
     */
    record IllegalTransition(Status status, CommandKind command) implements Rejection {
        public static final String CODE = "ILLEGAL_TRANSITION";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * What a contract says about a person is erased only after its end.
     *
     * <p>Answers {@code erasePersonalData}. The caller waits for the end, or cancels the contract.
     *
     * @param contract the contract
     * @param status what it is; it must be CANCELLED
     */
    record NotEnded(ContractId contract, Status status) implements Rejection {
        public static final String CODE = "NOT_ENDED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A login of the ended contract is still to be removed from RADIUS, and would be forgotten there.
     *
     * <p>Answers {@code erasePersonalData}. The caller waits for the delivery, or mends what keeps it from being made.
     *
     * @param contract the contract
     * @param radiusUser the login
     */
    record LoginNotRemoved(ContractId contract, RadiusUser radiusUser) implements Rejection {
        public static final String CODE = "LOGIN_NOT_REMOVED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract has no such note, or has it no more.
     *
     * <p>Answers commands on notes. The caller reads the notes again.
     *
     * @param contract the contract
     * @param note which
     */
    record UnknownNote(ContractId contract, NoteId note) implements Rejection {
        public static final String CODE = "UNKNOWN_NOTE";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Nothing is written there: another system is in charge.
     *
     * <p>Answers the removal of extras. The caller removes it in the other system, or {@link WriteSwitch switches} the device first.
     *
     * @param scope what is only observed
     */
    record OnlyObserved(WriteScope scope) implements Rejection {
        public static final String CODE = "ONLY_OBSERVED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Something would be taken away from more contracts than the switch allows: a hold, a cancellation or a removal was ordered here while
     * nothing was told to the network.
     *
     * <p>Answers {@link WriteSwitch}. The caller audits, since what the other system did already is confirmed then; lifts what should not
     * be; leaves single contracts observed; or repeats the switch with {@link WriteSwitch#restrictingAtMost}.
     *
     * @param contracts from how many
     * @param most how many the switch allows
     * @param first some of them, at most {@value #MAX_NAMED}
     */
    record WouldRestrict(long contracts, long most, List<ContractId> first) implements Rejection {
        public static final String CODE = "WOULD_RESTRICT";

        /** How many contracts are named at most. */
        public static final int MAX_NAMED = 20;

        public WouldRestrict {
            first = List.copyOf(first);
        }

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract already is as the command wants it.
     *
     * <p>Answers changes of enforcement, plan, address, holder and ONU, {@code retryProvisioning}, and dunning. The
     * caller may take it for success.
     *
     * @param field what was to change
     * @param value what it already is
     */
    record NothingToChange(String field, String value) implements Rejection {
        public static final String CODE = "NOTHING_TO_CHANGE";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Another contract has the number.
     *
     * <p>Answers {@code draft}, {@code signUp} and {@code correctNumber}. The caller chooses another number, or leaves it to the generator.
     *
     * @param number the number
     */
    record ContractNumberInUse(ContractNumber number) implements Rejection {
        public static final String CODE = "CONTRACT_NUMBER_IN_USE";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A win-back names a contract that does not exist or is not cancelled.
     *
     * <p>Answers {@code draft} and {@code signUp}. The caller names the ended contract of the customer, or none.
     *
     * @param predecessor the contract that was named
     */
    record PredecessorNotEnded(ContractId predecessor) implements Rejection {
        public static final String CODE = "PREDECESSOR_NOT_ENDED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A win-back names a contract that another customer held when it ended.
     *
     * <p>Answers {@code draft} and {@code signUp}. The caller names the ended contract of the customer, or none.
     *
     * @param predecessor the contract that was named
     * @param holder who held it
     */
    record PredecessorOfAnother(ContractId predecessor, CustomerId holder) implements Rejection {
        public static final String CODE = "PREDECESSOR_OF_ANOTHER";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Another contract has the ONU, or its line is not yet removed from the OLT.
     *
     * <p>Answers {@code signUp}, {@code activate}, {@code swapOnu} and the removal of an extra. The caller takes
     * another ONU, or waits until the holder's old line is removed.
     *
     * @param onu the serial number
     * @param holder the other contract
     */
    record OnuSerialInUse(OnuSerial onu, ContractId holder) implements Rejection {
        public static final String CODE = "ONU_SERIAL_IN_USE";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Another contract has the login, or it is not yet removed from RADIUS.
     *
     * <p>Answers {@code signUp}, {@code activate}, transfers and the removal of an extra. The caller chooses another
     * login, or waits until the holder's old one is removed.
     *
     * @param radiusUser the login
     * @param holder the other contract
     */
    record RadiusUserInUse(RadiusUser radiusUser, ContractId holder) implements Rejection {
        public static final String CODE = "RADIUS_USER_IN_USE";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Another contract has an address or a network that overlaps, or it is not yet removed from RADIUS.
     *
     * <p>Answers {@code changeAccessSettings} and {@code adopt}. The caller chooses another address, or waits until the holder's old one is
     * removed.
     *
     * @param network what is wanted
     * @param held what the other contract has
     * @param holder the other contract
     */
    record NetworkInUse(IpPrefix network, IpPrefix held, ContractId holder) implements Rejection {
        public static final String CODE = "NETWORK_IN_USE";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The host does not allow the attribute, or not as often.
     *
     * <p>Answers {@code changeAccessSettings} and {@code adopt}. The caller leaves it out; the host allows it with {@code
     * ContractsBuilder.replyAttributes}.
     *
     * @param name of the attribute
     * @param max how many of it a contract may have; 0 if none
     */
    record AttributeNotAllowed(String name, int max) implements Rejection {
        public static final String CODE = "ATTRIBUTE_NOT_ALLOWED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract has the add-on already, or will have it.
     *
     * <p>Answers {@code addAddOn} and {@code adopt}. The caller removes it first, or gives the other one a key of its own.
     *
     * @param addOn that it has
     */
    record AddOnPresent(AddOnId addOn) implements Rejection {
        public static final String CODE = "ADD_ON_PRESENT";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract does not have the add-on.
     *
     * <p>Answers {@code removeAddOn} and {@code changeAddOnEnd}. The caller looks at {@link Contract#addOns}.
     *
     * @param addOn that it does not have
     */
    record NoSuchAddOn(AddOnId addOn) implements Rejection {
        public static final String CODE = "NO_SUCH_ADD_ON";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * An add-on has another currency than the plan: one contract owes in one currency.
     *
     * <p>Answers {@code addAddOn}, {@code adopt} and every command that changes the plan. The caller chooses an add-on or a plan in the same
     * currency, or removes the add-on before the plan is changed.
     *
     * @param addOn which one
     * @param currency of the add-on
     * @param planCurrency of the plan
     */
    record AddOnCurrency(AddOnId addOn, Currency currency, Currency planCurrency) implements Rejection {
        public static final String CODE = "ADD_ON_CURRENCY";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The OLT cannot bind an add-on to the line: its driver binds nothing beside the line profile, the binding is not set up there, or it
     * contradicts the line profile or another add-on.
     *
     * <p>Answers {@code addAddOn}, {@code changePlan}, and every command that brings a contract with add-ons to another OLT: {@code reserve},
     * {@code activate}, {@code relocate}, {@code adopt}, plant moves. The caller leaves the add-on out or removes it, chooses another output, or
     * has the binding set up at the OLT.
     *
     * @param olt that cannot bind it
     * @param addOn which one
     * @param binding what was to be bound
     * @param why in the adapter's words
     */
    record BindingUnsupported(OltId olt, AddOnId addOn, ProfileName binding, String why) implements Rejection {
        public static final String CODE = "BINDING_UNSUPPORTED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    // Feasibility and ports

    /**
     * Feasibility was not assessed.
     *
     * <p>Answers {@code reserve} and {@code activate}. The caller assesses first.
     */
    record NotAssessed() implements Rejection {
        public static final String CODE = "NOT_ASSESSED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The assessment is too old to reserve on.
     *
     * <p>Answers {@code reserve} and {@code activate}. The caller assesses again.
     *
     * @param expiredAt when it expired
     */
    record AssessmentExpired(Instant expiredAt) implements Rejection {
        public static final String CODE = "ASSESSMENT_EXPIRED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The address does not qualify, or not from that splitter.
     *
     * <p>Answers {@code signUp}, {@code reserve}, {@code activate} and {@code relocate}. The assessment has the
     * reasons. The caller tries another splitter, or reserves with an override that says why.
     *
     * @param verdict of the address, or of the splitter if one is named
     * @param splitter the splitter, if it is about one
     */
    record NotQualified(Verdict verdict, Optional<SplitterId> splitter) implements Rejection {
        public static final String CODE = "NOT_QUALIFIED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Every output that qualified is taken.
     *
     * <p>Answers {@code signUp}, {@code reserve}, {@code activate} and {@code relocate}. The caller assesses for one
     * of the alternatives, or waits for an output.
     *
     * @param alternatives other splitters nearby that seem to have one, nearest first
     */
    record NoPortAvailable(List<SplitterId> alternatives) implements Rejection {
        public static final String CODE = "NO_PORT_AVAILABLE";

        public NoPortAvailable {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The output that was asked for cannot be had.
     *
     * <p>Answers {@code reserve} of a certain output. The caller reserves another.
     *
     * @param port the output
     * @param state its state
     */
    record PortUnavailable(SplitterOutputId port, PortState state) implements Rejection {
        public static final String CODE = "PORT_UNAVAILABLE";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The plant has no such output.
     *
     * <p>Answers {@code reserve} of a certain output. The caller corrects it, or installs it in the plant first.
     *
     * @param port the output
     */
    record UnknownPort(SplitterOutputId port) implements Rejection {
        public static final String CODE = "UNKNOWN_PORT";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The PON port has as many subscribers as it may have.
     *
     * <p>Answers {@code reserve} of a certain output. The caller reserves an output of another PON port.
     *
     * @param ponPort the port
     * @param limit its subscriber limit
     */
    record PonPortFull(PonPortId ponPort, int limit) implements Rejection {
        public static final String CODE = "PON_PORT_FULL";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The plan needs another kind of line.
     *
     * <p>Answers a change of the plan; the caller relocates the service to a port that has it first. Answers an adoption, too; the caller
     * corrects plan or output.
     *
     * @param plan the plan
     * @param needed what it needs
     * @param line what the line is
     */
    record OtherTechnology(PlanId plan, Technology needed, Technology line) implements Rejection {
        public static final String CODE = "OTHER_TECHNOLOGY";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The amount is in another currency than the price of the plan.
     *
     * <p>Answers {@code agreePrice}, {@code schedulePrice} and {@code grantDiscount}. The caller names an amount in the currency of the
     * contract; another currency takes a plan that is priced in it.
     *
     * @param amount what was asked for
     * @param currency of the price
     */
    record OtherCurrency(Money amount, Currency currency) implements Rejection {
        public static final String CODE = "OTHER_CURRENCY";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A price was agreed on for another plan than the contract has.
     *
     * <p>Says why a scheduled price is not carried out when its time comes: the plan change that it was to follow was
     * withdrawn or refused, or a hold still blocks it.
     * The caller agrees on a price for the present plan, if there is to be one.
     *
     * @param plan for which the price is
     * @param current the plan of the contract
     */
    record OtherPlan(PlanId plan, PlanId current) implements Rejection {
        public static final String CODE = "OTHER_PLAN";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract has a discount of this code on some of the days.
     *
     * <p>Answers {@code grantDiscount}. The caller ends that one first, chooses other days or another code.
     *
     * @param present the discount that the contract has
     */
    record DiscountOverlaps(Discount present) implements Rejection {
        public static final String CODE = "DISCOUNT_OVERLAPS";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The discount is more than what it is taken off.
     *
     * <p>Answers {@code grantDiscount}. The caller names a smaller amount, or a hundred percent.
     *
     * @param amount what was asked for
     * @param price of one cycle
     */
    record DiscountAbovePrice(Money amount, Money price) implements Rejection {
        public static final String CODE = "DISCOUNT_ABOVE_PRICE";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract has no discount of this code on that day or later.
     *
     * <p>Answers {@code endDiscount}; nothing needs doing.
     *
     * @param discount the code
     * @param from the day
     */
    record NoSuchDiscount(DiscountCode discount, LocalDate from) implements Rejection {
        public static final String CODE = "NO_SUCH_DISCOUNT";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract was adopted without its output, so that nobody knows what is to be moved or replaced.
     *
     * <p>Answers {@code relocate} and {@code swapOnu}. The caller says where the ONU is first, with {@code correctOutput}.
     *
     * @param contract which
     */
    record OutputUnknown(ContractId contract) implements Rejection {
        public static final String CODE = "OUTPUT_UNKNOWN";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    // Reservations

    /**
     * No ports are reserved.
     *
     * <p>Answers {@code renewReservation} and {@code releaseReservation}. The caller reserves first, or has nothing
     * to release.
     */
    record NoReservation() implements Rejection {
        public static final String CODE = "NO_RESERVATION";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Other ports are reserved already.
     *
     * <p>Answers {@code reserve}, and {@code activate} on other ports. The caller uses those, or releases them first.
     *
     * @param reservation what is reserved
     */
    record AlreadyReserved(Reservation reservation) implements Rejection {
        public static final String CODE = "ALREADY_RESERVED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The reservation has ended.
     *
     * <p>Answers {@code renewReservation}. The caller reserves again.
     *
     * @param until when
     */
    record ReservationOver(Instant until) implements Rejection {
        public static final String CODE = "RESERVATION_OVER";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The reservation was renewed as often as it may be.
     *
     * <p>Answers {@code renewReservation}. The caller activates the contract before the end, or reserves again after
     * it.
     *
     * @param limit how often
     */
    record RenewalLimitReached(int limit) implements Rejection {
        public static final String CODE = "RENEWAL_LIMIT_REACHED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    // Holds

    /**
     * There is a hold for the reason already.
     *
     * <p>Answers {@code suspend}. The caller may take it for success, or changes the enforcement of that hold.
     *
     * @param reason the reason
     */
    record AlreadyHeld(SuspensionReason reason) implements Rejection {
        public static final String CODE = "ALREADY_HELD";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * There is no hold for the reason.
     *
     * <p>Answers {@code liftHold} and {@code changeEnforcement}. The caller may take a lift for done.
     *
     * @param reason the reason
     */
    record NoSuchHold(SuspensionReason reason) implements Rejection {
        public static final String CODE = "NO_SUCH_HOLD";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The hold may not be lifted by what tried to.
     *
     * <p>Answers {@code liftHold}. The caller leaves it to a trigger that may: a payment or staff, for example.
     *
     * @param reason of the hold
     * @param trigger what tried to
     * @param lifters what may, in the order of {@link Trigger}
     */
    record TriggerMayNotLift(SuspensionReason reason, Trigger trigger, Set<Trigger> lifters) implements Rejection {
        public static final String CODE = "TRIGGER_MAY_NOT_LIFT";

        public TriggerMayNotLift {
            lifters = Collections.unmodifiableSet(Sets.newEnumSet(lifters, Trigger.class));
        }

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A hold for the reason must say when it ends.
     *
     * <p>Answers {@code suspend} and {@code scheduleSuspension}. The caller names the end.
     *
     * @param reason the reason
     */
    record HoldEndRequired(SuspensionReason reason) implements Rejection {
        public static final String CODE = "HOLD_END_REQUIRED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A hold for the reason cannot end by itself.
     *
     * <p>Answers {@code suspend} and {@code scheduleSuspension}. The caller names no end, and lifts the hold when it
     * is time.
     *
     * @param reason the reason
     */
    record HoldEndForbidden(SuspensionReason reason) implements Rejection {
        public static final String CODE = "HOLD_END_FORBIDDEN";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A hold forbids the command.
     *
     * <p>Answers changes of the plan and transfers. The caller has the hold lifted first; a transfer may give an
     * override that says why.
     *
     * @param reason of the hold
     * @param command the command's kind
     */
    record BlockedByHold(SuspensionReason reason, CommandKind command) implements Rejection {
        public static final String CODE = "BLOCKED_BY_HOLD";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    // What is scheduled

    /**
     * A suspension for another reason is scheduled already.
     *
     * <p>Answers {@code scheduleSuspension}. The caller keeps that one, or undoes it first.
     *
     * @param change what waits
     */
    record AlreadyScheduled(ScheduledChange change) implements Rejection {
        public static final String CODE = "ALREADY_SCHEDULED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The contract is to be cancelled by the time for which a change is meant.
     *
     * <p>Answers every command that schedules. The caller undoes the cancellation, or chooses an earlier time.
     *
     * @param cancellation what is scheduled
     * @param at when the change was to be carried out
     */
    record AfterCancellation(ScheduledChange cancellation, Instant at) implements Rejection {
        public static final String CODE = "AFTER_CANCELLATION";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * No command of the kind is scheduled.
     *
     * <p>Answers {@code undoScheduled}. The caller has nothing to undo.
     *
     * @param change the kind
     */
    record NothingScheduled(CommandKind change) implements Rejection {
        public static final String CODE = "NOTHING_SCHEDULED";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    // The network

    /**
     * A target was never confirmed, has work pending or has failed, so that it is not known to do what the contract says.
     *
     * <p>Answers {@code reportDrift}; the caller does nothing: the difference is known, and delivered or waits for
     * {@code retryProvisioning}. Answers {@code correctOutput}, too; the caller waits for the delivery, or retries it.
     *
     * @param target which
     */
    record NotInSync(NetworkTarget target) implements Rejection {
        public static final String CODE = "NOT_IN_SYNC";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    // Moves of the plant

    /**
     * The line of the contract is about to move with its splitter: another OLT was told of it.
     *
     * <p>Answers {@code correctOutput}, and a plant move that meets the preparation of another one. The caller carries that move out, or
     * withdraws it, first.
     *
     * @param to where the line is to move
     */
    record MovePending(PortAssignment to) implements Rejection {
        public static final String CODE = "MOVE_PENDING";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Contracts have outputs of a splitter that is to be on another PON port, and their lines would stay behind.
     *
     * <p>Answers {@code Plant.install}, in an exception. The caller plans a move: {@code Contracts.moves()}.
     *
     * @param splitter which
     * @param from the PON port on which it is
     * @param to the PON port on which it was to be
     * @param holders contracts with a line or a reservation there, at most {@value PlantPartInUse#MAX_NAMED}
     */
    record MoveNeeded(SplitterId splitter, PonPortId from, PonPortId to, List<ContractId> holders)
            implements Rejection {
        public static final String CODE = "MOVE_NEEDED";

        public MoveNeeded {
            holders = List.copyOf(holders);
        }

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * There is no plant move of this name, or it does not move this splitter.
     *
     * <p>Answers the commands on a plant move. The caller corrects the name.
     *
     * @param name the name, and the splitter if it is that
     */
    record UnknownMove(String name) implements Rejection {
        public static final String CODE = "UNKNOWN_MOVE";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Another plant move has the name, or moves one of the splitters and is not over.
     *
     * <p>Answers the beginning of a plant move. The caller chooses another name, or ends that move first.
     *
     * @param name of the other move
     */
    record MoveInProgress(String name) implements Rejection {
        public static final String CODE = "MOVE_IN_PROGRESS";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    // The plant

    /**
     * The plant has no such part.
     *
     * <p>Answers the removal and the renaming of a part of the plant. The caller corrects the name, or has nothing to do.
     *
     * @param part the name of the OLT, PON port or splitter
     */
    record UnknownPlantPart(String part) implements Rejection {
        public static final String CODE = "UNKNOWN_PLANT_PART";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * A part of the plant is still needed.
     *
     * <p>Answers the removal and the renaming of a part of the plant. The caller relocates or cancels the contracts, and removes or
     * moves the parts, first.
     *
     * @param part the name of the OLT, PON port or splitter
     * @param holders contracts that have an output under it or a line on it, at most {@value #MAX_NAMED}; a reservation that is over
     *     counts until it was ended
     * @param parts names of the parts that hang on it, at most {@value #MAX_NAMED}
     */
    record PlantPartInUse(String part, List<ContractId> holders, List<String> parts) implements Rejection {
        public static final String CODE = "PLANT_PART_IN_USE";

        /** How many contracts, and how many parts, are named at most. */
        public static final int MAX_NAMED = 20;

        public PlantPartInUse {
            holders = List.copyOf(holders);
            parts = List.copyOf(parts);
        }

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * Another splitter has the name.
     *
     * <p>Answers the renaming of a splitter. The caller chooses another name.
     *
     * @param splitter the name
     */
    record SplitterNameInUse(SplitterId splitter) implements Rejection {
        public static final String CODE = "SPLITTER_NAME_IN_USE";

        @Override
        public String code() {
            return CODE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.on(this);
        }
    }
}
