package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.aReservedDraft;
import static io.silverdata.contract.testkit.ContractFixtures.commandRecord;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.contractNumber;
import static io.silverdata.contract.testkit.ContractFixtures.drafted;
import static io.silverdata.contract.testkit.ContractFixtures.handle;
import static io.silverdata.contract.testkit.ContractFixtures.idempotencyKey;
import static io.silverdata.contract.testkit.ContractFixtures.metadata;
import static io.silverdata.contract.testkit.ContractFixtures.olt;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.ponPort;
import static io.silverdata.contract.testkit.ContractFixtures.ports;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;
import static io.silverdata.contract.testkit.ContractFixtures.reassessed;
import static io.silverdata.contract.testkit.ContractFixtures.splitter;
import static io.silverdata.contract.testkit.ContractFixtures.splitterId;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.FramedRoute;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SplitterOutput;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.ClaimOutcome;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventPage;
import io.silverdata.contract.spi.HeldPrefix;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkSettlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What a {@link Storage} must hold when many threads want the same thing at the same moment, round after round: nothing is
 * sold twice, no limit is exceeded, nothing is lost, and every loser is told why. Extend it, and give an empty storage to
 * each test. A database needs as many connections as {@link #buyers}, or a pool that makes threads wait.
 *
 * <p>Who is told {@code SERIALIZATION} tries again; every other outcome counts.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class StorageConcurrencyTck {
    private static final int WORKERS = 8;
    private static final int LAP = 50;
    private static final Instant END = START.plus(Duration.ofMinutes(1));

    private final Race race = new Race();
    private Storage storage;

    /** For the test of an adapter. */
    protected StorageConcurrencyTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    /** How many rounds each race has: thousands by default. */
    protected int rounds() {
        return 2_000;
    }

    /** How many threads compete for the outputs of a splitter: 64 by default. */
    protected int buyers() {
        return 64;
    }

    @BeforeEach
    void begin() {
        storage = storage();
    }

    @AfterEach
    void end() {
        race.close();
    }

    @Nested
    class Outputs {
        @Test
        void of_a_splitter_with_as_many_as_there_are_buyers_go_to_one_each() {
            for (int round = 1; round <= rounds(); round++) {
                int splitter = round;
                install(ponPort(splitter, buyers()), splitter, 1, buyers());

                List<Optional<SplitterOutputId>> bought = race.run(buyers(), n -> buyAny(splitter, n));

                assertThat(bought).allSatisfy(output -> assertThat(output).isPresent());
                assertThat(bought).doesNotHaveDuplicates();
                assertHeldAsTold(bought);
                assertThat(surveyOf(splitter).freeOutputs()).isZero();
                assertThat(surveyOf(splitter).subscribers()).isEqualTo(buyers());
                giveBack(bought);
            }
        }

        @Test
        void that_are_fewer_than_buyers_all_go_and_the_others_are_told_that_they_are_taken() {
            int few = Math.max(2, buyers() / 8);
            for (int round = 1; round <= rounds(); round++) {
                int splitter = round;
                install(ponPort(splitter, buyers()), splitter, 1, few);

                List<Optional<SplitterOutputId>> bought = race.run(buyers(), n -> buyAny(splitter, n));

                assertThat(bought.stream().flatMap(Optional::stream))
                        .hasSize(few)
                        .doesNotHaveDuplicates();
                assertHeldAsTold(bought);
                giveBack(bought);
            }
        }

        @Test
        void that_everyone_wants_go_to_exactly_one() {
            install(ponPort(1, buyers()), 1, 1, buyers());
            for (int round = 1; round <= rounds(); round++) {
                SplitterOutputId wanted = output(1, 1 + round % buyers());

                List<ClaimOutcome> outcomes = race.run(buyers(), n -> claim(wanted, n));

                assertThat(outcomes).containsOnlyOnce(ClaimOutcome.CLAIMED);
                assertThat(Collections.frequency(outcomes, ClaimOutcome.TAKEN)).isEqualTo(buyers() - 1);
                int winner = outcomes.indexOf(ClaimOutcome.CLAIMED) + 1;
                assertThat(holderOf(wanted)).contains(contractId(winner));
                storage.plant().release(wanted, contractId(winner), START, START);
            }
        }

        @Test
        void whose_reservation_is_over_go_to_exactly_one() {
            install(ponPort(1, buyers()), 1, 1, buyers());
            for (int round = 1; round <= rounds(); round++) {
                SplitterOutputId wanted = output(1, 1 + round % buyers());
                storage.plant()
                        .claim(wanted, contractId(buyers() + 1), PortClaim.reserved(START), START.minusSeconds(1));

                List<ClaimOutcome> outcomes = race.run(buyers(), n -> claim(wanted, n));

                assertThat(outcomes).containsOnlyOnce(ClaimOutcome.CLAIMED);
                int winner = outcomes.indexOf(ClaimOutcome.CLAIMED) + 1;
                assertThat(holderOf(wanted)).contains(contractId(winner));
                storage.plant().release(wanted, contractId(winner), START, START);
            }
        }

        @Test
        void of_a_splitter_are_sold_or_removed_with_it_never_both() {
            install(ponPort(1, buyers()), 1, 1, 2);
            for (int round = 1; round <= rounds(); round++) {
                storage.plant().install(new PlantLayout(List.of(), List.of(), List.of(splitter(2, 1, 2))));
                boolean renames = round % 2 == 0;

                List<Object> outcomes = race.run(
                        4, n -> n == 1 ? Race.<Object>untilDecided(() -> change(renames)) : claim(output(2, 1), n));

                boolean changed = outcomes.get(0).equals(Optional.empty());
                List<Object> sold = outcomes.subList(1, 4);
                assertThat(Collections.frequency(sold, ClaimOutcome.CLAIMED)).isEqualTo(changed ? 0 : 1);
                if (changed) {
                    assertThat(sold).containsOnly(ClaimOutcome.UNKNOWN_PORT);
                    assertThat(storage.plant().survey(splitterId(2), START)).isEmpty();
                    storage.plant().remove(splitterId(3));
                } else {
                    ContractId winner = contractId(2 + sold.indexOf(ClaimOutcome.CLAIMED));
                    assertThat(outcomes.get(0))
                            .isEqualTo(Optional.of(new Rejection.PlantPartInUse("NAP-2", List.of(winner), List.of())));
                    assertThat(holderOf(output(2, 1))).contains(winner);
                    storage.plant().release(output(2, 1), winner, START, START);
                    assertThat(storage.plant().remove(splitterId(2))).isEmpty();
                }
            }
        }

        private Optional<Rejection> change(boolean renames) {
            return renames
                    ? storage.plant().rename(splitterId(2), splitterId(3))
                    : storage.plant().remove(splitterId(2));
        }

        @Test
        void of_neighbouring_splitters_never_exceed_the_limit_of_their_PON_port() {
            int limit = Math.max(1, buyers() / 4);
            int outputs = Math.max(2, buyers() / 4);
            int splitters = (buyers() + outputs - 1) / outputs;
            install(ponPort(1, limit), 1, splitters, outputs);
            for (int round = 1; round <= rounds(); round++) {
                List<ClaimOutcome> outcomes =
                        race.run(buyers(), n -> claim(output(1 + (n - 1) / outputs, 1 + (n - 1) % outputs), n));

                assertThat(Collections.frequency(outcomes, ClaimOutcome.CLAIMED))
                        .isEqualTo(limit);
                assertThat(Collections.frequency(outcomes, ClaimOutcome.PON_PORT_FULL))
                        .isEqualTo(buyers() - limit);
                assertThat(surveyOf(1).subscribers()).isEqualTo(limit);
                IntStream.rangeClosed(1, buyers()).forEach(n -> {
                    List<SplitterOutput> held = storage.plant().portsOf(contractId(n));
                    assertThat(held).hasSize(outcomes.get(n - 1) == ClaimOutcome.CLAIMED ? 1 : 0);
                    held.forEach(port -> storage.plant().release(port.id(), contractId(n), START, START));
                });
            }
        }
    }

    @Nested
    class Contracts {
        @Test
        void are_changed_by_exactly_one_of_those_who_expect_the_same_version() {
            everyRound(round -> keep(aDraft(round)));

            List<List<Optional<ConflictException.Kind>>> losses = race((round, worker) ->
                    losing(() -> saved(reassessed(aDraft(round), START.plusSeconds(worker)), 1)));

            assertOneWonEachAndTheOthersLost(losses, ConflictException.Kind.CONTRACT_VERSION);
            everyRound(round -> {
                Contract changed = found(contractId(round));
                assertThat(changed.version()).isEqualTo(2);
                assertThat(changed.snapshot().lastRecordedAt())
                        .isEqualTo(START.plusSeconds(winner(losses.get(round - 1))));
                assertHistoryMakes(changed);
            });
        }

        @Test
        void lose_no_change_of_those_who_try_again() {
            int each = Math.max(1, rounds() / WORKERS);
            keep(aDraft(1));
            keep(aDraft(2));

            List<Integer> tries = race.run(WORKERS, n -> {
                int tried = 0;
                for (int change = 1; change <= each; change++) {
                    tried += changeUntilKept(contractId(1 + (n + change) % 2), START.plusSeconds(change));
                }
                return tried;
            });

            assertThat(tries).allSatisfy(tried -> assertThat(tried).isGreaterThanOrEqualTo(each));
            assertThat(found(contractId(1)).version() + found(contractId(2)).version())
                    .isEqualTo(2L + (long) WORKERS * each);
            assertHistoryMakes(found(contractId(1)));
            assertHistoryMakes(found(contractId(2)));
        }

        @Test
        void that_want_the_same_ONU_get_it_once() {
            List<List<Optional<ConflictException.Kind>>> losses = race((round, worker) -> {
                int own = round * WORKERS + worker;
                return losing(() -> kept(activated(own, onu(round), radiusUser(own))));
            });

            assertOneWonEachAndTheOthersLost(losses, ConflictException.Kind.ONU_SERIAL);
            everyRound(round -> assertThat(storage.contracts().holderOf(onu(round)))
                    .contains(contractId(round * WORKERS + winner(losses.get(round - 1)))));
        }

        @Test
        void that_want_the_same_login_get_it_once() {
            List<List<Optional<ConflictException.Kind>>> losses = race((round, worker) -> {
                int own = round * WORKERS + worker;
                return losing(() -> kept(activated(own, onu(own), radiusUser(round))));
            });

            assertOneWonEachAndTheOthersLost(losses, ConflictException.Kind.RADIUS_USER);
            everyRound(round -> assertThat(storage.contracts().holderOf(radiusUser(round)))
                    .contains(contractId(round * WORKERS + winner(losses.get(round - 1)))));
        }

        @Test
        void that_want_networks_of_which_each_overlaps_each_get_one_of_them() {
            List<List<Optional<ConflictException.Kind>>> losses = race((round, worker) ->
                    losing(() -> kept(routing(round * WORKERS + worker, overlapping(round, worker)))));

            assertOneWonEachAndTheOthersLost(losses, ConflictException.Kind.NETWORK);
            everyRound(round -> {
                int winner = winner(losses.get(round - 1));
                IpPrefix network = overlapping(round, winner);
                assertThat(storage.contracts().holdersOf(overlapping(round, 1), WORKERS))
                        .containsExactly(new HeldPrefix(network, contractId(round * WORKERS + winner)));
            });
        }

        /** One within the other, and not all with the same first address: binary 1010... */
        private IpPrefix overlapping(int round, int worker) {
            int fixed = 0xAAAA & (0xFFFF << (16 - worker));
            return new IpPrefix(
                    round % 2 == 0
                            ? "2001:db8:" + Integer.toHexString(round) + ":" + Integer.toHexString(fixed) + "::/"
                                    + (48 + worker)
                            : (10 + round / 250) + "." + round % 250 + "." + (fixed >> 8) + "." + (fixed & 0xFF) + "/"
                                    + (16 + worker));
        }

        private Contract routing(int n, IpPrefix network) {
            AccessSettings settings = AccessSettings.NONE.with(FramedRoute.to(network));
            return handle(aDraft(n), new Command.ChangeAccessSettings(settings), START)
                    .contract();
        }

        @Test
        void that_want_the_same_number_get_it_once() {
            List<List<Optional<ConflictException.Kind>>> losses = race((round, worker) ->
                    losing(() -> kept(draftNumbered(round * WORKERS + worker, contractNumber(round)))));

            assertOneWonEachAndTheOthersLost(losses, ConflictException.Kind.CONTRACT_NUMBER);
            everyRound(round -> assertThat(
                            storage.contracts().find(contractNumber(round)).map(Contract::id))
                    .contains(contractId(round * WORKERS + winner(losses.get(round - 1)))));
        }
    }

    @Nested
    class Events {
        @Test
        void reach_a_reader_who_follows_the_log_while_it_grows_each_once_and_in_order() {
            int each = Math.max(1, rounds() / WORKERS);
            AtomicInteger writing = new AtomicInteger(WORKERS);

            List<List<RecordedEvent>> seen = race.run(WORKERS + 2, n -> {
                if (n > WORKERS) {
                    return follow(() -> writing.get() > 0);
                }
                try {
                    for (int change = 1; change <= each; change++) {
                        int number = n * each + change;
                        untilKept(() -> storage.unitOfWork()
                                .execute(() ->
                                        storage.events().append(drafted(number).events())));
                    }
                    return List.of();
                } finally {
                    writing.decrementAndGet();
                }
            });

            List<RecordedEvent> first = seen.get(WORKERS);
            assertThat(first).hasSize(WORKERS * each).doesNotHaveDuplicates();
            assertThat(seen.get(WORKERS + 1)).isEqualTo(first);
            assertThat(follow(() -> false)).isEqualTo(first);
        }
    }

    @Nested
    class Work {
        @Test
        void goes_to_one_worker_each() {
            everyRound(round -> storage.work().enqueue(contractId(round), Set.of(NetworkTarget.values()), START));

            List<List<WorkLease>> leases = race.run(WORKERS, n -> leaseAll("worker-" + n, 1 + n % 3));

            List<WorkLease> all = leases.stream().flatMap(List::stream).toList();
            assertThat(all).extracting(WorkLease::contract).hasSize(rounds()).doesNotHaveDuplicates();
            assertThat(storage.work().depth(START)).isEqualTo(new QueueDepth(0, 0, rounds(), 0, 0, Optional.empty()));
            all.forEach(lease -> assertThat(completed(lease)).isTrue());
            assertThat(storage.work().depth(END)).isEqualTo(new QueueDepth(0, 0, 0, 0, 0, Optional.empty()));
        }

        @Test
        void that_is_marked_while_it_is_settled_is_never_lost() {
            everyRound(round -> storage.work().enqueue(contractId(round), Set.of(NetworkTarget.values()), START));
            List<WorkLease> leases = leaseAll("worker", rounds());

            List<List<Boolean>> answers = race((round, worker) -> Race.untilDecided(() -> {
                if (worker % 2 == 0) {
                    storage.work().enqueue(contractId(round), Set.of(NetworkTarget.values()), START);
                    return false;
                }
                return completed(leases.get(round - 1));
            }));

            assertThat(answers).allSatisfy(held -> assertThat(held).containsOnlyOnce(true));
            assertThat(leaseAll("worker", rounds())).hasSize(rounds());
        }

        @Test
        void is_settled_once_by_those_who_have_the_same_lease() {
            everyRound(round -> storage.work().enqueue(contractId(round), Set.of(NetworkTarget.values()), START));
            List<WorkLease> leases = leaseAll("worker", rounds());

            List<List<Boolean>> answers =
                    race((round, worker) -> Race.untilDecided(() -> completed(leases.get(round - 1))));

            assertThat(answers).allSatisfy(held -> assertThat(held).containsOnlyOnce(true));
        }
    }

    @Nested
    class Devices {
        @Test
        void go_to_one_worker_at_a_time_with_a_greater_token_each_time() {
            List<DeviceLease> first = raceForDevices();
            first.forEach(lease -> storage.deviceLeases().release(lease));
            List<DeviceLease> second = raceForDevices();

            everyRound(round -> {
                assertThat(second.get(round - 1).device())
                        .isEqualTo(first.get(round - 1).device());
                assertThat(second.get(round - 1).token())
                        .isGreaterThan(first.get(round - 1).token());
            });
        }

        private List<DeviceLease> raceForDevices() {
            List<List<Optional<DeviceLease>>> leases = race((round, worker) -> Race.untilDecided(
                    () -> storage.deviceLeases().acquire("olt-" + round, "worker-" + worker, START, END)));
            return leases.stream()
                    .map(asked -> {
                        List<DeviceLease> given =
                                asked.stream().flatMap(Optional::stream).toList();
                        assertThat(given).hasSize(1);
                        return given.get(0);
                    })
                    .toList();
        }
    }

    @Nested
    class Commands {
        @Test
        void under_the_same_key_are_carried_out_once() {
            List<List<Optional<ConflictException.Kind>>> losses =
                    race((round, worker) -> losing(() -> storage.unitOfWork().call(() -> {
                        Contract draft = aDraft(round * WORKERS + worker);
                        storage.contracts().save(draft, 0);
                        storage.commands().append(commandRecord(round, draft));
                        return Boolean.TRUE;
                    })));

            assertOneWonEachAndTheOthersLost(losses, ConflictException.Kind.IDEMPOTENCY_KEY);
            everyRound(round -> {
                int winner = winner(losses.get(round - 1));
                assertThat(storage.commands().find(idempotencyKey(round)))
                        .contains(commandRecord(round, aDraft(round * WORKERS + winner)));
                for (int worker = 1; worker <= WORKERS; worker++) {
                    assertThat(storage.contracts()
                                    .find(contractId(round * WORKERS + worker))
                                    .isPresent())
                            .isEqualTo(worker == winner);
                }
            });
        }
    }

    private void install(PonPort ponPort, int firstSplitter, int splitters, int outputs) {
        storage.plant()
                .install(new PlantLayout(
                        List.of(olt(1)),
                        List.of(ponPort),
                        IntStream.range(firstSplitter, firstSplitter + splitters)
                                .mapToObj(n -> splitter(n, ponPortNumber(ponPort), outputs))
                                .toList()));
    }

    private static int ponPortNumber(PonPort ponPort) {
        return ponPort.id().frame() << 16
                | ponPort.id().slot() << 8
                | ponPort.id().port();
    }

    /** What one worker tries in one round. */
    @FunctionalInterface
    private interface Attempt<T> {
        T in(int round, int worker);
    }

    private void everyRound(IntConsumer step) {
        IntStream.rangeClosed(1, rounds()).forEach(step);
    }

    /**
     * Lets all workers try each round. They start together, and again every so many rounds: one round alone would be over
     * before the last has begun, and in too many the fastest would be out of sight.
     *
     * @return for each round what each worker got
     */
    private <T> List<List<T>> race(Attempt<T> attempt) {
        List<List<T>> results = new ArrayList<>();
        for (int first = 1; first <= rounds(); first += LAP) {
            int begin = first;
            int end = Math.min(first + LAP, rounds() + 1);
            List<List<T>> lap = race.run(
                    WORKERS,
                    worker -> IntStream.range(begin, end)
                            .mapToObj(round -> attempt.in(round, worker))
                            .toList());
            for (int round = 0; round < end - begin; round++) {
                int index = round;
                results.add(lap.stream().map(worker -> worker.get(index)).toList());
            }
        }
        return results;
    }

    /** Whether the lease was held. */
    private boolean completed(WorkLease lease) {
        return storage.work()
                .settle(List.of(WorkSettlement.completed(lease)))
                .lost()
                .isEmpty();
    }

    private List<WorkLease> leaseAll(String worker, int max) {
        List<WorkLease> all = new ArrayList<>();
        List<WorkLease> leases;
        do {
            leases = Race.untilDecided(() -> storage.work().lease(max, worker, START, END));
            all.addAll(leases);
        } while (!leases.isEmpty());
        return all;
    }

    /** Claims free outputs until it gets one, or there is none. */
    private Optional<SplitterOutputId> buyAny(int splitter, int contract) {
        while (true) {
            List<SplitterOutputId> free = storage.plant().freePorts(splitterId(splitter), 1, START);
            if (free.isEmpty()) {
                return Optional.empty();
            }
            ClaimOutcome outcome = claim(free.get(0), contract);
            assertThat(outcome).isIn(ClaimOutcome.CLAIMED, ClaimOutcome.TAKEN);
            if (outcome == ClaimOutcome.CLAIMED) {
                return Optional.of(free.get(0));
            }
        }
    }

    private ClaimOutcome claim(SplitterOutputId port, int contract) {
        return Race.untilDecided(() -> storage.plant().claim(port, contractId(contract), PortClaim.inUse(), START));
    }

    private void assertHeldAsTold(List<Optional<SplitterOutputId>> bought) {
        for (int n = 1; n <= bought.size(); n++) {
            List<SplitterOutputId> held = storage.plant().portsOf(contractId(n)).stream()
                    .map(SplitterOutput::id)
                    .toList();
            assertThat(held).isEqualTo(bought.get(n - 1).stream().toList());
        }
    }

    private void giveBack(List<Optional<SplitterOutputId>> bought) {
        for (int n = 1; n <= bought.size(); n++) {
            ContractId contract = contractId(n);
            bought.get(n - 1).ifPresent(port -> storage.plant().release(port, contract, START, START));
        }
    }

    private Optional<ContractId> holderOf(SplitterOutputId port) {
        return storage.plant().port(port).flatMap(SplitterOutput::holder);
    }

    private SplitterSurvey surveyOf(int splitter) {
        return storage.plant().survey(splitterId(splitter), START).orElseThrow();
    }

    private void keep(Contract contract) {
        storage.contracts().save(contract, 0);
        storage.events().append(drafted(numberOf(contract)).events());
    }

    private static int numberOf(Contract draft) {
        return Integer.parseInt(draft.number().value().substring(2));
    }

    private Contract found(ContractId id) {
        return storage.contracts().find(id).orElseThrow();
    }

    private Boolean kept(Contract contract) {
        storage.contracts().save(contract, 0);
        return Boolean.TRUE;
    }

    private static Contract activated(int n, OnuSerial onu, RadiusUser user) {
        return handle(aReservedDraft(n, END), new Command.Activate(ports(n), onu, user), START)
                .contract();
    }

    private static Contract draftNumbered(int n, ContractNumber number) {
        Contract like = aDraft(n);
        ContractEvent.ContractDrafted terms = new ContractEvent.ContractDrafted(
                number, Optional.empty(), like.customer(), like.plan(), like.address(), 1);
        return Decider.draft(like.id(), terms, metadata(START, Trigger.ADMIN))
                .get()
                .contract();
    }

    private Boolean saved(Decision decision, long expectedVersion) {
        storage.unitOfWork().execute(() -> {
            storage.contracts().save(decision.contract(), expectedVersion);
            storage.events().append(decision.events());
        });
        return Boolean.TRUE;
    }

    private int changeUntilKept(ContractId id, Instant at) {
        return untilKept(() -> {
            Contract before = found(id);
            saved(reassessed(before, at), before.version());
        });
    }

    /** Does something again and again until nobody was faster, and says how often. */
    private static int untilKept(Runnable change) {
        for (int tries = 1; ; tries++) {
            try {
                change.run();
                return tries;
            } catch (ConflictException lost) {
                assertThat(lost.kind())
                        .isIn(ConflictException.Kind.CONTRACT_VERSION, ConflictException.Kind.SERIALIZATION);
            }
        }
    }

    /** Why it lost, if it did. */
    private static Optional<ConflictException.Kind> losing(Supplier<Boolean> change) {
        try {
            assertThat(Race.untilDecided(change)).isTrue();
            return Optional.empty();
        } catch (ConflictException lost) {
            return Optional.of(lost.kind());
        }
    }

    private static void assertOneWonEachAndTheOthersLost(
            List<List<Optional<ConflictException.Kind>>> losses, ConflictException.Kind reason) {
        assertThat(losses).allSatisfy(round -> {
            assertThat(round).containsOnlyOnce(Optional.empty());
            assertThat(round.stream().flatMap(Optional::stream))
                    .hasSize(WORKERS - 1)
                    .containsOnly(reason);
        });
    }

    private static int winner(List<Optional<ConflictException.Kind>> losses) {
        return losses.indexOf(Optional.<ConflictException.Kind>empty()) + 1;
    }

    private void assertHistoryMakes(Contract contract) {
        List<RecordedEvent> history = storage.events().history(contract.id());
        assertThat(history).hasSize(Math.toIntExact(contract.version()));
        assertThat(Contract.replay(history).snapshot()).isEqualTo(contract.snapshot());
    }

    /** Reads on while there may be more, and then to the end. */
    private List<RecordedEvent> follow(Supplier<Boolean> more) {
        List<RecordedEvent> seen = new ArrayList<>();
        EventCursor cursor = EventCursor.START;
        while (true) {
            boolean last = !more.get();
            EventPage page = storage.events().read(cursor, 7);
            seen.addAll(page.events());
            cursor = page.end();
            if (last && page.events().isEmpty()) {
                return seen;
            }
        }
    }
}
