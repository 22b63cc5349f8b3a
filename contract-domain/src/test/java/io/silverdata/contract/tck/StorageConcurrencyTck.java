package io.silverdata.contract.tck;

import static io.silverdata.contract.tck.ContractFixtures.START;
import static io.silverdata.contract.tck.ContractFixtures.aDraft;
import static io.silverdata.contract.tck.ContractFixtures.aReservedDraft;
import static io.silverdata.contract.tck.ContractFixtures.commandRecord;
import static io.silverdata.contract.tck.ContractFixtures.contractId;
import static io.silverdata.contract.tck.ContractFixtures.drafted;
import static io.silverdata.contract.tck.ContractFixtures.handle;
import static io.silverdata.contract.tck.ContractFixtures.idempotencyKey;
import static io.silverdata.contract.tck.ContractFixtures.olt;
import static io.silverdata.contract.tck.ContractFixtures.onu;
import static io.silverdata.contract.tck.ContractFixtures.output;
import static io.silverdata.contract.tck.ContractFixtures.ponPort;
import static io.silverdata.contract.tck.ContractFixtures.ports;
import static io.silverdata.contract.tck.ContractFixtures.radiusUser;
import static io.silverdata.contract.tck.ContractFixtures.reassessed;
import static io.silverdata.contract.tck.ContractFixtures.splitter;
import static io.silverdata.contract.tck.ContractFixtures.splitterId;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Decision;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SplitterPort;
import io.silverdata.contract.model.SplitterPortId;
import io.silverdata.contract.model.SplitterSurvey;
import io.silverdata.contract.spi.ClaimOutcome;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventPage;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.WorkLease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
    private static final Instant END = START.plus(Duration.ofMinutes(1));

    private final Race race = new Race();
    private Storage storage;

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

                List<Optional<SplitterPortId>> bought = race.run(buyers(), n -> buyAny(splitter, n));

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

                List<Optional<SplitterPortId>> bought = race.run(buyers(), n -> buyAny(splitter, n));

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
                SplitterPortId wanted = output(1, 1 + round % buyers());

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
                SplitterPortId wanted = output(1, 1 + round % buyers());
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
                    List<SplitterPort> held = storage.plant().portsOf(contractId(n));
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
            keep(aDraft(1));
            for (int round = 1; round <= rounds(); round++) {
                Contract before = found(contractId(1));
                Instant at = START.plusSeconds(round);

                List<Optional<ConflictException.Kind>> losses = race.run(
                        WORKERS,
                        n -> losing(() -> saved(reassessed(before, at.plusNanos(n * 1_000L)), before.version())));

                assertOneWonAndTheOthersLost(losses, ConflictException.Kind.CONTRACT_VERSION);
                assertThat(found(contractId(1)).version()).isEqualTo(before.version() + 1);
            }
            assertHistoryMakes(found(contractId(1)));
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
        void that_want_the_same_ONU_or_login_get_it_once() {
            for (int round = 1; round <= rounds(); round++) {
                int first = round * 2 * WORKERS;
                boolean sameOnu = round % 2 == 0;
                int shared = first;

                List<Optional<ConflictException.Kind>> losses = race.run(
                        WORKERS,
                        n -> losing(() -> {
                            int own = first + n;
                            Decision active = handle(
                                    aReservedDraft(own, END),
                                    new Command.Activate(
                                            ports(own),
                                            onu(sameOnu ? shared : own),
                                            radiusUser(sameOnu ? own : shared)),
                                    START);
                            storage.contracts().save(active.contract(), 0);
                            return Boolean.TRUE;
                        }));

                assertOneWonAndTheOthersLost(
                        losses, sameOnu ? ConflictException.Kind.ONU_SERIAL : ConflictException.Kind.RADIUS_USER);
                ContractId winner = contractId(first + losses.indexOf(Optional.<ConflictException.Kind>empty()) + 1);
                assertThat(
                                sameOnu
                                        ? storage.contracts().holderOf(onu(shared))
                                        : storage.contracts().holderOf(radiusUser(shared)))
                        .contains(winner);
            }
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
            for (int round = 1; round <= rounds(); round++) {
                int rows = 3 * WORKERS;
                IntStream.rangeClosed(1, rows).forEach(n -> storage.work().mark(contractId(n), START));

                List<List<WorkLease>> leases = race.run(
                        WORKERS, n -> Race.untilDecided(() -> storage.work().lease(4, "worker-" + n, START, END)));

                List<WorkLease> all = leases.stream().flatMap(List::stream).toList();
                assertThat(all).extracting(WorkLease::contract).doesNotHaveDuplicates();
                assertThat(storage.work().depth(START).leased()).isEqualTo(all.size());
                List<WorkLease> rest = storage.work().lease(rows, "last", START, END);
                assertThat(all.size() + rest.size()).isEqualTo(rows);
                all.forEach(lease -> assertThat(storage.work().complete(lease)).isTrue());
                rest.forEach(lease -> assertThat(storage.work().complete(lease)).isTrue());
            }
        }

        @Test
        void that_is_marked_while_it_is_settled_is_never_lost() {
            for (int round = 1; round <= rounds(); round++) {
                storage.work().mark(contractId(1), START);
                WorkLease lease = storage.work().lease(1, "worker", START, END).get(0);

                race.run(
                        2,
                        n -> Race.untilDecided(() -> {
                            if (n == 1) {
                                storage.work().mark(contractId(1), START);
                                return Boolean.TRUE;
                            }
                            return storage.work().complete(lease);
                        }));

                List<WorkLease> next = storage.work().lease(1, "worker", START, END);
                assertThat(next).hasSize(1);
                storage.work().complete(next.get(0));
            }
        }

        @Test
        void is_settled_once_by_those_who_have_the_same_lease() {
            for (int round = 1; round <= rounds(); round++) {
                storage.work().mark(contractId(1), START);
                WorkLease lease = storage.work().lease(1, "worker", START, END).get(0);

                List<Boolean> held = race.run(
                        WORKERS, n -> Race.untilDecided(() -> storage.work().complete(lease)));

                assertThat(held).containsOnlyOnce(true);
            }
        }
    }

    @Nested
    class Devices {
        @Test
        void go_to_one_worker_at_a_time_with_a_greater_token_each_time() {
            long token = Long.MIN_VALUE;
            for (int round = 1; round <= rounds(); round++) {
                List<Optional<DeviceLease>> leases = race.run(
                        WORKERS,
                        n -> Race.untilDecided(
                                () -> storage.deviceLeases().acquire("olt-1", "worker-" + n, START, END)));

                List<DeviceLease> held =
                        leases.stream().flatMap(Optional::stream).toList();
                assertThat(held).hasSize(1);
                assertThat(held.get(0).token()).isGreaterThan(token);
                token = held.get(0).token();
                storage.deviceLeases().release(held.get(0));
            }
        }
    }

    @Nested
    class Commands {
        @Test
        void under_the_same_key_are_carried_out_once() {
            for (int round = 1; round <= rounds(); round++) {
                int key = round;
                int first = round * WORKERS;

                List<Optional<ConflictException.Kind>> losses = race.run(
                        WORKERS,
                        n -> losing(() -> storage.unitOfWork().call(() -> {
                            Contract draft = aDraft(first + n);
                            storage.contracts().save(draft, 0);
                            storage.commands().append(commandRecord(key, draft));
                            return Boolean.TRUE;
                        })));

                assertOneWonAndTheOthersLost(losses, ConflictException.Kind.IDEMPOTENCY_KEY);
                int winner = first + losses.indexOf(Optional.<ConflictException.Kind>empty()) + 1;
                assertThat(storage.commands().find(idempotencyKey(key))).contains(commandRecord(key, aDraft(winner)));
                for (int n = first + 1; n <= first + WORKERS; n++) {
                    assertThat(storage.contracts().find(contractId(n)).isPresent())
                            .isEqualTo(n == winner);
                }
            }
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

    /** Claims free outputs until it gets one, or there is none. */
    private Optional<SplitterPortId> buyAny(int splitter, int contract) {
        while (true) {
            List<SplitterPortId> free = storage.plant().freePorts(splitterId(splitter), 1, START);
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

    private ClaimOutcome claim(SplitterPortId port, int contract) {
        return Race.untilDecided(() -> storage.plant().claim(port, contractId(contract), PortClaim.inUse(), START));
    }

    private void assertHeldAsTold(List<Optional<SplitterPortId>> bought) {
        for (int n = 1; n <= bought.size(); n++) {
            List<SplitterPortId> held = storage.plant().portsOf(contractId(n)).stream()
                    .map(SplitterPort::id)
                    .toList();
            assertThat(held).isEqualTo(bought.get(n - 1).stream().toList());
        }
    }

    private void giveBack(List<Optional<SplitterPortId>> bought) {
        for (int n = 1; n <= bought.size(); n++) {
            ContractId contract = contractId(n);
            bought.get(n - 1).ifPresent(port -> storage.plant().release(port, contract, START, START));
        }
    }

    private Optional<ContractId> holderOf(SplitterPortId port) {
        return storage.plant().port(port).flatMap(SplitterPort::holder);
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

    private static void assertOneWonAndTheOthersLost(
            List<Optional<ConflictException.Kind>> losses, ConflictException.Kind reason) {
        assertThat(losses).containsOnlyOnce(Optional.empty());
        assertThat(losses.stream().flatMap(Optional::stream))
                .hasSize(losses.size() - 1)
                .containsOnly(reason);
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
