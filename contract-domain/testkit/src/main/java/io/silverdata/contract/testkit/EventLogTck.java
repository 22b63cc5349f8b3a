package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.Conflicts.assertConflict;
import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.activated;
import static io.silverdata.contract.testkit.ContractFixtures.adoptedLife;
import static io.silverdata.contract.testkit.ContractFixtures.cancelled;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.drafted;
import static io.silverdata.contract.testkit.ContractFixtures.dunnedLife;
import static io.silverdata.contract.testkit.ContractFixtures.fullLife;
import static io.silverdata.contract.testkit.ContractFixtures.reassessed;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ErasedEvents;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.spi.ConflictException.Kind;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventLog;
import io.silverdata.contract.spi.EventPage;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link EventLog} asks of an adapter. Extend it, and give an empty storage to each test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class EventLogTck {
    private static final long HANG_SECONDS = 60;

    private UnitOfWork unitOfWork;
    private EventLog log;

    /** For the test of an adapter. */
    protected EventLogTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    /**
     * Whether one unit of work can append and commit while another that has appended is still open, as in a database. An
     * adapter where the second waits for the first says false; what would never end there is skipped.
     */
    protected boolean runsUnitsOfWorkConcurrently() {
        return true;
    }

    @BeforeEach
    void begin() {
        Storage storage = storage();
        unitOfWork = storage.unitOfWork();
        log = storage.events();
    }

    @Nested
    class Rewrite {
        @Test
        void puts_an_event_where_it_stood() {
            appendByTurns(fullLife(1).events(), fullLife(3).events());
            List<RecordedEvent> feed = log.read(EventCursor.START, 1_000).events();
            List<RecordedEvent> erased = erased(fullLife(1).events());

            log.rewrite(erased);

            assertThat(log.history(contractId(1))).isEqualTo(erased);
            assertThat(log.history(contractId(3))).isEqualTo(fullLife(3).events());
            assertThat(log.read(EventCursor.START, 1_000).events())
                    .isEqualTo(feed.stream()
                            .map(event -> event.contract().equals(contractId(1))
                                    ? erased.get((int) event.version() - 1)
                                    : event)
                            .toList());
            assertThat(Contract.replay(log.history(contractId(1))))
                    .isEqualTo(fullLife(1).contract());
        }

        @Test
        void sees_what_the_unit_of_work_has_appended_and_goes_when_it_fails() {
            log.append(drafted(1).events());

            assertThatThrownBy(() -> unitOfWork.execute(() -> {
                        log.append(drafted(2).events());
                        log.rewrite(erased(drafted(1).events()));
                        log.rewrite(erased(drafted(2).events()));
                        assertThat(log.history(contractId(1)))
                                .isEqualTo(erased(drafted(1).events()));
                        assertThat(log.history(contractId(2)))
                                .isEqualTo(erased(drafted(2).events()));
                        throw new IllegalStateException("given up");
                    }))
                    .hasMessage("given up");

            assertThat(log.history(contractId(1))).isEqualTo(drafted(1).events());
            assertThat(log.history(contractId(2))).isEmpty();
        }

        private static List<RecordedEvent> erased(List<RecordedEvent> events) {
            return new ErasedEvents(Set.of(ContractFixtures.CONTACT.key()), actor -> true).of(events);
        }
    }

    @Nested
    class History {
        @Test
        void of_an_unknown_contract_is_empty() {
            log.append(drafted(1).events());

            assertThat(log.history(contractId(2))).isEmpty();
        }

        @Test
        void gives_back_every_kind_of_event_as_it_was() {
            List<RecordedEvent> events = fullLife(1).events();
            List<RecordedEvent> dunning = dunnedLife(3).events();
            List<RecordedEvent> adopted = adoptedLife(5).events();
            log.append(events);
            log.append(dunning);
            log.append(adopted);

            assertThat(log.history(contractId(1))).containsExactlyElementsOf(events);
            assertThat(log.history(contractId(3))).containsExactlyElementsOf(dunning);
            assertThat(log.history(contractId(5))).containsExactlyElementsOf(adopted);
        }

        @Test
        void is_enough_to_make_the_same_contract_again() {
            log.append(fullLife(1).events());

            Contract replayed = Contract.replay(log.history(contractId(1)));

            assertThat(replayed.snapshot()).isEqualTo(fullLife(1).contract().snapshot());
        }

        @Test
        void has_the_events_of_one_contract_only_in_order_of_version() {
            appendByTurns(fullLife(1).events(), fullLife(3).events());

            assertThat(log.history(contractId(1))).isEqualTo(fullLife(1).events());
            assertThat(log.history(contractId(3))).isEqualTo(fullLife(3).events());
        }
    }

    @Nested
    class Append {
        @Test
        void of_nothing_does_nothing() {
            log.append(List.of());

            assertThat(log.read(EventCursor.START, 10).events()).isEmpty();
        }

        @Test
        void takes_events_of_several_contracts_at_once() {
            List<RecordedEvent> both = new ArrayList<>(drafted(1).events());
            both.addAll(drafted(2).events());

            log.append(both);

            assertThat(log.history(contractId(1))).hasSize(1);
            assertThat(log.history(contractId(2))).hasSize(1);
        }

        @Test
        void refuses_a_version_of_a_contract_that_is_there_already() {
            log.append(activated(1).events());
            List<RecordedEvent> other =
                    reassessed(drafted(1).contract(), START.plusSeconds(7)).events();

            assertConflict(Kind.CONTRACT_VERSION, () -> log.append(other));

            assertThat(log.history(contractId(1))).isEqualTo(activated(1).events());
        }

        @Test
        void refuses_even_the_same_events_again() {
            log.append(drafted(1).events());

            assertConflict(Kind.CONTRACT_VERSION, () -> log.append(drafted(1).events()));

            assertThat(readAll(10)).hasSize(1);
        }

        @Test
        void that_is_refused_keeps_nothing_of_what_it_was_given() {
            log.append(drafted(2).events());
            List<RecordedEvent> both = new ArrayList<>(drafted(1).events());
            both.addAll(drafted(2).events());

            assertConflict(Kind.CONTRACT_VERSION, () -> log.append(both));

            assertThat(log.history(contractId(1))).isEmpty();
            assertThat(readAll(10)).isEqualTo(drafted(2).events());
        }
    }

    @Nested
    class Read {
        @Test
        void refuses_to_bring_less_than_one() {
            assertThatIllegalArgumentException().isThrownBy(() -> log.read(EventCursor.START, 0));
        }

        @Test
        void of_an_empty_log_ends_where_it_began() {
            EventPage page = log.read(EventCursor.START, 10);

            assertThat(page.events()).isEmpty();
            assertThat(page.end()).isEqualTo(EventCursor.START);
        }

        @ParameterizedTest(name = "{0} at a time")
        @ValueSource(ints = {1, 2, 3, 7, 1000})
        void page_by_page_brings_every_event_once_in_one_order(int max) {
            appendByTurns(fullLife(1).events(), fullLife(3).events());
            List<RecordedEvent> inOneGo = readAll(10_000);

            List<RecordedEvent> byPage = readAll(max);

            assertThat(byPage).isEqualTo(inOneGo);
            assertThat(byPage)
                    .hasSize(fullLife(1).events().size() + fullLife(3).events().size());
        }

        @Test
        void brings_the_events_of_each_contract_in_order_of_version() {
            appendByTurns(fullLife(1).events(), cancelled(3).events());

            List<RecordedEvent> all = readAll(5);

            assertThat(of(contractId(1), all)).isEqualTo(fullLife(1).events());
            assertThat(of(contractId(3), all)).isEqualTo(cancelled(3).events());
        }

        @Test
        void never_brings_more_than_asked_for() {
            log.append(fullLife(1).events());

            assertThat(log.read(EventCursor.START, 1).events()).hasSizeLessThanOrEqualTo(1);
            assertThat(log.read(EventCursor.START, 4).events()).hasSizeLessThanOrEqualTo(4);
        }

        @Test
        void at_the_end_ends_where_it_began_and_goes_on_there_when_there_is_more() {
            log.append(drafted(1).events());
            EventCursor end = end();

            EventPage nothing = log.read(end, 10);
            log.append(drafted(2).events());
            EventPage more = log.read(end, 10);

            assertThat(nothing.events()).isEmpty();
            assertThat(nothing.end()).isEqualTo(end);
            assertThat(more.events()).isEqualTo(drafted(2).events());
        }

        @Test
        void from_the_same_cursor_always_brings_the_same_order() {
            log.append(activated(1).events());
            EventCursor middle = log.read(EventCursor.START, 2).end();
            List<RecordedEvent> before = readAll(middle, 10);

            log.append(activated(2).events());

            assertThat(readAll(middle, 10)).startsWith(before.toArray(RecordedEvent[]::new));
        }

        @Test
        void does_not_bring_what_was_rolled_back_and_skips_nothing_for_it() {
            log.append(drafted(1).events());
            EventCursor end = end();
            assertThatThrownBy(() -> unitOfWork.execute(() -> {
                        log.append(drafted(2).events());
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");

            log.append(drafted(3).events());

            assertThat(readAll(end, 10)).isEqualTo(drafted(3).events());
            assertThat(log.history(contractId(2))).isEmpty();
        }
    }

    /** A feed must not lose what a slow unit of work commits after a quick one. */
    @Nested
    class ConcurrentUnitsOfWork {
        @Test
        void are_not_read_before_they_are_committed_and_not_skipped_when_they_commit_late() throws Exception {
            assumeTrue(runsUnitsOfWorkConcurrently(), "units of work run one after another");
            CountDownLatch appended = new CountDownLatch(1);
            CountDownLatch mayCommit = new CountDownLatch(1);
            ExecutorService slow = Executors.newSingleThreadExecutor();
            try {
                Future<?> late = slow.submit(() -> unitOfWork.execute(() -> {
                    log.append(drafted(1).events());
                    appended.countDown();
                    awaitQuietly(mayCommit);
                }));
                assertThat(appended.await(HANG_SECONDS, SECONDS)).isTrue();
                log.append(drafted(2).events());

                EventCursor cursor = EventCursor.START;
                List<RecordedEvent> seen = new ArrayList<>();
                cursor = follow(cursor, seen);
                assertThat(of(contractId(1), seen)).isEmpty();

                mayCommit.countDown();
                late.get(HANG_SECONDS, SECONDS);
                log.append(drafted(3).events());
                follow(cursor, seen);

                assertThat(seen)
                        .containsExactlyInAnyOrder(
                                drafted(1).events().get(0),
                                drafted(2).events().get(0),
                                drafted(3).events().get(0));
                assertThat(seen).isEqualTo(readAll(10));
            } finally {
                mayCommit.countDown();
                slow.shutdownNow();
            }
        }
    }

    private void appendByTurns(List<RecordedEvent> first, List<RecordedEvent> second) {
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            log.append(first.subList(Math.min(i, first.size()), Math.min(i + 1, first.size())));
            log.append(second.subList(Math.min(i, second.size()), Math.min(i + 1, second.size())));
        }
    }

    private List<RecordedEvent> readAll(int max) {
        return readAll(EventCursor.START, max);
    }

    private List<RecordedEvent> readAll(EventCursor after, int max) {
        List<RecordedEvent> all = new ArrayList<>();
        EventPage page = log.read(after, max);
        while (!page.events().isEmpty()) {
            assertThat(page.events()).hasSizeLessThanOrEqualTo(max);
            all.addAll(page.events());
            page = log.read(page.end(), max);
        }
        return all;
    }

    private EventCursor end() {
        return follow(EventCursor.START, new ArrayList<>());
    }

    private EventCursor follow(EventCursor after, List<RecordedEvent> seen) {
        EventPage page = log.read(after, 10);
        while (!page.events().isEmpty()) {
            seen.addAll(page.events());
            page = log.read(page.end(), 10);
        }
        return page.end();
    }

    private static List<RecordedEvent> of(ContractId contract, List<RecordedEvent> events) {
        return events.stream()
                .filter(event -> event.contract().equals(contract))
                .toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(HANG_SECONDS, SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
