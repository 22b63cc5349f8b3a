package io.silverdata.contract;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.ZONE;
import static io.silverdata.contract.testkit.ContractFixtures.address;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.olt;
import static io.silverdata.contract.testkit.ContractFixtures.oltId;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.plan;
import static io.silverdata.contract.testkit.ContractFixtures.ponPort;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;
import static io.silverdata.contract.testkit.ContractFixtures.splitter;
import static io.silverdata.contract.testkit.ContractFixtures.splitterId;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PlantMoveState.Stage;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.SplitterMove;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.move.MoveProgress;
import io.silverdata.contract.move.MoveProgress.State;
import io.silverdata.contract.move.MoveRun;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.ForwardingStorage;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.Reading;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.UnitOfWork;
import io.silverdata.contract.testkit.SettableClock;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that moves a splitter is killed at every step: before and after every commit, and before and after every order to an OLT. Another
 * one goes on with the move. Whatever was killed, the end is as planned, and on the way nobody is without a registration whose fibre is
 * there.
 */
class PlantMoveCrashTest {
    private static final CommandContext STAFF = CommandContext.by("operator", Trigger.ADMIN);
    private static final PonPortId HERE = ponPortId(1);
    private static final int SUBSCRIBERS = 3;
    private static final int MANY = 1_000;
    /** So long that none is renewed meanwhile, on whatever machine. */
    private static final Duration LEASE = Duration.ofHours(1);

    /** Where to, and whether the move is turned back half-way. */
    enum Journey {
        TO_ANOTHER_OLT(new PonPortId(oltId(2), 0, 0, 1), false),
        WITHIN_THE_OLT(ponPortId(2), false),
        TO_ANOTHER_OLT_AND_BACK(new PonPortId(oltId(2), 0, 0, 1), true),
        WITHIN_THE_OLT_AND_BACK(ponPortId(2), true);

        private final PonPortId to;
        private final boolean turnsBack;

        Journey(PonPortId to, boolean turnsBack) {
            this.to = to;
            this.turnsBack = turnsBack;
        }

        boolean isBetweenOlts() {
            return !to.olt().equals(HERE.olt());
        }

        PonPortId end() {
            return turnsBack ? HERE : to;
        }
    }

    /** The end of a process; nothing catches it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed(int step) {
            super("killed at step " + step, null, false, false);
        }
    }

    /** What outlives the processes: storage, OLTs, fibres, the time. */
    private static final class World {
        final InMemoryStorage storage = new InMemoryStorage();
        final InMemoryLine olts = new InMemoryLine();
        final InMemoryAccess radius = new InMemoryAccess();
        final SettableClock clock = new SettableClock(START);
        final List<ContractId> subscribers = new ArrayList<>();
        PonPortId fibre = HERE;
        int step;
        int killAt;

        World(Journey journey) {
            Set<PonPort> ponPorts = Stream.of(HERE, journey.to)
                    .map(id -> new PonPort(
                            id,
                            ponPort(1, 8).technologies(),
                            8,
                            ponPort(1, 8).transmitPower(),
                            ponPort(1, 8).state()))
                    .collect(Collectors.toSet());
            storage.plant()
                    .install(new PlantLayout(
                            List.of(olt(1), olt(2)), List.copyOf(ponPorts), List.of(splitter(1, 1, 8))));
            Contracts contracts = process();
            for (int n = 1; n <= SUBSCRIBERS; n++) {
                ContractId draft = accepted(
                                contracts.draft(NewContract.of(customer(n), plan().id(), address(n)), STAFF))
                        .contract()
                        .id();
                accepted(contracts.reserveUnqualified(draft, output(1, n), "for the test", STAFF));
                accepted(contracts.activate(draft, onu(n), radiusUser(n), STAFF));
                subscribers.add(draft);
            }
            contracts.worker().deliverPending(MANY);
            step = 0;
        }

        Contracts process() {
            return Contracts.builder()
                    .storage(new MortalStorage(this))
                    .customers(asked -> true)
                    .plans(asked -> Optional.of(plan()))
                    .radius(radius)
                    .olts(new MortalOlts(this))
                    .clock(clock)
                    .zone(ZONE)
                    .lease(LEASE)
                    .build();
        }

        void step() {
            if (++step == killAt) {
                throw new Killed(step);
            }
        }

