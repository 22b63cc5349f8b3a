package io.silverdata.contract.memory;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.commandRecord;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.contractNumber;
import static io.silverdata.contract.testkit.ContractFixtures.fullLife;
import static io.silverdata.contract.testkit.ContractFixtures.idempotencyKey;
import static io.silverdata.contract.testkit.ContractFixtures.olt;
import static io.silverdata.contract.testkit.ContractFixtures.oltId;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.ponPort;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static io.silverdata.contract.testkit.ContractFixtures.position;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;
import static io.silverdata.contract.testkit.ContractFixtures.splitter;
import static io.silverdata.contract.testkit.ContractFixtures.splitterId;
import static io.silverdata.contract.testkit.ContractFixtures.statesOf;

import com.google.common.collect.Sets;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.Plant;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkQueue;
import io.silverdata.contract.spi.WorkSettlement;
import io.silverdata.contract.spi.WorkState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random writes to a small storage, each with its answer, and everything that can be asked afterwards. */
final class Steps {
    private static final int CONTRACTS = 4;
    private static final int SPLITTERS = 3;
    private static final int PON_PORTS = 2;
    private static final int MAX_OUTPUTS = 5;
    private static final int MINUTES = 12;
    private static final int MOST_REVISIONS = 4;
    private static final Distance AROUND = Distance.ofMetres(300);

    // Neighbours share an ONU and a login, so that some steps conflict.
    private static final List<Decision> LIVES =
            IntStream.rangeClosed(1, CONTRACTS).mapToObj(n -> fullLife(n)).toList();
    private static final List<List<Contract>> STATES =
            LIVES.stream().map(life -> statesOf(life)).toList();

    private Steps() {}

    /** One write to something. */
    record Step<P>(String name, Function<P, Object> write) {
        /** Writes, and gives the answer, a refusal included. */
        Object doTo(P port) {
            try {
                return write.apply(port);
            } catch (ConflictException conflict) {
                return conflict.kind();
            } catch (IllegalArgumentException refusal) {
                return "refused";
            }
        }

