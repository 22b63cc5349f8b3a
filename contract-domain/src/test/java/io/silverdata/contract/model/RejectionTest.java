package io.silverdata.contract.model;

import static io.silverdata.contract.model.Situations.CONTRACT;
import static io.silverdata.contract.model.Situations.FIBRE_50;
import static io.silverdata.contract.model.Situations.HOME_PORT;
import static io.silverdata.contract.model.Situations.MORNING;
import static io.silverdata.contract.model.Situations.NUMBER;
import static io.silverdata.contract.model.Situations.ONU;
import static io.silverdata.contract.model.Situations.OTHER_PON;
import static io.silverdata.contract.model.Situations.PON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RejectionTest {
    private static final DiscountCode WELCOME = new DiscountCode("WELCOME");

    static Stream<Arguments> every_refusal() {
        return Stream.of(
                arguments(
                        new Rejection.InvalidValue("percent", "101", "0 to 100"),
                        "INVALID_VALUE",
                        "percent must be 0 to 100, was \"101\""),
                arguments(
                        new Rejection.ContractNotFound(CONTRACT),
                        "CONTRACT_NOT_FOUND",
                        "there is no contract " + CONTRACT),
                arguments(
                        new Rejection.ContractEnded(CONTRACT),
                        "CONTRACT_ENDED",
                        "contract " + CONTRACT + " is cancelled and takes no further command"),
                arguments(
                        new Rejection.NotEnded(CONTRACT, Status.SUSPENDED),
                        "NOT_ENDED",
                        "the status of contract " + CONTRACT
                                + " must be CANCELLED for its personal data to be erased, was SUSPENDED"),
                arguments(
                        new Rejection.LoginNotRemoved(CONTRACT, new RadiusUser("ana@fibra")),
                        "LOGIN_NOT_REMOVED",
                        "login ana@fibra of contract " + CONTRACT
                                + " must be removed from RADIUS before its personal data is erased"),
                arguments(
                        new Rejection.UnknownNote(CONTRACT, new NoteId(CONTRACT.value())),
                        "UNKNOWN_NOTE",
                        "contract " + CONTRACT + " has no note " + CONTRACT),
                arguments(
                        new Rejection.IllegalTransition(Status.DRAFT, CommandKind.SWAP_ONU),
                        "ILLEGAL_TRANSITION",
                        "SWAP_ONU is not possible while DRAFT"),
                arguments(
                        new Rejection.StaleVersion(3, 5),
                        "STALE_VERSION",
                        "expected version 3 but the contract is at version 5"),
                arguments(
                        new Rejection.IdempotencyKeyReused(new IdempotencyKey("k-1")),
                        "IDEMPOTENCY_KEY_REUSED",
                        "idempotency key k-1 belongs to another command"),
                arguments(
                        new Rejection.EffectiveTimeOutOfRange(MORNING, MORNING.plusSeconds(1), MORNING.plusSeconds(2)),
                        "EFFECTIVE_TIME_OUT_OF_RANGE",
                        "effectiveAt must be from 2026-03-02T13:00:01Z to 2026-03-02T13:00:02Z,"
                                + " was 2026-03-02T13:00:00Z"),
                arguments(
                        new Rejection.UnknownCustomer(new CustomerId("zoe")),
                        "UNKNOWN_CUSTOMER",
                        "there is no customer zoe"),
                arguments(new Rejection.UnknownPlan(new PlanId("P-1")), "UNKNOWN_PLAN", "there is no plan P-1"),
                arguments(
                        new Rejection.UnknownSuspensionReason(SuspensionReason.FAIR_USE),
                        "UNKNOWN_SUSPENSION_REASON",
                        "there is no suspension policy for FAIR_USE"),
                arguments(
                        new Rejection.ContractNumberInUse(NUMBER),
                        "CONTRACT_NUMBER_IN_USE",
                        "contract number C-2026-000042 is in use"),
                arguments(
                        new Rejection.PredecessorNotEnded(CONTRACT),
                        "PREDECESSOR_NOT_ENDED",
                        "predecessor " + CONTRACT + " must be a cancelled contract"),
                arguments(
                        new Rejection.PredecessorOfAnother(CONTRACT, new CustomerId("ana")),
                        "PREDECESSOR_OF_ANOTHER",
                        "predecessor " + CONTRACT + " must be a contract of the same customer, was held by ana"),
                arguments(
                        new Rejection.AfterCancellation(
                                new ScheduledChange(
                                        new Command.Cancel(CancellationReason.CUSTOMER_REQUEST, Optional.empty()),
                                        MORNING),
                                MORNING.plusSeconds(1)),
                        "AFTER_CANCELLATION",
                        "at must be before the cancellation that is scheduled for 2026-03-02T13:00:00Z, was"
                                + " 2026-03-02T13:00:01Z"),
                arguments(new Rejection.NotAssessed(), "NOT_ASSESSED", "feasibility was not assessed"),
                arguments(
                        new Rejection.AssessmentExpired(MORNING),
                        "ASSESSMENT_EXPIRED",
                        "the assessment expired at 2026-03-02T13:00:00Z"),
                arguments(
                        new Rejection.NotQualified(Verdict.UNKNOWN, Optional.of(new SplitterId("NAP-1"))),
                        "NOT_QUALIFIED",
                        "splitter NAP-1 is UNKNOWN"),
                arguments(
                        new Rejection.NoPortAvailable(List.of(new SplitterId("NAP-2"), new SplitterId("NAP-3"))),
                        "NO_PORT_AVAILABLE",
                        "no qualified splitter output is free; alternatives: [NAP-2, NAP-3]"),
                arguments(
                        new Rejection.PortUnavailable(HOME_PORT.splitterOutput(), PortState.FAULTY),
                        "PORT_UNAVAILABLE",
                        "splitter output NAP-1#3 is FAULTY"),
                arguments(
                        new Rejection.UnknownPort(HOME_PORT.splitterOutput()),
                        "UNKNOWN_PORT",
                        "there is no splitter output NAP-1#3"),
                arguments(
                        new Rejection.SelectionTooLarge(120, 1000, 50),
                        "SELECTION_TOO_LARGE",
                        "120 contracts are selected, where 1000 are live; at most 50 may be touched"),
                arguments(
                        new Rejection.PonPortFull(PON, 64),
                        "PON_PORT_FULL",
                        "PON port olt-1:0/1/1 has reached its limit of 64 subscribers"),
                arguments(new Rejection.NoReservation(), "NO_RESERVATION", "no ports are reserved"),
                arguments(
                        new Rejection.AlreadyReserved(new Reservation(HOME_PORT, MORNING, 0)),
                        "ALREADY_RESERVED",
                        "NAP-1#3 on olt-1:0/1/1 is reserved until 2026-03-02T13:00:00Z"),
                arguments(
                        new Rejection.ReservationOver(MORNING),
                        "RESERVATION_OVER",
                        "the reservation ended at 2026-03-02T13:00:00Z"),
                arguments(
                        new Rejection.RenewalLimitReached(3),
                        "RENEWAL_LIMIT_REACHED",
                        "a reservation can be renewed 3 times"),
                arguments(
                        new Rejection.OnuSerialInUse(ONU, CONTRACT),
                        "ONU_SERIAL_IN_USE",
                        "ONU HWTC12345678 belongs to contract " + CONTRACT),
                arguments(
                        new Rejection.RadiusUserInUse(new RadiusUser("ana"), CONTRACT),
                        "RADIUS_USER_IN_USE",
                        "RADIUS user ana belongs to contract " + CONTRACT),
                arguments(
                        new Rejection.NetworkInUse(
                                new IpPrefix("203.0.113.7/32"), new IpPrefix("203.0.113.0/29"), CONTRACT),
                        "NETWORK_IN_USE",
                        "network 203.0.113.7/32 overlaps 203.0.113.0/29 of contract " + CONTRACT),
                arguments(
                        new Rejection.AttributeNotAllowed("Filter-Id", 0),
                        "ATTRIBUTE_NOT_ALLOWED",
                        "attribute Filter-Id is not allowed"),
                arguments(
                        new Rejection.AddOnPresent(new AddOnId("iptv")),
                        "ADD_ON_PRESENT",
                        "the contract has add-on iptv already"),
                arguments(
                        new Rejection.NoSuchAddOn(new AddOnId("iptv")),
                        "NO_SUCH_ADD_ON",
                        "the contract has no add-on iptv"),
                arguments(
                        new Rejection.AddOnCurrency(
                                new AddOnId("iptv"), Currency.getInstance("EUR"), Currency.getInstance("USD")),
                        "ADD_ON_CURRENCY",
                        "add-on iptv is priced in EUR but the plan in USD"),
                arguments(
                        new Rejection.BindingUnsupported(
                                new OltId("olt-1"), new AddOnId("iptv"), new ProfileName("IPTV"), "not set up"),
                        "BINDING_UNSUPPORTED",
                        "OLT olt-1 cannot bind IPTV of add-on iptv: not set up"),
                arguments(
                        new Rejection.EquipmentUnavailable(ONU, "in repair"),
                        "EQUIPMENT_UNAVAILABLE",
                        "ONU HWTC12345678 is not available: in repair"),
                arguments(
                        new Rejection.AlreadyHeld(SuspensionReason.FAIR_USE),
                        "ALREADY_HELD",
                        "the contract is already held for FAIR_USE"),
                arguments(
                        new Rejection.NoSuchHold(SuspensionReason.FAIR_USE),
                        "NO_SUCH_HOLD",
                        "the contract is not held for FAIR_USE"),
                arguments(
                        new Rejection.TriggerMayNotLift(
                                SuspensionReason.FAIR_USE,
                                Trigger.NETWORK,
                                Set.of(Trigger.TOP_UP, Trigger.ADMIN, Trigger.CAP_RESET)),
                        "TRIGGER_MAY_NOT_LIFT",
                        "NETWORK may not lift a hold for FAIR_USE; allowed: [ADMIN, CAP_RESET, TOP_UP]"),
                arguments(
                        new Rejection.HoldEndRequired(SuspensionReason.FAIR_USE),
                        "HOLD_END_REQUIRED",
                        "until is required for FAIR_USE"),
                arguments(
                        new Rejection.HoldEndForbidden(SuspensionReason.FAIR_USE),
                        "HOLD_END_FORBIDDEN",
                        "until is not allowed for FAIR_USE"),
                arguments(
                        new Rejection.BlockedByHold(SuspensionReason.FAIR_USE, CommandKind.CANCEL),
                        "BLOCKED_BY_HOLD",
                        "CANCEL is not possible while the contract is held for FAIR_USE"),
                arguments(
                        new Rejection.NothingToChange("plan", "FIBRE-50"),
                        "NOTHING_TO_CHANGE",
                        "plan already is FIBRE-50"),
                arguments(
                        new Rejection.OtherTechnology(new PlanId("P-1"), Technology.EPON, Technology.GPON),
                        "OTHER_TECHNOLOGY",
                        "plan P-1 needs EPON but the line is GPON"),
                arguments(
                        new Rejection.OtherCurrency(Money.of("20", "EUR"), Currency.getInstance("USD")),
                        "OTHER_CURRENCY",
                        "the price is in USD but 20 EUR is not"),
                arguments(
                        new Rejection.OtherPlan(new PlanId("P-1"), new PlanId("P-2")),
                        "OTHER_PLAN",
                        "the price is for plan P-1 but the contract has P-2"),
                arguments(
                        new Rejection.DiscountOverlaps(Discount.percent(WELCOME, 50, LocalDate.of(2026, 3, 2))
                                .forMonths(3)),
                        "DISCOUNT_OVERLAPS",
                        "the contract has the discount WELCOME 50.00 % from 2026-03-02 to 2026-06-02"),
                arguments(
                        new Rejection.DiscountAbovePrice(Money.of("20", "USD"), Money.of("18", "USD")),
                        "DISCOUNT_ABOVE_PRICE",
                        "the discount of 20 USD is more than the price of 18 USD"),
                arguments(
                        new Rejection.NoSuchDiscount(WELCOME, LocalDate.of(2026, 3, 2)),
                        "NO_SUCH_DISCOUNT",
                        "there is no discount WELCOME on 2026-03-02 or later"),
                arguments(
                        new Rejection.AlreadyScheduled(new ScheduledChange(new Command.ChangePlan(FIBRE_50), MORNING)),
                        "ALREADY_SCHEDULED",
                        "CHANGE_PLAN is already scheduled for 2026-03-02T13:00:00Z"),
                arguments(
                        new Rejection.NothingScheduled(CommandKind.CANCEL),
                        "NOTHING_SCHEDULED",
                        "no CANCEL is scheduled"),
                arguments(
                        new Rejection.NotInSync(NetworkTarget.ACCESS),
                        "NOT_IN_SYNC",
                        "ACCESS has a delivery under way, or one that failed"),
                arguments(
                        new Rejection.OutputUnknown(CONTRACT),
                        "OUTPUT_UNKNOWN",
                        "contract " + CONTRACT + " was adopted without its output"),
                arguments(
                        new Rejection.OnlyObserved(new WriteScope.Olt(new OltId("olt-1"))),
                        "ONLY_OBSERVED",
                        "olt:olt-1 is only observed: another system is in charge"),
                arguments(
                        new Rejection.WouldRestrict(3, 2, List.of(CONTRACT)),
                        "WOULD_RESTRICT",
                        "something would be taken away from 3 contracts, where at most 2 are allowed: [" + CONTRACT
                                + "]"),
                arguments(
                        new Rejection.MovePending(HOME_PORT),
                        "MOVE_PENDING",
                        "the line is about to move to NAP-1#3 on olt-1:0/1/1"),
                arguments(
                        new Rejection.MoveNeeded(new SplitterId("NAP-1"), PON, OTHER_PON, List.of(CONTRACT)),
                        "MOVE_NEEDED",
                        "splitter NAP-1 is on olt-1:0/1/1, and contracts [" + CONTRACT
                                + "] have outputs of it: plan a move to olt-2:0/1/4"),
                arguments(new Rejection.UnknownMove("m"), "UNKNOWN_MOVE", "there is no plant move m"),
                arguments(new Rejection.MoveInProgress("m"), "MOVE_IN_PROGRESS", "there is a plant move m already"),
                arguments(new Rejection.UnknownPlantPart("NAP-9"), "UNKNOWN_PLANT_PART", "the plant has no NAP-9"),
                arguments(
                        new Rejection.PlantPartInUse("NAP-1", List.of(CONTRACT), List.of("NAP-2")),
                        "PLANT_PART_IN_USE",
                        "NAP-1 is in use: contracts [" + CONTRACT + "], parts [NAP-2]"),
                arguments(
                        new Rejection.SplitterNameInUse(new SplitterId("NAP-2")),
                        "SPLITTER_NAME_IN_USE",
                        "there is a splitter NAP-2 already"));
    }

    @ParameterizedTest
    @MethodSource("every_refusal")
    void has_a_code_for_programs_and_words_for_people(Rejection refusal, String code, String message) {
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.message()).isEqualTo(message);
    }

    @Test
    void codes_follow_the_names_of_the_types() {
        every_refusal()
                .map(given -> (Rejection) given.get()[0])
                .forEach(refusal -> assertThat(refusal.code().replace("_", ""))
                        .isEqualToIgnoringCase(refusal.getClass().getSimpleName()));
    }

    @ParameterizedTest
    @MethodSource("every_refusal")
    void has_its_code_as_a_constant_too(Rejection refusal) throws ReflectiveOperationException {
        assertThat(refusal.getClass().getField("CODE").get(null)).isEqualTo(refusal.code());
    }

    @Test
    void none_is_left_out_above() {
        Set<Class<?>> tested =
                every_refusal().map(given -> given.get()[0].getClass()).collect(Collectors.toSet());

        Set<Class<?>> all =
                Arrays.stream(Rejection.class.getPermittedSubclasses()).collect(Collectors.toSet());

        assertThat(tested).isEqualTo(all);
    }

    @Test
    void of_an_address_as_a_whole_names_no_splitter() {
        Rejection refusal = new Rejection.NotQualified(Verdict.UNQUALIFIED, Optional.empty());

        assertThat(refusal.message()).isEqualTo("the address is UNQUALIFIED");
    }
}