        /**
         * Between two OLTs everybody is registered where the fibre is, at any time. Within one, which takes an ONU at one PON port only, an
         * ONU that is registered nowhere is to be delivered.
         */
        void requireServed(Journey journey) {
            Set<OnuRegistration> registered = olts.all().keySet();
            for (ContractId id : subscribers) {
                Contract contract = storage.contracts().find(id).orElseThrow();
                OnuSerial onu = contract.line().orElseThrow().onu();
                if (journey.isBetweenOlts()) {
                    assertThat(registered).contains(new OnuRegistration(fibre, onu));
                } else if (!contract.provisioning().line().needsDelivery()) {
                    assertThat(registered)
                            .filteredOn(one -> one.onu().equals(onu))
                            .containsExactly(contract.line().orElseThrow().registration());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whenever_a_process_is_killed_the_move_goes_on_and_ends_as_planned(Journey journey) {
        int steps = 0;
        for (int killAt = 1; steps == 0 || killAt <= steps; killAt++) {
            World world = new World(journey);
            world.killAt = killAt;
            try {
                operate(world, journey);
                steps = killAt - 1;
            } catch (Killed killed) {
                world.requireServed(journey);
                // its leases are over
                world.clock.advance(LEASE.multipliedBy(2));
                operate(world, journey);
            }
            assertEnd(world, journey, killAt);
        }
        assertThat(steps).isGreaterThan(50);
    }

    /** What an operator does, from the beginning after each crash: all that was done answers as before. */
    private static void operate(World world, Journey journey) {
        Contracts contracts = world.process();
        PlantMove move = new PlantMove(
                "m", List.of(new SplitterMove(splitterId(1), SplicePoint.of(HERE), SplicePoint.of(journey.to))), START);
        MoveRun run = accepted(contracts.moves().begin(move, STAFF));
        while (true) {
            MoveProgress progress = run.advance(1, item -> {});
            contracts.worker().deliverPending(MANY);
            world.requireServed(journey);
            boolean isBack = contracts.moves().find("m").orElseThrow().stage() == Stage.BACK;
            if (progress.state() == State.AWAITING_SPLICE) {
                world.fibre = isBack ? HERE : journey.to;
                accepted(contracts.moves().spliced("m", splitterId(1)));
            } else if (progress.state() == State.FINISHED) {
                boolean isEnd = !journey.turnsBack
                        || contracts.moves().find("m").orElseThrow().stage() == Stage.RETURNED;
                if (isEnd) {
                    return;
                }
                accepted(contracts.moves().turnBack("m"));
            } else {
                assertThat(progress.state()).isEqualTo(State.MORE);
            }
        }
    }

    private static void assertEnd(World world, Journey journey, int killAt) {
        assertThat(world.olts.all().keySet())
                .as("registrations, killed at step %s", killAt)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, SUBSCRIBERS)
                        .mapToObj(n -> new OnuRegistration(journey.end(), onu(n)))
                        .toList());
        for (ContractId id : world.subscribers) {
            Contract contract = world.storage.contracts().find(id).orElseThrow();
            assertThat(contract.line().orElseThrow().ports().ponPort()).isEqualTo(journey.end());
            assertThat(contract.retiredLines()).isEmpty();
            assertThat(contract.movingTo()).isEmpty();
            assertThat(contract.provisioning().summary()).isEqualTo(Summary.IN_SYNC);
        }
        assertThat(world.storage
                        .plant()
                        .survey(splitterId(1), START)
                        .orElseThrow()
                        .splitter()
                        .ponPort())
                .isEqualTo(journey.end());
    }

    /** Kills before and after each commit. */
    private record MortalStorage(World world) implements ForwardingStorage {
        @Override
        public Storage storage() {
            return world.storage;
        }

        @Override
        public UnitOfWork unitOfWork() {
            UnitOfWork kept = world.storage.unitOfWork();
            return new UnitOfWork() {
                @Override
                public void execute(Runnable work) {
                    if (kept.isActive()) {
                        kept.execute(work);
                        return;
                    }
                    kept.execute(() -> {
                        work.run();
                        world.step();
                    });
                    world.step();
                }

                @Override
                public boolean isActive() {
                    return kept.isActive();
                }
            };
        }
    }

    /** Kills before and after each order. */
    private record MortalOlts(World world) implements LineProvisioner {
        @Override
        public DeviceOutcome ensure(LineService service) {
            world.step();
            DeviceOutcome outcome = world.olts.ensure(service);
            world.step();
            return outcome;
        }

        @Override
        public DeviceOutcome remove(OnuRegistration registration) {
            world.step();
            DeviceOutcome outcome = world.olts.remove(registration);
            world.step();
            return outcome;
        }

        @Override
        public Observation observe(LineService service) {
            return world.olts.observe(service);
        }

        @Override
        public Observation observeRemoved(OnuRegistration registration) {
            return world.olts.observeRemoved(registration);
        }

        @Override
        public Reading<LineInventory> inventory(OltId olt) {
            return world.olts.inventory(olt);
        }
    }

    private static <T> T accepted(Either<Rejection, T> outcome) {
        return outcome.getOrElseThrow(refusal -> new AssertionError("refused: " + refusal.message()));
    }
}
