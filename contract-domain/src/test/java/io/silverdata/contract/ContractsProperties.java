package io.silverdata.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.PlanChangeTiming;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.testkit.Choices;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Laws of the whole core: whatever is asked, in whatever order, storage and network agree with the contracts. */
class ContractsProperties {
    private static final int OUTPUTS = 4;
    private static final int SUBSCRIBER_LIMIT = 6;

    /** What lives must reach, so that the law says something about it: all events but those of dunning and of a human's retry. */
    private static final List<Class<? extends ContractEvent>> DEEP = List.of(
            ContractEvent.FeasibilityAssessed.class,
            ContractEvent.PortsReserved.class,
            ContractEvent.ReservationRenewed.class,
            ContractEvent.ReservationReleased.class,
            ContractEvent.ReservationExpired.class,
            ContractEvent.ContractActivated.class,
            ContractEvent.ServiceConfirmed.class,
            ContractEvent.HoldPlaced.class,
            ContractEvent.ContractSuspended.class,
            ContractEvent.EnforcementChanged.class,
            ContractEvent.HoldLifted.class,
            ContractEvent.ContractReconnected.class,
            ContractEvent.PlanChanged.class,
            ContractEvent.Relocated.class,
            ContractEvent.OwnershipTransferred.class,
            ContractEvent.OnuSwapped.class,
            ContractEvent.ChangeScheduled.class,
            ContractEvent.ChangeUnscheduled.class,
            ContractEvent.ChangeApplied.class,
            ContractEvent.ContractCancelled.class,
            ContractEvent.PortsReleased.class,
            ContractEvent.ProvisioningConfirmed.class,
            ContractEvent.ProvisioningFailed.class,
            ContractEvent.DriftDetected.class,
            ContractEvent.DriftRepaired.class);

    @Property(tries = 300)
    void whatever_is_asked_ports_events_and_contracts_agree(
            @ForAll("choices") Choices choices, @ForAll @IntRange(min = 10, max = 200) int steps) {
        Life life = new Life(choices);

        for (int step = 0; step < steps; step++) {
            life.step();
            life.check();
        }

        life.events().forEach(Statistics.label("events")::collect);
        Statistics.label("events")
                .coverage(coverage -> DEEP.forEach(
                        event -> coverage.check(event.getSimpleName()).count(tries -> tries > 0)));
    }

    @Property(tries = 60)
    void once_the_network_works_again_it_ends_up_as_the_contracts_say(
            @ForAll("choices") Choices choices, @ForAll @IntRange(min = 10, max = 80) int steps) {
        Life life = new Life(choices);
        for (int step = 0; step < steps; step++) {
            life.step();
        }

        life.heal();

        life.checkNetwork();
    }

    /** One random life of a small operator. */
    private static final class Life {
        private final Operator operator = new Operator(OUTPUTS, SUBSCRIBER_LIMIT);
        private final Contracts contracts = operator.contracts;
        private final Random random;
        private final List<ContractId> known = new ArrayList<>();
        private Instant latest = Operator.START;
        private int keys;

        Life(Random choices) {
            random = choices;
            operator.trouble = operation -> switch (random.nextInt(8)) {
                case 0 -> Optional.of(new DeviceOutcome.NotSent("no route"));
                case 1 -> Optional.of(new DeviceOutcome.Unknown("timeout"));
                case 2 -> Optional.of(new DeviceOutcome.Refused("NO", "not today"));
                default -> Optional.empty();
            };
        }

