package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.CONTACT;
import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.aSuspendedContract;
import static io.silverdata.contract.testkit.ContractFixtures.anActiveContract;
import static io.silverdata.contract.testkit.ContractFixtures.attribute;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static io.silverdata.contract.testkit.ContractFixtures.contractNumber;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.fullLife;
import static io.silverdata.contract.testkit.ContractFixtures.metadata;
import static io.silverdata.contract.testkit.ContractFixtures.plan;
import static io.silverdata.contract.testkit.ContractFixtures.position;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.model.Attribute;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.GeoPosition;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.ContractCounts;
import io.silverdata.contract.query.ContractOrder;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Cursor;
import io.silverdata.contract.query.EventQuery;
import io.silverdata.contract.query.InvalidQueryException;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.ContractSearch;
import io.silverdata.contract.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link ContractSearch} asks of an adapter. Extend it, and give an empty storage to each test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class ContractSearchTck {
    private static final int CONTRACTS = 40;
    private static final int QUERIES = 150;
    private static final Duration A_DAY = Duration.ofDays(1);

    private Storage storage;
    private ContractSearch search;

    /** For the test of an adapter. */
    protected ContractSearchTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    @BeforeEach
    void begin() {
        storage = storage();
        search = storage.search();
    }

    // What fits

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_query_finds_what_the_facts_of_the_contracts_say(long seed) {
        Random random = new Random(seed);
        List<Contract> all = lived(seed, random);

        for (int round = 0; round < QUERIES; round++) {
            ContractQuery query = anyQuery(random, all);
            List<Contract> fitting = all.stream().filter(query::matches).toList();
            int size = 1 + random.nextInt(CONTRACTS);

            assertThat(pages(query, size)).as("%s", query).isEqualTo(sorted(query, fitting));
            assertThat(identities(query, size))
                    .as("%s", query)
                    .isEqualTo(fitting.stream().map(Contract::id).toList());
            assertThat(search.count(query)).as("%s", query).isEqualTo(fitting.size());
            assertThat(search.counts(query)).as("%s", query).isEqualTo(counts(fitting));
        }
    }

    /** Some steps are saved by somebody who has read the contract, and some by somebody who has not. */
    private List<Contract> lived(long seed, Random random) {
        for (List<RecordedEvent> life : RandomLives.of(seed, CONTRACTS)) {
            Contract contract = Contract.replay(life.subList(0, 1));
            save(contract, 0, false);
            int kept = 1;
            while (kept < life.size()) {
                int next = Math.min(life.size(), kept + 1 + random.nextInt(6));
                contract = contract.after(life.subList(kept, next).toArray(new RecordedEvent[0]));
                if (!save(contract, kept, random.nextBoolean())) {
                    break;
                }
                kept = next;
            }
        }
        return all();
    }

    /** An ONU or a login that another holds already ends a life. */
    private boolean save(Contract contract, long before, boolean reads) {
        try {
            storage.unitOfWork().execute(() -> {
                if (reads) {
                    assertThat(storage.contracts().find(contract.id())).isPresent();
                }
                storage.contracts().save(contract, before);
            });
            return true;
        } catch (ConflictException taken) {
            return false;
        }
    }

    private List<Contract> all() {
        return storage.contracts().findAll(storage.contracts().page(Optional.empty(), Page.MAX_SIZE));
    }

    private List<ContractSummary> pages(ContractQuery query, int size) {
        return pages(page -> search.search(query, page), size);
    }

    private static <T> List<T> pages(Function<Page, Listing<T>> read, int size) {
        List<T> all = new ArrayList<>();
        Listing<T> page = read.apply(Page.first(size));
        all.addAll(page.items());
        while (page.next().isPresent()) {
            assertThat(page.items()).hasSize(size);
            page = read.apply(Page.after(page.next().get(), size));
            all.addAll(page.items());
        }
        return all;
    }

    private List<ContractId> identities(ContractQuery query, int size) {
        List<ContractId> all = new ArrayList<>();
        List<ContractId> page = search.identities(query, Optional.empty(), size);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = search.identities(query, Optional.of(page.get(page.size() - 1)), size);
        }
        return all;
    }

    private static List<ContractSummary> sorted(ContractQuery query, List<Contract> contracts) {
        return contracts.stream()
                .map(ContractSummary::of)
                .sorted(Comparator.comparing(
                        contract -> Cursor.of(query.order(), contract),
                        query.order().comparator()))
                .toList();
    }

    private static ContractCounts counts(List<Contract> contracts) {
        return new ContractCounts(
                contracts.size(),
                counted(contracts.stream().map(Contract::status)),
                counted(contracts.stream().map(contract -> contract.plan().id())),
                counted(contracts.stream()
                        .flatMap(contract -> contract.line().stream())
                        .map(line -> line.ports().ponPort().olt())));
    }

    private static <T> Map<T, Long> counted(Stream<T> values) {
        return values.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static ContractQuery anyQuery(Random random, List<Contract> all) {
        ContractQuery.Builder query = ContractQuery.builder();
        int conditions = random.nextInt(4);
        for (int condition = 0; condition < conditions; condition++) {
            addAny(query, random, all);
        }
        return query.orderBy(one(random, List.of(ContractOrder.values()))).build();
    }

    /** A condition that some contract is likely to fit: its values come from contracts. */
    private static void addAny(ContractQuery.Builder query, Random random, List<Contract> all) {
        Contract some = one(random, all);
        Contract other = one(random, all);
        Instant from = START.plus(Duration.ofHours(random.nextInt(24 * 150)));
        Instant to = from.plus(Duration.ofHours(1 + random.nextInt(24 * 60)));
        List<ProvisioningState.Summary> states = List.of(ProvisioningState.Summary.values());
        List<Line> lines = Stream.of(some, other)
                .flatMap(contract -> contract.line().stream())
                .toList();
        switch (random.nextInt(25)) {
            case 0 -> query.customer(some.customer(), other.customer());
            case 1 -> query.status(some.status());
            case 2 -> query.status(some.status(), other.status());
            case 3 -> query.plan(some.plan().id());
            case 4 -> lines.forEach(line -> query.olt(line.ports().ponPort().olt()));
            case 5 ->
                lines.stream()
                        .findFirst()
                        .ifPresent(line -> query.ponPort(line.ports().ponPort()));
            case 6 -> {
                if (!lines.isEmpty()) {
                    query.splitterOutput(lines.stream()
                            .map(line -> line.ports().splitterOutput())
                            .toArray(io.silverdata.contract.model.SplitterOutputId[]::new));
                }
            }
            case 7 ->
                lines.forEach(
                        line -> query.splitter(line.ports().splitterOutput().splitter()));
            case 8 -> query.heldFor(SuspensionReason.NON_PAYMENT, one(random, List.of(SuspensionReason.FAIR_USE)));
            case 9 -> query.heldBy(one(random, List.of(Enforcement.values())));
            case 10 ->
                some.holds().stream()
                        .findFirst()
                        .ifPresent(hold -> query.held(
                                Set.of(hold.reason()), Set.of(hold.enforcement()), hold.placedAt(), TIMES_END));
            case 11 -> query.provisioning(one(random, states), one(random, states));
            case 12 -> query.provisioning(one(random, List.of(NetworkTarget.values())), one(random, states));
            case 13 -> query.failure(one(random, List.of("TIMEOUT", "REFUSED")));
            case 14 -> query.number(some.number(), other.number());
            case 15 -> query.numberBeginning(beginning(random, some.number().value()));
            case 16 ->
                some.heldUsers().stream()
                        .findFirst()
                        .ifPresent(login -> query.loginBeginning(beginning(random, login.value())));
            case 17 ->
                some.heldOnus().stream()
                        .findFirst()
                        .ifPresent(onu -> query.onuBeginning(
                                random.nextBoolean()
                                        ? beginning(random, onu.value())
                                        : onu.toHexadecimal().substring(0, 9 + random.nextInt(8))));
            case 18 -> query.addressContaining(one(random, List.of("BOLIVAR", "simón  b", "1-1", "plaza", "lle sim")));
            case 19 ->
                query.near(
                        some.address().position(), Distance.ofMetres(one(random, List.of(1L, 112L, 1_200L, 9_000L))));
            case 20 -> query.drafted(from, to);
            case 21 -> query.activated(from, to);
            case 22 -> query.cancelled(from, to);
            case 23 -> query.due(from, to);
            default -> addRare(query, random, some);
        }
    }

    private static void addRare(ContractQuery.Builder query, Random random, Contract some) {
        switch (random.nextInt(9)) {
            case 0 -> query.scheduled(CommandKind.CHANGE_PLAN);
            case 1 -> query.scheduled(CommandKind.SUSPEND, CommandKind.CANCEL);
            case 2 ->
                some.termEndsOn()
                        .ifPresent(day -> query.termEnding(day.minusDays(random.nextInt(20)), day.plusDays(1)));
            case 3 -> some.predecessor().ifPresent(query::predecessor);
            case 4 -> query.notErased();
            case 5 -> query.hasAttribute(CONTACT.key());
            case 6 ->
                query.attribute(
                        attribute(1).key(), attribute(1).text(), attribute(2).text());
            case 7 ->
                some.attributes().stream()
                        .findFirst()
                        .ifPresent(attribute -> query.attribute(attribute.key(), attribute.text()));
            default -> some.heldUsers().stream().findFirst().ifPresent(query::login);
        }
    }

    private static final Instant TIMES_END = Instant.parse("2100-01-01T00:00:00Z");

    private static String beginning(Random random, String text) {
        return text.substring(0, 1 + random.nextInt(text.length())).stripTrailing();
    }

    private static <T> T one(Random random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    // Text

    static Stream<String> texts() {
        return Stream.of(
                "100% fibra",
                "100_ fibra", "a\\%b\\_c", "!%|_~^", "'; DROP TABLE contract; --", "{1,2}\"\"", ":v0 ?1 $1 {flag}");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void each_character_of_a_text_means_itself(String text) {
        Contract named = saved(draft(1, "Quinta " + text + ", lote 7", position(1)));
        saved(draft(2, "Quinta 100x fibra a%b_c, lote 7", position(1)));

        assertThat(found(ContractQuery.builder().addressContaining(text))).containsExactly(named.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CALLE BOLIVAR",
                "calle bolívar",
                "e  bolÍv",
                "bolívar 12 esq",
                "ñandu",
                "NANDÚ",
                "straße",
                "STRASSE"
            })
    void an_address_is_found_whatever_the_case_the_accents_and_the_spaces(String text) {
        Contract named = saved(draft(1, "Calle  Bolívar 12 esq. Ñandú, Straße", position(1)));
        saved(draft(2, "Avenida Amazonas", position(1)));

        assertThat(found(ContractQuery.builder().addressContaining(text))).containsExactly(named.id());
    }

    @Test
    void an_address_that_has_the_same_letters_in_another_order_is_not_found() {
        saved(draft(1, "abcab bcabc", position(1)));

        assertThat(found(ContractQuery.builder().addressContaining("cabcab"))).isEmpty();
    }

    @Test
    void a_number_is_not_found_by_the_beginning_of_another() {
        Contract one = saved(aDraft(1));
        saved(aDraft(10));

        assertThat(found(ContractQuery.builder().number(contractNumber(1)))).containsExactly(one.id());
        assertThat(found(ContractQuery.builder().numberBeginning("c-1"))).hasSize(2);
    }

    @Test
    void each_character_of_an_attribute_means_itself() {
        AttributeKey key = new AttributeKey("k");
        List<String> texts =
                List.of("a", "A", "á", "a ", " a", "a%", "a_", "\uD83D\uDE00", "'; DROP TABLE x; --", ":v0 ?");
        for (int n = 0; n < texts.size(); n++) {
            Command change = new Command.ChangeAttributes(List.of(new Attribute(key, texts.get(n))), Set.of());
            saved(ContractFixtures.handle(aDraft(n), change, START).contract());
        }

        for (int n = 0; n < texts.size(); n++) {
            assertThat(found(ContractQuery.builder().attribute(key, texts.get(n))))
                    .as(texts.get(n))
                    .containsExactly(contractId(n));
        }
        assertThat(found(ContractQuery.builder().hasAttribute(key))).hasSize(texts.size());
    }

    // Place

    @Test
    void a_circle_ends_where_its_radius_does_and_reaches_over_the_date_line() {
        Contract east = saved(draft(1, "Taveuni", new GeoPosition(-16.8, 179.999)));
        Contract west = saved(draft(2, "Taveuni", new GeoPosition(-16.8, -179.999)));
        saved(draft(3, "Suva", new GeoPosition(-18.1, 178.4)));

        assertThat(near(new GeoPosition(-16.8, 179.9995), 1_000)).containsExactly(east.id(), west.id());
        assertThat(near(new GeoPosition(-16.8, 179.9995), 60)).containsExactly(east.id());
        assertThat(near(new GeoPosition(-16.8, -180), 110)).containsExactly(east.id(), west.id());
    }

    @Test
    void a_circle_around_a_pole_has_every_longitude() {
        Contract there = saved(draft(1, "Amundsen-Scott", new GeoPosition(-89.999, 10)));
        Contract beyond = saved(draft(2, "Amundsen-Scott", new GeoPosition(-90, -170)));

        assertThat(near(new GeoPosition(-90, 0), 500)).containsExactly(there.id(), beyond.id());
    }

    private List<ContractId> near(GeoPosition position, long metres) {
        return found(ContractQuery.builder().near(position, Distance.ofMetres(metres)));
    }

    // Pages

    @ParameterizedTest
    @EnumSource(names = "EARLIEST_DUE", mode = EnumSource.Mode.EXCLUDE)
    void pages_neither_skip_nor_repeat_what_was_there_throughout_while_others_write(ContractOrder order)
            throws Exception {
        for (int n = 0; n < 60; n += 2) {
            saved(anActiveContract(n));
        }
        ContractQuery query = ContractQuery.builder()
                .status(Status.ACTIVE)
                .numberBeginning("C-")
                .orderBy(order)
                .build();
        Set<ContractId> throughout =
                IntStream.range(0, 30).mapToObj(n -> contractId(2 * n)).collect(Collectors.toSet());
        AtomicBoolean isRead = new AtomicBoolean();
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> written = writer.submit(() -> write(isRead));
            for (int round = 0; round < 25; round++) {
                List<ContractId> read = pages(query, 1 + round % 7).stream()
                        .map(ContractSummary::id)
                        .toList();

                assertThat(read).doesNotHaveDuplicates().containsAll(throughout);
            }
            isRead.set(true);
            assertThat(written.get(60, TimeUnit.SECONDS)).isPositive();
        } finally {
            isRead.set(true);
            writer.shutdown();
            assertThat(writer.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Others come between those that stay, change so that they fit no more, and all change in what they are not asked for. */
    private int write(AtomicBoolean isRead) {
        int writes = 0;
        for (int n = 1; n < 60 && !isRead.get(); n += 2) {
            Contract active = saved(anActiveContract(n));
            Contract suspended = aSuspendedContract(n);
            storage.contracts().save(suspended, active.version());
            writes++;
        }
        return writes;
    }

    @ParameterizedTest
    @EnumSource
    void a_cursor_stays_where_it_is_when_what_it_stands_on_is_gone(ContractOrder order) {
        for (int n = 1; n <= 4; n++) {
            saved(reserved(n));
        }
        ContractQuery query =
                ContractQuery.builder().status(Status.DRAFT).orderBy(order).build();
        Listing<ContractSummary> first = search.search(query, Page.first(2));
        ContractId last = first.items().get(1).id();
        Contract before = storage.contracts().find(last).orElseThrow();

        storage.contracts().save(ended(before), before.version());

        List<ContractId> rest = search.search(query, Page.after(first.next().orElseThrow(), 10)).items().stream()
                .map(ContractSummary::id)
                .toList();
        assertThat(rest).hasSize(2).doesNotContain(last, first.items().get(0).id());
    }

    private static Contract reserved(int n) {
        return ContractFixtures.aReservedDraft(n, START.plus(A_DAY.multipliedBy(10 + n)));
    }

    private static Contract ended(Contract draft) {
        return ContractFixtures.handle(
                        draft,
                        new io.silverdata.contract.model.Command.Cancel(
                                io.silverdata.contract.model.CancellationReason.CUSTOMER_REQUEST, Optional.empty()),
                        START.plus(A_DAY.multipliedBy(2)))
                .contract();
    }

    @Test
    void a_cursor_of_another_order_or_one_that_was_altered_is_refused() {
        for (int n = 1; n <= 3; n++) {
            saved(aDraft(n));
        }
        ContractQuery byNumber =
                ContractQuery.builder().orderBy(ContractOrder.NUMBER).build();
        String cursor = search.search(byNumber, Page.first(1)).next().orElseThrow();

        assertThat(cursor).matches("[A-Za-z0-9_-]{1,512}");
        assertRefused(() -> search.search(ContractQuery.all(), Page.after(cursor, 1)), cursor);
        assertRefused(() -> search.events(EventQuery.all(), Page.after(cursor, 1)), cursor);
        assertRefused(() -> search.history(contractId(1), Page.after(cursor, 1)), cursor);
        for (String altered :
                List.of("", "x", "%", cursor.substring(1), cursor + "A", cursor.replace('A', 'B') + "==", "ñ")) {
            assertRefused(() -> search.search(byNumber, Page.after(altered, 1)), altered);
        }
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked, String cursor) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(InvalidQueryException.class, refused -> {
            assertThat(refused.invalidValue().field()).isEqualTo("cursor");
            assertThat(refused.invalidValue().value()).isEqualTo(cursor);
        });
    }

    // Units of work

    @Test
    void a_unit_of_work_finds_what_it_has_written_and_nobody_finds_it_if_it_is_rolled_back() {
        saved(anActiveContract(1));

        assertThatThrownBy(() -> storage.unitOfWork().execute(() -> {
                    saved(aDraft(2));
                    Contract active = storage.contracts().find(contractId(1)).orElseThrow();
                    storage.contracts().save(aSuspendedContract(1), active.version());

                    assertThat(found(ContractQuery.builder().status(Status.DRAFT)))
                            .containsExactly(contractId(2));
                    assertThat(found(ContractQuery.builder().heldFor(SuspensionReason.NON_PAYMENT)))
                            .containsExactly(contractId(1));
                    assertThat(search.count(ContractQuery.builder()
                                    .status(Status.ACTIVE)
                                    .build()))
                            .isZero();
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(found(ContractQuery.builder())).containsExactly(contractId(1));
        assertThat(found(ContractQuery.builder().status(Status.ACTIVE))).containsExactly(contractId(1));
    }

    // Many at once

    @Test
    void gives_summaries_in_the_order_in_which_they_are_asked_for() {
        List<Contract> all = List.of(saved(aDraft(1)), saved(anActiveContract(2)), saved(aSuspendedContract(3)));

        assertThat(search.summaries(List.of(contractId(3), contractId(9), contractId(1))))
                .containsExactly(ContractSummary.of(all.get(2)), ContractSummary.of(all.get(0)));
        assertThat(search.summaries(List.of())).isEmpty();
    }

    // Events

    @Test
    void pages_through_a_history_the_latest_first() {
        List<RecordedEvent> events = fullLife(1).events();
        storage.events().append(events);
        storage.events().append(fullLife(2).events());
        List<RecordedEvent> latestFirst = new ArrayList<>(events);
        java.util.Collections.reverse(latestFirst);

        for (int size = 1; size <= events.size() + 1; size++) {
            assertThat(pages(page -> search.history(contractId(1), page), size)).isEqualTo(latestFirst);
        }
        assertThat(search.history(contractId(3), Page.first(1)).items()).isEmpty();
    }

    @Test
    void a_cursor_of_the_history_of_another_contract_is_refused() {
        storage.events().append(fullLife(1).events());
        String cursor = search.history(contractId(1), Page.first(1)).next().orElseThrow();

        assertRefused(() -> search.history(contractId(2), Page.after(cursor, 1)), cursor);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void finds_events_of_all_contracts_by_kind_and_time_the_latest_first(long seed) {
        Random random = new Random(seed);
        List<RecordedEvent> log = new ArrayList<>();
        for (List<RecordedEvent> life : RandomLives.of(seed, 12)) {
            storage.events().append(life);
            log.addAll(life);
        }
        for (int round = 0; round < 20; round++) {
            Instant from = START.plus(Duration.ofDays(random.nextInt(60)));
            EventQuery query = random.nextBoolean()
                    ? EventQuery.all()
                    : EventQuery.all().between(from, from.plus(Duration.ofDays(1 + random.nextInt(40))));
            query = random.nextBoolean()
                    ? query
                    : query.ofKinds(
                            one(random, log).event().getClass(),
                            one(random, log).event().getClass());

            assertThat(pages(eventsOf(query), 1 + random.nextInt(70)))
                    .as("%s", query)
                    .isEqualTo(latestFirst(log, query));
        }
    }

    private Function<Page, Listing<RecordedEvent>> eventsOf(EventQuery query) {
        return page -> search.events(query, page);
    }

    /** Of those of one time, the last in the log comes first. */
    private static List<RecordedEvent> latestFirst(List<RecordedEvent> log, EventQuery query) {
        List<RecordedEvent> found = new ArrayList<>(log);
        java.util.Collections.reverse(found);
        return found.stream()
                .filter(query::matches)
                .sorted(Comparator.comparing(RecordedEvent::recordedAt).reversed())
                .toList();
    }

    private Contract saved(Contract contract) {
        storage.contracts().save(contract, 0);
        return contract;
    }

    private List<ContractId> found(ContractQuery.Builder query) {
        return search.search(query.build(), Page.first(100)).items().stream()
                .map(ContractSummary::id)
                .toList();
    }

    private static Contract draft(int n, String address, GeoPosition position) {
        return Decider.draft(
                        contractId(n),
                        new ContractEvent.ContractDrafted(
                                new ContractNumber("C-" + n),
                                Optional.empty(),
                                customer(n),
                                plan(),
                                new ServiceAddress(address, position),
                                1),
                        metadata(START, Trigger.ADMIN))
                .get()
                .contract();
    }
}
