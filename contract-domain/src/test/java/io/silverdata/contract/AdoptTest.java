package io.silverdata.contract;

import static io.silverdata.contract.Operator.HOME;
import static io.silverdata.contract.Operator.NEAR;
import static io.silverdata.contract.Operator.STAFF;
import static io.silverdata.contract.Operator.START;
import static io.silverdata.contract.Operator.ZONE;
import static io.silverdata.contract.Operator.onu;
import static io.silverdata.contract.Operator.terms;
import static io.silverdata.contract.Operator.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.silverdata.contract.command.AdoptedHold;
import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.BillingCycle;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.report.BillingFeed;
import io.silverdata.contract.report.KpiOptions;
import io.silverdata.contract.report.KpiReport;
import io.silverdata.contract.report.Kpis;
import io.silverdata.contract.report.OneOff;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Segment;
import io.silverdata.contract.runs.Audit;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditItem.Finding;
import io.silverdata.contract.runs.AuditProgress;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdoptTest {
    private static final Instant ACTIVATED = Instant.parse("2024-05-10T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.ofInstant(START, ZONE);
    private static final SplitterOutputId OUTPUT = new SplitterOutputId(NEAR, 3);
    private static final PlanSnapshot.Price AGREED =
            new PlanSnapshot.Price(Money.of("17.50", "USD"), BillingCycle.QUARTERLY);
    private static final CommandContext MOVING = CommandContext.by("moving in", Trigger.ADMIN);

    private final Operator operator = Operator.small();
    private final Contracts contracts = operator.contracts;

    private static Adoption adoption(int n) {
        return Adoption.of(terms(), ACTIVATED, TODAY, onu(n), user(n));
    }

    private static Adoption placed(int n) {
        return adoption(n).at(new SplitterOutputId(NEAR, n));
    }

    private Contract adopted(Adoption adoption) {
        return contracts.adopt(adoption, MOVING).get().contract();
    }

    private Contract now(Contract contract) {
        return contracts.find(contract.id()).orElseThrow();
    }

    /** The network as the old system left it. */
    private void serve(Contract contract) {
        DesiredNetwork network = DesiredNetwork.of(contract);
        network.access().service().ifPresent(service -> operator.radius.put(service.user(), service));
        network.line()
                .service()
                .ifPresent(service -> operator.olt.put(service.line().onu(), service));
    }

    private List<String> told() {
        return operator.told.stream().filter(words -> !words.endsWith("read")).toList();
    }

    @Test
    void takes_a_contract_as_it_lives_elsewhere_and_tells_no_device() {
        Adoption adoption = Adoption.of(
                        terms().numbered(new ContractNumber("OLD-4711")).billedOn(15),
                        ACTIVATED,
                        TODAY.plusDays(3),
                        onu(1),
                        user(1))
                .draftedAt(ACTIVATED.minus(Duration.ofDays(6)))
                .inServiceSince(ACTIVATED.plus(Duration.ofHours(2)))
                .pricedAt(AGREED)
                .at(OUTPUT)
                .countedFrom(LocalDate.of(2025, 2, 1))
                .committedUntil(LocalDate.of(2026, 12, 1))
                .held(AdoptedHold.of(SuspensionReason.NON_PAYMENT, Instant.parse("2026-02-20T05:00:00Z"))
                        .enforcing(Enforcement.HARD_BLOCK));

        CommandResult result = contracts.adopt(adoption, MOVING).get();
        contracts.worker().deliverPending(100);

        Contract contract = result.contract();
        assertThat(result.events().stream()
                        .map(event -> event.event().getClass().getSimpleName()))
                .containsExactly("ContractDrafted", "HoldPlaced", "ContractAdopted", "ContractSuspended");
        assertThat(contract.status()).isEqualTo(Status.SUSPENDED);
        assertThat(contract.number()).isEqualTo(new ContractNumber("OLD-4711"));
        assertThat(contract.plan()).isEqualTo(Operator.Plan.HOME_100.snapshot().at(AGREED));
        assertThat(contract.draftedAt()).isEqualTo(ACTIVATED.minus(Duration.ofDays(6)));
        assertThat(contract.activatedAt()).contains(ACTIVATED);
        assertThat(contract.inServiceSince()).contains(ACTIVATED.plus(Duration.ofHours(2)));
        assertThat(contract.adoptedAt()).contains(START);
        assertThat(contract.suspendedSince()).contains(Instant.parse("2026-02-20T05:00:00Z"));
        assertThat(contract.enforcement()).isEqualTo(Enforcement.HARD_BLOCK);
        assertThat(contract.termEndsOn()).contains(LocalDate.of(2026, 12, 1));
        assertThat(contract.billingAnchor(TODAY, ZONE).day()).isEqualTo(LocalDate.of(2025, 2, 1));
        assertThat(contract.billingAnchor(TODAY, ZONE).billingDay()).isEqualTo(15);
        assertThat(operator.storage.plant().port(OUTPUT).orElseThrow().claim()).contains(PortClaim.inUse());
        assertThat(contract.provisioning().access().summary()).isEqualTo(Summary.UNVERIFIED);
        assertThat(contract.provisioning().line().summary()).isEqualTo(Summary.UNVERIFIED);
        assertThat(operator.told).isEmpty();
        assertThat(contracts
                        .worker()
                        .networkStatus(contract.id())
                        .orElseThrow()
                        .access()
                        .isInSync())
                .isFalse();
    }

    @Test
    void replaying_the_events_of_an_adopted_contract_gives_the_contract() {
        Contract contract = adopted(placed(1).held(AdoptedHold.of(SuspensionReason.FAIR_USE, START.minusSeconds(5))));

        assertThat(Contract.replay(contracts.history(contract.id()))).isEqualTo(contract);
    }

    @Test
    void the_key_of_the_other_system_adopts_once() {
        CommandResult first =
                contracts.adopt(placed(1), MOVING.once("old/4711")).get();

        CommandResult again =
                contracts.adopt(placed(1), MOVING.once("old/4711")).get();
        Either<Rejection, CommandResult> other = contracts.adopt(placed(2), MOVING.once("old/4711"));

        assertThat(again).isEqualTo(new CommandResult(first.contract(), first.events(), true));
        assertThat(other.getLeft()).isInstanceOf(Rejection.IdempotencyKeyReused.class);
    }

    static Stream<Arguments> bad() {
        Instant late = START.plusSeconds(1);
        return Stream.of(
                arguments(adoption(1).draftedAt(ACTIVATED.plusSeconds(1)), "activatedAt"),
                arguments(adoption(1).draftedAt(Instant.parse("1850-01-01T00:00:00Z")), "draftedAt"),
                arguments(adoption(1).inServiceSince(ACTIVATED.minusSeconds(1)), "inServiceSince"),
                arguments(adoption(1).inServiceSince(late), "inServiceSince"),
                arguments(Adoption.of(terms(), late, TODAY, onu(1), user(1)), "draftedAt"),
                arguments(Adoption.of(terms(), late, TODAY, onu(1), user(1)).draftedAt(ACTIVATED), "activatedAt"),
                arguments(Adoption.of(terms(), ACTIVATED, LocalDate.of(2024, 5, 9), onu(1), user(1)), "billedFrom"),
                arguments(adoption(1).countedFrom(TODAY.plusDays(1)), "billingAnchor"),
                arguments(adoption(1).committedUntil(LocalDate.of(2024, 5, 9)), "termEndsOn"),
                arguments(adoption(1).held(AdoptedHold.of(SuspensionReason.NON_PAYMENT, late)), "holds.since"),
                arguments(
                        adoption(1).held(AdoptedHold.of(SuspensionReason.NON_PAYMENT, ACTIVATED.minusSeconds(1))),
                        "holds.since"),
                arguments(
                        adoption(1)
                                .held(AdoptedHold.of(SuspensionReason.CUSTOMER_REQUEST, ACTIVATED)
                                        .until(START)),
                        "holds.until"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_date_that_cannot_be_is_refused_by_its_field_and_nothing_is_written(Adoption adoption, String field) {
        Rejection refusal =
                contracts.adopt(adoption.at(OUTPUT), MOVING.once("key")).getLeft();

        assertThat(refusal).isInstanceOf(Rejection.InvalidValue.class);
        assertThat(((Rejection.InvalidValue) refusal).field()).isEqualTo(field);
        assertNothingIsWritten();
    }

    private void assertNothingIsWritten() {
        assertThat(operator.storage.plant().port(OUTPUT).orElseThrow().holder()).isEmpty();
        assertThat(operator.storage.contracts().countByStatus().values()).containsOnly(0L);
        assertThat(operator.storage.contracts().holderOf(onu(1))).isEmpty();
    }

    static Stream<Arguments> refused() {
        SplitterOutputId nowhere = new SplitterOutputId(new SplitterId("NAP-9"), 1);
        NewContract unknown = NewContract.of(terms().customer(), new PlanId("gone"), Operator.home());
        NewContract fast = NewContract.of(terms().customer(), Operator.Plan.TEN_GIGABIT.id(), Operator.home());
        SuspensionReason strange = new SuspensionReason("STRANGE", SuspensionReason.Category.ADMINISTRATIVE);
        AdoptedHold debt = AdoptedHold.of(SuspensionReason.NON_PAYMENT, ACTIVATED);
        return Stream.of(
                arguments(adoption(1).at(nowhere), new Rejection.UnknownPort(nowhere)),
                arguments(
                        Adoption.of(unknown, ACTIVATED, TODAY, onu(1), user(1)),
                        new Rejection.UnknownPlan(new PlanId("gone"))),
                arguments(
                        Adoption.of(fast, ACTIVATED, TODAY, onu(1), user(1)).at(OUTPUT),
                        new Rejection.OtherTechnology(
                                Operator.Plan.TEN_GIGABIT.id(), Technology.XGS_PON, Technology.GPON)),
                arguments(
                        adoption(1).held(AdoptedHold.of(strange, ACTIVATED)),
                        new Rejection.UnknownSuspensionReason(strange)),
                arguments(adoption(1).held(debt).held(debt), new Rejection.AlreadyHeld(SuspensionReason.NON_PAYMENT)),
                arguments(
                        adoption(1).held(AdoptedHold.of(SuspensionReason.CUSTOMER_REQUEST, ACTIVATED)),
                        new Rejection.HoldEndRequired(SuspensionReason.CUSTOMER_REQUEST)),
                arguments(
                        adoption(1).held(debt.until(START.plusSeconds(9))),
                        new Rejection.HoldEndForbidden(SuspensionReason.NON_PAYMENT)));
    }

    @ParameterizedTest
    @MethodSource
    void refused(Adoption adoption, Rejection why) {
        assertThat(contracts.adopt(adoption, MOVING).getLeft()).isEqualTo(why);
        assertNothingIsWritten();
    }

    @Test
    void what_another_contract_has_is_refused_and_named() {
        Contract first = adopted(placed(1));
        NewContract numbered = terms().numbered(first.number());

        assertThat(contracts
                        .adopt(placed(2).at(new SplitterOutputId(NEAR, 1)), MOVING)
                        .getLeft())
                .isInstanceOf(Rejection.PortUnavailable.class);
        assertThat(contracts
                        .adopt(Adoption.of(terms(), ACTIVATED, TODAY, onu(1), user(2)), MOVING)
                        .getLeft())
                .isEqualTo(new Rejection.OnuSerialInUse(onu(1), first.id()));
        assertThat(contracts
                        .adopt(Adoption.of(terms(), ACTIVATED, TODAY, onu(2), user(1)), MOVING)
                        .getLeft())
                .isEqualTo(new Rejection.RadiusUserInUse(user(1), first.id()));
        assertThat(contracts
                        .adopt(Adoption.of(numbered, ACTIVATED, TODAY, onu(2), user(2)), MOVING)
                        .getLeft())
                .isEqualTo(new Rejection.ContractNumberInUse(first.number()));
    }

    @Test
    void a_term_is_given_as_a_day_and_nobody_is_won_back() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adoption.of(terms().committedFor(12), ACTIVATED, TODAY, onu(1), user(1)))
                .withMessageContaining("terms.termMonths");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Adoption.of(terms().winningBack(adopted(placed(2)).id()), ACTIVATED, TODAY, onu(1), user(1)))
                .withMessageContaining("terms.predecessor");
    }

    @Test
    void a_command_counts_from_the_adoption_at_the_earliest() {
        Contract contract = adopted(placed(1));
        operator.clock.advance(Duration.ofDays(2));

        Rejection refusal = contracts
                .cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF.effectiveAt(START.minusSeconds(1)))
                .getLeft();

        assertThat(refusal)
                .isEqualTo(
                        new Rejection.EffectiveTimeOutOfRange(START.minusSeconds(1), START, operator.clock.instant()));
    }

    @Test
    void a_hold_lengthens_the_term_from_the_adoption_on() {
        LocalDate end = TODAY.plusDays(100);
        Contract contract = adopted(placed(1)
                .committedUntil(end)
                .held(AdoptedHold.of(SuspensionReason.TECHNICAL, START.minus(Duration.ofDays(30)))));
        operator.clock.advance(Duration.ofDays(4));

        contracts.liftHold(contract.id(), SuspensionReason.TECHNICAL, STAFF).get();

        assertThat(now(contract).termEndsOn()).contains(end.plusDays(4));
    }

    @Nested
    class The_network {
        private AuditProgress audit(boolean repairing, List<AuditItem> items) {
            Audit audit = withInventory(operator.new Radius()).runs().audit(Selection.live(), MOVING);
            return (repairing ? audit.repairing(RunLimits.none()) : audit)
                    .begin()
                    .advance(1_000, items::add);
        }

        private Contracts withInventory(AccessProvisioner radius) {
            return operator.builder(operator.storage, radius, new Listed(operator.new Lines(), operator.olt))
                    .build();
        }

        @Test
        void that_an_audit_finds_equal_is_in_sync_with_an_event_for_each_target() {
            Contract contract = adopted(placed(1));
            serve(contract);
            operator.told.clear();

            AuditProgress progress = audit(false, new ArrayList<>());

            assertThat(progress.count(Finding.IN_SYNC)).isEqualTo(2);
            assertThat(now(contract).provisioning().summary()).isEqualTo(Summary.IN_SYNC);
            List<RecordedEvent> events = contracts.history(contract.id()).subList(2, 4);
            assertThat(events.stream().map(RecordedEvent::event))
                    .containsExactlyInAnyOrder(
                            new ContractEvent.ProvisioningConfirmed(NetworkTarget.ACCESS, contract.version()),
                            new ContractEvent.ProvisioningConfirmed(NetworkTarget.LINE, contract.version()));
            assertThat(events).extracting(RecordedEvent::actor).containsOnly(MOVING.actor());
            assertThat(told()).isEmpty();
            assertThat(now(contract).inServiceSince()).contains(ACTIVATED);
        }

        @Test
        void that_was_compared_once_is_not_confirmed_again() {
            Contract contract = adopted(placed(1));
            serve(contract);
            audit(false, new ArrayList<>());

            audit(false, new ArrayList<>());

            assertThat(contracts.history(contract.id())).hasSize(4);
        }

        @Test
        void that_differs_is_told_and_stays_unverified_until_somebody_orders_repair() {
            Contract contract = adopted(placed(1));
            serve(contract);
            operator.olt.remove(onu(1));
            List<AuditItem> told = new ArrayList<>();

            audit(false, told);
            Contract reported = now(contract);
            contracts.worker().deliverPending(100);
            audit(true, new ArrayList<>());
            Contract drifted = now(contract);
            contracts.worker().deliverPending(100);

            assertThat(told).extracting(AuditItem::target).containsExactly(NetworkTarget.LINE);
            assertThat(reported.provisioning().access().summary()).isEqualTo(Summary.IN_SYNC);
            assertThat(reported.provisioning().line().summary()).isEqualTo(Summary.UNVERIFIED);
            assertThat(drifted.provisioning().line().summary()).isEqualTo(Summary.DRIFTED);
            assertThat(now(contract).provisioning().summary()).isEqualTo(Summary.IN_SYNC);
            assertThat(told()).containsExactly("line " + onu(1) + " up");
        }

        @Test
        void that_changed_while_it_was_compared_is_left_for_the_next_audit() {
            Contract contract = adopted(placed(1));
            serve(contract);
            Contracts interfered = withInventory(
                    new Interfering(operator.new Radius(), () -> contracts.changeBillingDay(contract.id(), 9, STAFF)));

            AuditProgress progress =
                    interfered.runs().audit(Selection.live(), MOVING).begin().advance(10, item -> {});

            assertThat(progress.count(Finding.IN_SYNC)).isEqualTo(2);
            assertThat(now(contract).billingDay()).isEqualTo(9);
            assertThat(now(contract).provisioning().summary()).isEqualTo(Summary.UNVERIFIED);
        }

        @Test
        void is_told_by_the_next_command_that_changes_it_and_only_the_side_that_changes() {
            Contract contract = adopted(placed(1));
            serve(contract);

            contracts
                    .suspend(contract.id(), Suspension.of(SuspensionReason.NON_PAYMENT), STAFF)
                    .get();
            contracts.worker().deliverPending(100);

            assertThat(told()).containsExactly("access CAPTIVE");
            assertThat(now(contract).provisioning().access().summary()).isEqualTo(Summary.IN_SYNC);
            assertThat(now(contract).provisioning().line().summary()).isEqualTo(Summary.UNVERIFIED);
        }

        @Test
        void of_a_line_that_is_there_already_keeps_radius_waiting_for_nothing() {
            Contract contract = adopted(placed(1));
            serve(contract);
            operator.trouble = operation ->
                    operation.startsWith("line") ? Optional.of(new DeviceOutcome.NotSent("asleep")) : Optional.empty();

            contracts
                    .changePlan(contract.id(), Operator.Plan.HOME_300.id(), PlanChangeTiming.IMMEDIATELY, STAFF)
                    .get();
            contracts.worker().deliverPending(100);

            assertThat(now(contract).provisioning().access().summary()).isEqualTo(Summary.IN_SYNC);
            assertThat(now(contract).provisioning().line().summary()).isEqualTo(Summary.PENDING);
        }

        @Test
        void is_told_again_when_drift_is_reported_by_hand() {
            Contract contract = adopted(placed(1));

            contracts
                    .reportDrift(contract.id(), NetworkTarget.ACCESS, new Drift(Drift.Kind.MISSING, "no login"), STAFF)
                    .get();
            contracts.worker().deliverPending(100);

            assertThat(told()).containsExactly("access NONE");
            assertThat(now(contract).provisioning().access().summary()).isEqualTo(Summary.IN_SYNC);
        }

        @Test
        void is_cleared_when_the_contract_ends() {
            Contract contract = adopted(placed(1));
            serve(contract);

            contracts
                    .cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)
                    .get();
            contracts.worker().deliverPending(100);

            assertThat(told()).containsExactly("access removed " + user(1), "line removed " + onu(1));
            assertThat(now(contract).heldOnus()).isEmpty();
        }
    }

    /** Does something while RADIUS is read. */
    private record Interfering(AccessProvisioner radius, Runnable interference) implements AccessProvisioner {
        @Override
        public DeviceOutcome ensure(AccessService service) {
            return radius.ensure(service);
        }

        @Override
        public DeviceOutcome remove(RadiusUser user) {
            return radius.remove(user);
        }

        @Override
        public Observation observe(AccessService service) {
            interference.run();
            return radius.observe(service);
        }

        @Override
        public Observation observeRemoved(RadiusUser user) {
            return radius.observeRemoved(user);
        }

        @Override
        public Reading<LoginPage> logins(Optional<String> after, int max) {
            return radius.logins(after, max);
        }
    }

    /** An OLT that can be read as a whole. */
    private record Listed(LineProvisioner lines, Map<OnuSerial, LineService> served) implements LineProvisioner {
        @Override
        public DeviceOutcome ensure(LineService service) {
            return lines.ensure(service);
        }

        @Override
        public DeviceOutcome remove(OnuRegistration registration) {
            return lines.remove(registration);
        }

        @Override
        public Observation observe(LineService service) {
            return lines.observe(service);
        }

        @Override
        public Observation observeRemoved(OnuRegistration registration) {
            return lines.observeRemoved(registration);
        }

        @Override
        public Reading<LineInventory> inventory(OltId olt) {
            return new Reading.Complete<>(new LineInventory() {
                @Override
                public Observation observe(LineService service) {
                    return lines.observe(service);
                }

                @Override
                public List<OnuRegistration> registrations() {
                    return served.values().stream()
                            .map(service -> service.line().registration())
                            .toList();
                }
            });
        }
    }

    @Nested
    class Without_its_output {
        @Test
        void a_contract_lives_but_cannot_move() {
            Contract contract = adopted(adoption(1));

            assertThat(contract.line()).isEmpty();
            assertThat(contract.heldOnus()).containsExactly(onu(1));
            assertThat(contract.provisioning().line().summary()).isEqualTo(Summary.NOT_REQUIRED);
            assertThat(contract.provisioning().summary()).isEqualTo(Summary.UNVERIFIED);
            assertThat(contracts
                            .relocate(contract.id(), new ServiceAddress("Calle 2", HOME), STAFF)
                            .getLeft())
                    .isEqualTo(new Rejection.OutputUnknown(contract.id()));
            assertThat(contracts.swapOnu(contract.id(), onu(9), STAFF).getLeft())
                    .isEqualTo(new Rejection.OutputUnknown(contract.id()));
        }

        @Test
        void the_output_is_recorded_once_it_is_known_and_no_device_is_told() {
            Contract contract = adopted(adoption(1));

            Contract corrected =
                    contracts.correctOutput(contract.id(), OUTPUT, STAFF).get().contract();
            contracts.worker().deliverPending(100);

            assertThat(corrected.line().orElseThrow().ports().splitterOutput()).isEqualTo(OUTPUT);
            assertThat(corrected.line().orElseThrow().onu()).isEqualTo(onu(1));
            assertThat(corrected.unplacedOnu()).isEmpty();
            assertThat(corrected.provisioning().line().summary()).isEqualTo(Summary.UNVERIFIED);
            assertThat(operator.storage.plant().port(OUTPUT).orElseThrow().holder())
                    .contains(contract.id());
            assertThat(told()).isEmpty();
        }

        @Test
        void the_onu_is_free_when_the_contract_ends() {
            Contract contract = adopted(adoption(1));

            contracts
                    .cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)
                    .get();

            assertThat(now(contract).heldOnus()).isEmpty();
            assertThat(operator.storage.contracts().holderOf(onu(1))).isEmpty();
        }
    }

    @Nested
    class An_output_that_is_recorded_wrong {
        @Test
        void is_corrected_and_the_old_one_goes_back() {
            Contract contract = operator.inService(1);
            SplitterOutputId wrong = contract.line().orElseThrow().ports().splitterOutput();
            SplitterOutputId right = new SplitterOutputId(Operator.FAR, 5);

            contracts.correctOutput(contract.id(), right, STAFF).get();
            contracts.worker().deliverPending(100);

            assertThat(now(contract).line().orElseThrow().ports().splitterOutput())
                    .isEqualTo(right);
            assertThat(operator.storage.plant().port(wrong).orElseThrow().holder())
                    .isEmpty();
            assertThat(now(contract).provisioning().line().summary()).isEqualTo(Summary.UNVERIFIED);
            assertThat(now(contract).retiredLines()).isEmpty();
            assertThat(told()).isEmpty();
        }

        @Test
        void is_not_corrected_to_where_another_contract_is_or_while_the_line_is_delivered() {
            Contract contract = operator.inService(1);
            Contract other = operator.subscriber(2);
            SplitterOutputId taken = other.line().orElseThrow().ports().splitterOutput();

            assertThat(contracts.correctOutput(contract.id(), taken, STAFF).getLeft())
                    .isInstanceOf(Rejection.PortUnavailable.class);
            assertThat(contracts
                            .correctOutput(
                                    contract.id(),
                                    contract.line().orElseThrow().ports().splitterOutput(),
                                    STAFF)
                            .getLeft())
                    .isInstanceOf(Rejection.NothingToChange.class);
            assertThat(contracts
                            .correctOutput(other.id(), new SplitterOutputId(Operator.FAR, 5), STAFF)
                            .getLeft())
                    .isEqualTo(new Rejection.NotInSync(NetworkTarget.LINE));
        }
    }

    @Nested
    class Reports {
        private final ReportSettings settings = ReportSettings.in(ZONE);

        private KpiReport figures(LocalDate from, LocalDate to) {
            List<List<RecordedEvent>> histories = operator.storage.contracts().page(Optional.empty(), 100).stream()
                    .map((ContractId id) -> contracts.history(id))
                    .toList();
            return Kpis.of(histories, settings).report(new DayRange(from, to), KpiOptions.defaults());
        }

        @Test
        void begin_to_bill_on_the_day_that_the_host_names() {
            Contract contract =
                    adopted(Adoption.of(terms().billedOn(20), ACTIVATED, TODAY.minusDays(5), onu(1), user(1))
                            .pricedAt(AGREED)
                            .countedFrom(LocalDate.of(2026, 1, 20))
                            .at(OUTPUT)
                            .held(AdoptedHold.of(SuspensionReason.TECHNICAL, START.minus(Duration.ofDays(2)))));

            BillingFeed feed = new BillingFeed(settings);
            List<Segment> segments = feed.segments(contracts.history(contract.id()));

            assertThat(segments).extracting(Segment::from).containsExactly(TODAY.minusDays(5), TODAY.minusDays(2));
            assertThat(segments).extracting(Segment::cause).containsExactly(Segment.ACTIVE, "TECHNICAL");
            assertThat(segments).extracting(Segment::price).containsOnly(Money.of("17.50", "USD"));
            assertThat(segments.get(0).period(TODAY))
                    .isEqualTo(new DayRange(LocalDate.of(2026, 1, 20), LocalDate.of(2026, 4, 20)));
            assertThat(feed.oneOffs(contracts.history(contract.id()))).isEmpty();
        }

        @Test
        void charge_what_happens_after_the_adoption() {
            Contract contract = adopted(placed(1)
                    .committedUntil(TODAY.plusDays(40))
                    .held(AdoptedHold.of(SuspensionReason.NON_PAYMENT, ACTIVATED)));
            operator.clock.advance(Duration.ofDays(1));
            contracts
                    .liftHold(contract.id(), SuspensionReason.NON_PAYMENT, STAFF)
                    .get();
            operator.clock.advance(Duration.ofDays(1));
            contracts
                    .cancel(contract.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)
                    .get();

            assertThat(new BillingFeed(settings).oneOffs(contracts.history(contract.id())))
                    .extracting(OneOff::kind)
                    .containsExactly(OneOff.Kind.RECONNECTION, OneOff.Kind.EARLY_TERMINATION);
        }

        @Test
        void count_no_activation_no_order_and_no_time_to_provision() {
            adopted(placed(1));
            adopted(adoption(2));

            KpiReport report = figures(TODAY, TODAY.plusDays(1));

            assertThat(report.base()).isZero();
            assertThat(report.activated()).isZero();
            assertThat(report.adopted()).isEqualTo(2);
            assertThat(report.baseAtEnd()).isEqualTo(2);
            assertThat(report.provisioning().served()).isZero();
            assertThat(report.provisioning().open()).isZero();
            assertThat(figures(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 6, 1))
                            .activated())
                    .isZero();
        }

        @Test
        void count_churn_from_the_adoption_on() {
            Contract first = adopted(placed(1));
            Contract second = adopted(placed(2));
            contracts
                    .cancel(first.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)
                    .get();
            operator.clock.advance(Duration.ofDays(3));
            contracts
                    .cancel(second.id(), CancellationReason.CUSTOMER_REQUEST, STAFF)
                    .get();

            KpiReport atAdoption = figures(TODAY, TODAY.plusDays(1));
            KpiReport later = figures(TODAY.plusDays(1), TODAY.plusDays(10));

            assertThat(atAdoption.churn().early()).isEqualTo(1);
            assertThat(atAdoption.churn().total()).isZero();
            assertThat(later.base()).isEqualTo(1);
            assertThat(later.churn().total()).isEqualTo(1);
        }
    }
}