        void step() {
            switch (random.nextInt(36)) {
                case 0, 1 -> remember(contracts.signUp(new SignUp(terms(), onu(), user()), context()));
                case 2 -> remember(contracts.draft(terms(), context()));
                case 3 -> contracts.assess(any(), context());
                case 4 -> contracts.reserve(any(), context());
                case 5 -> contracts.reserveUnqualified(any(), anyPort(), "visit", context());
                case 6 -> contracts.activate(any(), onu(), user(), context());
                case 7, 8 -> contracts.suspend(any(), Suspension.of(reason()).enforcing(enforcement()), context());
                case 9, 10, 11 -> contracts.liftHold(any(), reason(), context());
                case 12, 13 ->
                    contracts.changePlan(any(), plan(), PlanChangeTiming.UPGRADE_NOW_DOWNGRADE_AT_CYCLE_END, context());
                case 14 -> contracts.relocate(any(), address(), context());
                case 15 -> contracts.swapOnu(any(), onu(), context());
                case 16 ->
                    contracts.transferOwnership(
                            any(),
                            Transfer.to(new CustomerId("c-" + random.nextInt(3)))
                                    .withLogin(user()),
                            context());
                case 17 -> contracts.cancel(any(), CancellationReason.CUSTOMER_REQUEST, context());
                case 18, 19 ->
                    contracts.scheduleCancellation(
                            any(), CancellationReason.CUSTOMER_REQUEST, now().plus(Duration.ofDays(2)), context());
                case 20, 21 -> {
                    operator.clock.advance(Duration.ofHours(random.nextInt(100)));
                    latest = now().isAfter(latest) ? now() : latest;
                }
                case 22 -> operator.clock.advance(Duration.ofHours(-random.nextInt(10)));
                case 23, 24, 25 -> contracts.worker().applyDue(10);
                case 26 -> contracts.renewReservation(any(), context());
                case 27 -> contracts.releaseReservation(any(), context());
                case 28 -> contracts.changeEnforcement(any(), reason(), enforcement(), context());
                case 29, 30 -> contracts.undoScheduled(any(), CommandKind.CANCEL, context());
                case 31, 32 ->
                    contracts.reportDrift(
                            any(), any(NetworkTarget.class), new Drift(Drift.Kind.MISSING, "not there"), context());
                case 33 -> reserveNewDraft();
                default -> contracts.worker().deliverPending(10);
            }
        }

        private void reserveNewDraft() {
            contracts.draft(terms(), Operator.STAFF).forEach(drafted -> {
                ContractId id = drafted.contract().id();
                known.add(id);
                contracts.assess(id, Operator.STAFF);
                contracts.reserve(id, Operator.STAFF);
            });
        }

        void check() {
            Map<SplitterOutputId, ContractId> holders = new HashMap<>();
            Set<Object> identities = new HashSet<>();
            for (ContractId id : known) {
                Contract contract = contracts.find(id).orElseThrow();
                assertThat(Contract.replay(contracts.history(id))).isEqualTo(contract);
                assertThat(contract.heldOnus()).allMatch(identities::add);
                assertThat(contract.heldUsers()).allMatch(identities::add);
                PortClaim.of(contract).forEach((port, claim) -> {
                    SplitterOutput kept = operator.storage.plant().port(port).orElseThrow();
                    // An output whose reservation ended may be another's for good, though the clock went back since.
                    if (claim.until().isEmpty() || claim.until().get().isAfter(latest)) {
                        assertThat(kept.holder()).contains(id);
                        assertThat(kept.claim()).contains(claim);
                        assertThat(holders.put(port, id)).isNull();
                    }
                });
                for (SplitterOutput kept : operator.storage.plant().portsOf(id)) {
                    assertThat(PortClaim.of(contract)).containsKey(kept.id());
                }
                if (contract.status().isLive()) {
                    assertThat(holders.values()).contains(id);
                }
            }
            assertThat(holders).hasSizeLessThanOrEqualTo(SUBSCRIBER_LIMIT);
            List<RecordedEvent> log =
                    operator.storage.events().read(EventCursor.START, 10_000).events();
            assertThat(log).hasSize((int) known.stream()
                    .mapToLong(id -> contracts.find(id).orElseThrow().version())
                    .sum());
        }