        <Q> Step<Q> of(Function<Q, P> part) {
            return new Step<>(name, whole -> write.apply(part.apply(whole)));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A plant to begin with: all splitters on the first of two PON ports, which are for two subscribers each. */
    static PlantLayout layout() {
        return new PlantLayout(
                List.of(olt(1)),
                List.of(ponPort(1, 2), ponPort(2, 2)),
                IntStream.rangeClosed(1, SPLITTERS)
                        .mapToObj(n -> splitter(n, 1, MAX_OUTPUTS))
                        .toList());
    }

    static Arbitrary<Step<Plant>> ofPlant() {
        return Arbitraries.oneOf(
                claims(),
                claims(),
                claims(),
                releases(),
                releases(),
                conditions(),
                installations(),
                states(),
                removals(),
                renamings());
    }

    static Arbitrary<Step<Desk>> ofWorkQueue() {
        return Arbitraries.oneOf(marks(), leases(), leasesOfOne(), renewals(), settlements(), settlements(), wakes());
    }

    static Arbitrary<Step<Bench>> ofStorage() {
        return Arbitraries.oneOf(
                advances().map(step -> step.of(Bench::storage)),
                advances().map(step -> step.of(Bench::storage)),
                commands().map(step -> step.of(Bench::storage)),
                devices().map(step -> step.of(Bench::storage)),
                ofPlant().map(step -> step.of(bench -> bench.storage().plant())),
                ofWorkQueue().map(step -> step.of(Bench::desk)));
    }

    /** A storage, and the leases that its queue gave. */
    record Bench(Storage storage, Desk desk) {
        static Bench of(Storage storage) {
            return new Bench(storage, Desk.of(storage.work()));
        }

        /** The same storage, for steps that will not have been. */
        Bench aside() {
            return new Bench(storage, new Desk(desk.work(), desk.given()));
        }
    }

    /** Everything that a plant answers. */
    static List<Object> answersOf(Plant plant) {
        List<Object> answers = new ArrayList<>();
        for (int minute = 0; minute <= MINUTES; minute += 3) {
            Instant now = minute(minute);
            answers.add(plant.occupancy(now));
            answers.add(plant.nearest(position(2), AROUND, 2, now));
            for (int n = 1; n <= SPLITTERS; n++) {
                answers.add(plant.survey(splitterId(n), now));
                answers.add(plant.freePorts(splitterId(n), 3, now));
            }
        }
        outputs().forEach(output -> answers.add(plant.port(output)));
        contracts().forEach(contract -> answers.add(plant.portsOf(contract)));
        return answers;
    }

    /** Everything that a queue answers without giving a lease. */
    static List<Object> answersOf(WorkQueue work) {
        List<Object> answers = new ArrayList<>();
        IntStream.rangeClosed(0, 2 * MINUTES).forEach(minute -> answers.add(work.depth(minute(minute))));
        for (Set<WorkState> states : Sets.powerSet(EnumSet.allOf(WorkState.class))) {
            if (!states.isEmpty()) {
                answers.add(work.page(states, minute(MINUTES / 2), Optional.empty(), 2));
                answers.add(work.page(states, minute(MINUTES / 2), Optional.of(contractId(2)), CONTRACTS));
            }
        }
        contracts().forEach(contract -> answers.add(work.find(contract)));
        answers.add(work.parked(3));
        answers.add(work.parked(2 * CONTRACTS));
        return answers;
    }

    /** Everything that a storage answers without giving a lease. */
    static List<Object> answersOf(Storage storage) {
        List<Object> answers = new ArrayList<>(answersOf(storage.plant()));
        answers.addAll(answersOf(storage.work()));
        answers.add(storage.contracts().page(Optional.empty(), 100));
        answers.add(storage.contracts().countByStatus());
        answers.add(storage.contracts().due(START.plus(Duration.ofDays(10_000)), 100));
        answers.add(storage.events().read(EventCursor.START, 10_000));
        contracts().forEach(contract -> {
            answers.add(storage.contracts().find(contract));
            answers.add(storage.events().history(contract));
        });
        for (int n = 1; n <= CONTRACTS + 1; n++) {
            answers.add(storage.contracts().find(contractNumber(n)));
            answers.add(storage.contracts().holderOf(onu(n)));
            answers.add(storage.contracts().holderOf(radiusUser(n)));
            answers.add(storage.commands().find(idempotencyKey(n)));
        }
        return answers;
    }

    private static Arbitrary<Step<Plant>> claims() {
        Arbitrary<PortClaim> claims = Arbitraries.oneOf(
                minutes().map(PortClaim::reserved),
                Arbitraries.just(PortClaim.inUse()),
                Arbitraries.just(PortClaim.quarantined()));
        return Combinators.combine(anOutput(), aContract(), claims, minutes())
                .as((output, contract, claim, now) -> new Step<>(
                        "claim " + output + " for " + contract + ": " + claim + " at " + now,
                        plant -> plant.claim(output, contract, claim, now)));
    }

    private static Arbitrary<Step<Plant>> releases() {
        return Combinators.combine(anOutput(), aContract(), minutes(), minutes())
                .as((output, contract, rest, now) -> new Step<>(
                        "release " + output + " of " + contract + " until " + rest + " at " + now,
                        plant -> plant.release(output, contract, rest, now)));
    }

    private static Arbitrary<Step<Plant>> conditions() {
        return Combinators.combine(anOutput(), Arbitraries.of(PortCondition.class))
                .as((output, condition) ->
                        new Step<>(output + " is " + condition, plant -> plant.setCondition(output, condition)));
    }

    private static Arbitrary<Step<Plant>> installations() {
        return Combinators.combine(
                        from1To(SPLITTERS + 1),
                        from1To(PON_PORTS),
                        Arbitraries.integers().between(2, MAX_OUTPUTS),
                        from1To(3))
                .as((n, ponPort, outputs, limit) -> new Step<>(
                        "install splitter " + n + " with " + outputs + " outputs on PON port " + ponPort + " for "
                                + limit,
                        plant -> {
                            plant.install(new PlantLayout(
                                    List.of(),
                                    List.of(ponPort(ponPort, limit)),
                                    List.of(splitter(n, ponPort, outputs))));
                            return "installed";
                        }));
    }

    private static Arbitrary<Step<Plant>> removals() {
        return Arbitraries.oneOf(
                from1To(SPLITTERS + 1)
                        .map(n -> new Step<>("remove splitter " + n, plant -> plant.remove(splitterId(n)))),
                from1To(PON_PORTS + 1)
                        .map(n -> new Step<>("remove PON port " + n, plant -> plant.remove(ponPortId(n)))),
                from1To(2).map(n -> new Step<>("remove OLT " + n, plant -> plant.remove(oltId(n)))));
    }

    private static Arbitrary<Step<Plant>> renamings() {
        return Combinators.combine(from1To(SPLITTERS + 1), from1To(SPLITTERS + 1))
                .as((from, to) -> new Step<>(
                        "rename splitter " + from + " to " + to,
                        plant -> plant.rename(splitterId(from), splitterId(to))));
    }

    private static Arbitrary<Step<Plant>> states() {
        return Combinators.combine(from1To(PON_PORTS + 1), Arbitraries.of(ServiceState.class))
                .as((n, state) -> new Step<>(
                        "OLT and PON port " + n + " are " + state,
                        plant -> List.of(plant.setState(oltId(n), state), plant.setState(ponPortId(n), state))));
    }

    private static Arbitrary<Step<Desk>> marks() {
        return Combinators.combine(aContract(), targets(), minutes())
                .as((contract, targets, dueAt) ->
                        new Step<>("mark " + targets + " of " + contract + " for " + dueAt, desk -> {
                            desk.work().enqueue(contract, targets, dueAt);
                            return "marked";
                        }));
    }

    private static Arbitrary<Set<NetworkTarget>> targets() {
        return Arbitraries.of(NetworkTarget.class).set().ofMinSize(1);
    }

    private static Arbitrary<Step<Desk>> leases() {
        return Combinators.combine(from1To(3), minutes(), minutes())
                .as((max, now, until) -> new Step<>("lease " + max + " at " + now + " until " + until, desk -> {
                    List<WorkLease> leases = desk.work().lease(max, "worker", now, until);
                    desk.given().addAll(leases);
                    return leases.stream().map(Steps::withoutToken).toList();
                }));
    }

    private static Arbitrary<Step<Desk>> leasesOfOne() {
        return Combinators.combine(aContract(), minutes(), minutes())
                .as((contract, now, until) ->
                        new Step<>("lease " + contract + " at " + now + " until " + until, desk -> {
                            Optional<WorkLease> lease = desk.work().lease(contract, "person", now, until);
                            lease.ifPresent(desk.given()::add);
                            return lease.map(Steps::withoutToken);
                        }));
    }

    private static Arbitrary<Step<Desk>> renewals() {
        return Combinators.combine(ago(), minutes())
                .as((ago, until) -> new Step<>(
                        "renew leases " + ago + " ago until " + until,
                        desk -> desk.work().renew(desk.given(ago), until)));
    }

    private static Arbitrary<Step<Desk>> settlements() {
        return Combinators.combine(ago(), outcomes(), outcomes())
                .as((ago, access, line) -> new Step<>(
                        "settle leases " + ago + " ago: " + access + ", " + line,
                        desk -> desk.work()
                                .settle(desk.given(ago).stream()
                                        .map(lease -> new WorkSettlement(
                                                lease, access.of(lease.access()), line.of(lease.line())))
                                        .toList())));
    }

    private static Arbitrary<Step<Desk>> wakes() {
        return Combinators.combine(from1To(MOST_REVISIONS), minutes())
                .as((revision, at) -> new Step<>(
                        "wake what was held before " + revision + " at " + at,
                        desk -> desk.work().wake(revision, at)));
    }

    /** Which of the leases that were given, counted from the last. */
    private static Arbitrary<Set<Integer>> ago() {
        return from1To(5).set().ofMinSize(1).ofMaxSize(3);
    }

    /** What becomes of a target. */
    private record Outcome(String name, UnaryOperator<TargetWork> change) {
        TargetWork of(TargetWork before) {
            return change.apply(before);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Arbitrary<Outcome> outcomes() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Outcome("done", before -> TargetWork.NONE)),
                Arbitraries.just(new Outcome("as it was", before -> before)),
                Arbitraries.just(new Outcome("parked", before -> before.parked("no such profile"))),
                from1To(MOST_REVISIONS).map(n -> new Outcome("held at " + n, before -> before.held(n))),
                minutes().map(at -> new Outcome("postponed to " + at, before -> before.postponed(at))),
                minutes().map(at -> new Outcome("again at " + at, before -> before.retried(at, "no answer"))));
    }