        Stream<String> events() {
            return known.stream()
                    .flatMap(id -> contracts.history(id).stream())
                    .map(recorded -> recorded.event().getClass().getSimpleName())
                    .distinct();
        }

        void heal() {
            operator.trouble = operation -> Optional.empty();
            // What was marked before the clock went back is due when it has caught up.
            operator.clock.set(latest.plus(Duration.ofDays(1)));
            contracts.worker().applyDue(1_000);
            for (ContractId id : known) {
                contracts.worker().retryProvisioning(id, Operator.STAFF);
            }
            contracts.worker().deliverPending(1_000);
        }

        void checkNetwork() {
            Map<Object, Object> radius = new HashMap<>();
            Map<Object, Object> olt = new HashMap<>();
            for (ContractId id : known) {
                Contract contract = contracts.find(id).orElseThrow();
                assertThat(contract.provisioning().summary()).isIn(Summary.IN_SYNC, Summary.NOT_REQUIRED);
                assertThat(contract.retiredLines()).isEmpty();
                assertThat(contract.retiredUsers()).isEmpty();
                DesiredNetwork desired = DesiredNetwork.of(contract);
                desired.access().service().ifPresent(service -> radius.put(service.user(), service));
                desired.line()
                        .service()
                        .ifPresent(service -> olt.put(service.line().onu(), service));
            }
            assertThat(operator.radius).isEqualTo(radius);
            assertThat(operator.olt).isEqualTo(olt);
        }

        private void remember(Either<Rejection, CommandResult> outcome) {
            outcome.forEach(result -> {
                if (!known.contains(result.contract().id())) {
                    known.add(result.contract().id());
                }
            });
        }

        private Instant now() {
            return operator.clock.instant();
        }

        private ContractId any() {
            return known.isEmpty() ? new ContractId(new UUID(0, 1)) : known.get(random.nextInt(known.size()));
        }

        private <E extends Enum<E>> E any(Class<E> type) {
            List<E> values = List.copyOf(EnumSet.allOf(type));
            return values.get(random.nextInt(values.size()));
        }

        private CommandContext context() {
            Trigger trigger = random.nextInt(4) == 0 ? Trigger.PAYMENT : Trigger.ADMIN;
            CommandContext context = CommandContext.by("ana", trigger);
            return switch (random.nextInt(6)) {
                case 0 -> context.once("key-" + (random.nextBoolean() ? keys++ : random.nextInt(keys + 1)));
                case 1 -> context.expecting(1 + random.nextInt(6));
                case 2 -> context.effectiveAt(now().minus(Duration.ofHours(random.nextInt(30))));
                default -> context;
            };
        }

        private NewContract terms() {
            return NewContract.of(new CustomerId("c-1"), plan(), address());
        }

        private PlanId plan() {
            return any(Operator.Plan.class).id();
        }

        private ServiceAddress address() {
            return new ServiceAddress(
                    "Calle " + random.nextInt(9),
                    new GeoPosition(Operator.HOME.latitude() + random.nextInt(3) * 0.0006, Operator.HOME.longitude()));
        }

        private OnuSerial onu() {
            return Operator.onu(random.nextInt(12));
        }

        private RadiusUser user() {
            return Operator.user(random.nextInt(12));
        }

        private SplitterOutputId anyPort() {
            SplitterId splitter = random.nextBoolean() ? Operator.NEAR : Operator.FAR;
            return new SplitterOutputId(splitter, 1 + random.nextInt(OUTPUTS + 1));
        }

        private SuspensionReason reason() {
            return random.nextBoolean() ? SuspensionReason.NON_PAYMENT : SuspensionReason.ADMINISTRATIVE;
        }

        private Enforcement enforcement() {
            return any(Enforcement.class);
        }
    }

    @Provide
    Arbitrary<Choices> choices() {
        return Arbitraries.integers()
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMaxSize(2000)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(Choices::new);
    }
}