    /** The next event of a life, or, with a version that is off, a conflict. */
    private static Arbitrary<Step<Storage>> advances() {
        return Combinators.combine(from1To(CONTRACTS), Arbitraries.of(0, 0, 0, 0, 0, 1, -1), from1To(6))
                .as((n, off, max) -> new Step<>("advance " + n + " by " + max + ", off by " + off, storage -> {
                    long version = storage.contracts()
                            .find(contractId(n))
                            .map(Contract::version)
                            .orElse(0L);
                    List<Contract> states = STATES.get(n - 1);
                    int next = Math.toIntExact(Math.min(version + max, states.size()));
                    if (next == version) {
                        return "ended";
                    }
                    storage.contracts().save(states.get(next - 1), version + off);
                    storage.events().append(LIVES.get(n - 1).events().subList(Math.toIntExact(version), next));
                    return next;
                }));
    }

    private static Arbitrary<Step<Storage>> commands() {
        return from1To(CONTRACTS + 1)
                .map(n -> new Step<>("command " + n, storage -> {
                    storage.commands().append(commandRecord(n, aDraft(n)));
                    return "appended";
                }));
    }

    private static Arbitrary<Step<Storage>> devices() {
        return Combinators.combine(from1To(2), minutes(), minutes(), Arbitraries.of(true, false))
                .as((n, now, until, release) -> new Step<>(
                        "lease device " + n + " at " + now + " until " + until + ", back " + release, storage -> {
                            Optional<DeviceLease> lease =
                                    storage.deviceLeases().acquire("olt-" + n, "worker", now, until);
                            lease.filter(held -> release).ifPresent(storage.deviceLeases()::release);
                            return lease.map(DeviceLease::until);
                        }));
    }

    private static Object withoutToken(WorkLease lease) {
        return List.of(lease.contract(), lease.until(), lease.access(), lease.line());
    }

    private static List<SplitterOutputId> outputs() {
        return IntStream.rangeClosed(1, SPLITTERS + 1)
                .boxed()
                .flatMap(n -> IntStream.rangeClosed(1, MAX_OUTPUTS + 1).mapToObj(output -> output(n, output)))
                .toList();
    }

    private static List<ContractId> contracts() {
        return IntStream.rangeClosed(1, CONTRACTS).mapToObj(n -> contractId(n)).toList();
    }

    private static Arbitrary<SplitterOutputId> anOutput() {
        return Arbitraries.of(outputs());
    }

    private static Arbitrary<ContractId> aContract() {
        return Arbitraries.of(contracts());
    }

    private static Arbitrary<Instant> minutes() {
        return Arbitraries.integers().between(0, MINUTES).map(Steps::minute);
    }

    private static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static Arbitrary<Integer> from1To(int max) {
        return Arbitraries.integers().between(1, max);
    }
}
