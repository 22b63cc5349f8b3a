package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.ZONE;
import static io.silverdata.contract.testkit.ContractFixtures.address;
import static io.silverdata.contract.testkit.ContractFixtures.contractNumber;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.fasterPlan;
import static io.silverdata.contract.testkit.ContractFixtures.idempotencyKey;
import static io.silverdata.contract.testkit.ContractFixtures.olt;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.plan;
import static io.silverdata.contract.testkit.ContractFixtures.ponPort;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;
import static io.silverdata.contract.testkit.ContractFixtures.splitter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.AdoptedHold;
import io.silverdata.contract.command.Adoption;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.IdempotencyKey;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.runs.AdoptionItem;
import io.silverdata.contract.runs.AuditItem.Finding;
import io.silverdata.contract.runs.AuditProgress;
import io.silverdata.contract.runs.KeyedAdoption;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What {@code ContractRuns.adopt} promises, whatever the storage: many at once are adopted as if one by one, good ones in spite of bad ones,
 * and none twice. Extend it, and give an empty storage to each test.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class AdoptionTck {
    private static final CommandContext MOVING = CommandContext.by("moving in", Trigger.ADMIN);
    private static final Instant ACTIVATED = START.minus(Duration.ofDays(500));
    private static final int SPLITTERS = 20;
    private static final int OUTPUTS = 16;
    private static final int LIMIT = 40;
    private static final PlanId BROKEN = new PlanId("broken");

    private final Race race = new Race();
    private final InMemoryAccess radius = new InMemoryAccess();
    private final InMemoryLine olts = new InMemoryLine();
    private final SettableClock clock = new SettableClock(START);
    private Storage storage;
    private Contracts contracts;

    /** For the test of an adapter. */
    protected AdoptionTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    @BeforeEach
    void begin() {
        storage = storage();
        List<PonPort> ponPorts = IntStream.rangeClosed(1, SPLITTERS / 2)
                .mapToObj(n -> ponPort(n, LIMIT))
                .toList();
        List<Splitter> splitters = IntStream.rangeClosed(1, SPLITTERS)
                .mapToObj(n -> splitter(n, (n + 1) / 2, OUTPUTS))
                .toList();
        storage.plant().install(new PlantLayout(List.of(olt(1)), ponPorts, splitters));
        contracts = Contracts.builder()
                .storage(storage)
                .customers(asked -> true)
                .plans(asked -> {
                    if (asked.equals(BROKEN)) {
                        throw new IllegalArgumentException("the catalogue is broken");
                    }
                    return Optional.of(fasterPlan())
                            .filter(plan -> plan.id().equals(asked))
                            .or(() ->
                                    Optional.of(plan()).filter(plan -> plan.id().equals(asked)));
                })
                .radius(radius)
                .olts(olts)
                .clock(clock)
                .zone(ZONE)
                .build();
    }

    @AfterEach
    void end() {
        race.close();
    }

    private static SplitterOutputId place(int n) {
        return output(1 + (n - 1) / OUTPUTS, 1 + (n - 1) % OUTPUTS);
    }

    private static NewContract terms(int n, PlanId plan) {
        return NewContract.of(customer(n), plan, address(n)).numbered(contractNumber(n));
    }

    private static Adoption adoption(int n) {
        Adoption adoption = unplaced(n).at(place(n));
        return n % 7 == 0
                ? adoption.held(AdoptedHold.of(SuspensionReason.NON_PAYMENT, START.minus(Duration.ofDays(3))))
                : adoption;
    }

    private static Adoption unplaced(int n) {
        return Adoption.of(terms(n, plan().id()), ACTIVATED, LocalDate.ofInstant(START, ZONE), onu(n), radiusUser(n));
    }

    private static List<KeyedAdoption> keyed(List<Adoption> adoptions) {
        return IntStream.range(0, adoptions.size())
                .mapToObj(at -> new KeyedAdoption(idempotencyKey(at + 1), adoptions.get(at)))
                .toList();
    }

    private static List<Adoption> adoptions(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(AdoptionTck::adoption).collect(Collectors.toList());
    }

    private List<Contract> stored() {
        return storage.contracts().findAll(storage.contracts().page(Optional.empty(), 1_000));
    }

    /** What is stored of each contract is what its events say, and it has its output alone. */
    private void checkStored(int count) {
        List<Contract> stored = stored();
        assertThat(stored).hasSize(count);
        for (Contract contract : stored) {
            assertThat(Contract.replay(storage.events().history(contract.id()))).isEqualTo(contract);
            assertThat(storage.plant().portsOf(contract.id()))
                    .extracting(port -> port.id())
                    .isEqualTo(contract.line().stream()
                            .map(line -> line.ports().splitterOutput())
                            .toList());
            assertThat(contract.heldOnus())
                    .allMatch(onu -> storage.contracts().holderOf(onu).equals(Optional.of(contract.id())));
            assertThat(contract.heldUsers())
                    .allMatch(user -> storage.contracts().holderOf(user).equals(Optional.of(contract.id())));
        }
        assertThat(storage.work().depth(clock.instant()).due()).isZero();
    }

    @Test
    void many_are_adopted_and_nothing_is_to_be_delivered() {
        List<AdoptionItem> items = contracts.runs().adopt(keyed(adoptions(300)), MOVING);

        assertThat(items).extracting(AdoptionItem::key).containsExactlyElementsOf(keys(300));
        assertThat(items)
                .allMatch(item ->
                        item.result().filter(result -> !result.repeated()).isPresent());
        checkStored(300);
        assertThat(stored().stream().filter(contract -> contract.status() == Status.SUSPENDED))
                .hasSize(300 / 7);
        assertThat(contracts.count(
                        ContractQuery.builder().provisioning(Summary.UNVERIFIED).build()))
                .isEqualTo(300);
        assertThat(radius.logins(Optional.empty(), 10)
                        .<Integer>match(page -> page.logins().size(), detail -> -1))
                .isZero();
    }

    private static List<IdempotencyKey> keys(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(ContractFixtures::idempotencyKey)
                .toList();
    }

    @Test
    void the_same_again_answers_with_the_first_results() {
        List<KeyedAdoption> list = keyed(adoptions(40));
        List<AdoptionItem> first = contracts.runs().adopt(list.subList(0, 25), MOVING);

        List<AdoptionItem> again = contracts.runs().adopt(list, MOVING);
        CommandResult alone = contracts
                .adopt(list.get(0).adoption(), MOVING.once(list.get(0).key().value()))
                .get();

        assertThat(again.subList(0, 25))
                .extracting(item -> item.result().orElseThrow())
                .isEqualTo(first.stream()
                        .map(item -> item.result().orElseThrow())
                        .map(result -> new CommandResult(result.contract(), result.events(), true))
                        .toList());
        assertThat(again.subList(25, 40))
                .noneMatch(item -> item.result().orElseThrow().repeated());
        assertThat(alone.repeated()).isTrue();
        checkStored(40);
    }

    @Test
    void bad_ones_are_named_and_good_ones_are_adopted() {
        List<Adoption> dirty = adoptions(60);
        dirty.set(9, unplaced(10).at(place(1))); // sold twice
        dirty.set(19, Adoption.of(terms(20, plan().id()), ACTIVATED, day(), onu(2), radiusUser(20)));
        dirty.set(29, Adoption.of(terms(30, plan().id()), ACTIVATED, day(), onu(30), radiusUser(3)));
        dirty.set(
                39,
                Adoption.of(
                        NewContract.of(customer(40), plan().id(), address(40)).numbered(contractNumber(4)),
                        ACTIVATED,
                        day(),
                        onu(40),
                        radiusUser(40)));
        dirty.set(49, unplaced(50).at(output(99, 1)));
        dirty.set(50, unplaced(51).at(place(51)).inServiceSince(ACTIVATED.minusSeconds(1)));
        dirty.set(51, Adoption.of(terms(52, new PlanId("gone")), ACTIVATED, day(), onu(52), radiusUser(52)));

        List<AdoptionItem> items = contracts.runs().adopt(keyed(dirty), MOVING);

        assertThat(refusals(items))
                .containsExactly(
                        new Rejection.PortUnavailable(place(1), PortState.IN_USE),
                        new Rejection.OnuSerialInUse(onu(2), adoptedAs(items.get(1))),
                        new Rejection.RadiusUserInUse(radiusUser(3), adoptedAs(items.get(2))),
                        new Rejection.ContractNumberInUse(contractNumber(4)),
                        new Rejection.UnknownPort(output(99, 1)),
                        new Rejection.InvalidValue(
                                "inServiceSince", ACTIVATED.minusSeconds(1).toString(), ACTIVATED + " to " + START),
                        new Rejection.UnknownPlan(new PlanId("gone")));
        checkStored(53);
    }

    private static ContractId adoptedAs(AdoptionItem item) {
        return item.result().orElseThrow().contract().id();
    }

    private static LocalDate day() {
        return LocalDate.ofInstant(START, ZONE);
    }

    private static List<Rejection> refusals(List<AdoptionItem> items) {
        return items.stream().flatMap(item -> item.refusal().stream()).toList();
    }

    @Test
    void one_that_throws_keeps_no_other_from_being_adopted() {
        List<Adoption> some = adoptions(30);
        some.set(11, Adoption.of(terms(12, BROKEN), ACTIVATED, day(), onu(12), radiusUser(12)));

        List<AdoptionItem> items = contracts.runs().adopt(keyed(some), MOVING);

        assertThat(items.get(11).problem().orElseThrow()).contains("the catalogue is broken");
        assertThat(items.stream().filter(item -> item.result().isPresent())).hasSize(29);
        checkStored(29);
    }

    @Test
    void a_pon_port_takes_as_many_as_its_limit_says() {
        // 32 outputs of two splitters on one PON port, of which the limit lets fewer in once drafts hold some
        storage.plant().install(new PlantLayout(List.of(), List.of(ponPort(1, 20)), List.of()));

        List<AdoptionItem> items = contracts.runs().adopt(keyed(adoptions(32)), MOVING);

        assertThat(refusals(items)).hasSize(12).allMatch(Rejection.PonPortFull.class::isInstance);
        checkStored(20);
    }

    @Test
    void an_output_whose_reservation_is_over_can_be_adopted_with_and_one_that_is_reserved_cannot() {
        NewContract terms = NewContract.of(customer(900), plan().id(), address(1));
        ContractId over = contracts.draft(terms, MOVING).get().contract().id();
        contracts.reserveUnqualified(over, place(1), "seen on site", MOVING).get();
        clock.advance(Duration.ofDays(30));
        ContractId lasting = contracts.draft(terms, MOVING).get().contract().id();
        contracts.reserveUnqualified(lasting, place(2), "seen on site", MOVING).get();

        List<AdoptionItem> items = contracts.runs().adopt(keyed(adoptions(20)), MOVING);

        assertThat(refusals(items)).containsExactly(new Rejection.PortUnavailable(place(2), PortState.RESERVED));
        assertThat(storage.plant().port(place(1)).orElseThrow().holder())
                .contains(items.get(0).result().orElseThrow().contract().id());
    }

    @Test
    void one_list_that_two_hosts_adopt_at_once_is_adopted_once() {
        for (int round = 0; round < 3; round++) {
            int first = 1 + 80 * round;
            List<KeyedAdoption> list = IntStream.range(first, first + 80)
                    .mapToObj(n -> new KeyedAdoption(idempotencyKey(n), adoption(n)))
                    .toList();

            List<List<AdoptionItem>> both =
                    race.run(2, runner -> contracts.runs().adopt(list, MOVING));

            for (int at = 0; at < list.size(); at++) {
                AdoptionItem one = both.get(0).get(at);
                AdoptionItem other = both.get(1).get(at);
                assertThat(List.of(one, other)).allMatch(item -> item.result().isPresent());
                assertThat(one.result().orElseThrow().contract())
                        .isEqualTo(other.result().orElseThrow().contract());
                assertThat(one.result().orElseThrow().repeated())
                        .isNotEqualTo(other.result().orElseThrow().repeated());
            }
        }
        checkStored(240);
    }

    @Test
    void lists_that_want_the_same_outputs_get_each_once() {
        List<KeyedAdoption> mine = keyed(adoptions(60));
        List<KeyedAdoption> yours = IntStream.rangeClosed(1, 60)
                .mapToObj(n -> new KeyedAdoption(
                        idempotencyKey(1_000 + n), unplaced(1_000 + n).at(place(n))))
                .toList();

        List<List<AdoptionItem>> both =
                race.run(2, runner -> contracts.runs().adopt(runner == 1 ? mine : yours, MOVING));

        List<AdoptionItem> all = new ArrayList<>(both.get(0));
        all.addAll(both.get(1));
        assertThat(all.stream().filter(item -> item.result().isPresent())).hasSize(60);
        assertThat(refusals(all)).hasSize(60).allMatch(Rejection.PortUnavailable.class::isInstance);
        checkStored(60);
    }

    @Test
    void an_audit_confirms_many_that_are_as_they_say_and_writes_to_no_device() {
        contracts.runs().adopt(keyed(adoptions(100)), MOVING);
        stored().forEach(contract -> {
            DesiredNetwork desired = DesiredNetwork.of(contract);
            desired.access()
                    .service()
                    .filter(service -> !service.user().equals(radiusUser(5)))
                    .ifPresent(radius::ensure);
            desired.line().service().ifPresent(olts::ensure);
        });

        AuditProgress progress =
                contracts.runs().audit(Selection.live(), MOVING).begin().advance(1_000, item -> {});

        assertThat(progress.count(Finding.IN_SYNC)).isEqualTo(199);
        assertThat(progress.count(Finding.MISSING)).isEqualTo(1);
        assertThat(stored().stream().filter(contract -> contract.provisioning().summary() == Summary.IN_SYNC))
                .hasSize(99);
        checkStored(100);
    }

    @Test
    void groups_commit_by_themselves_so_they_are_refused_inside_a_unit_of_work() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        storage.unitOfWork().call(() -> contracts.runs().adopt(keyed(adoptions(1)), MOVING)));
    }

    @Test
    void a_unit_of_work_sees_what_it_adopted_itself() {
        Set<SplitterOutputId> mine = storage.unitOfWork().call(() -> {
            contracts.adopt(adoption(1), MOVING).get();
            contracts.adopt(adoption(2), MOVING).get();
            assertThat(contracts.adopt(unplaced(3).at(place(2)), MOVING).getLeft())
                    .isInstanceOf(Rejection.PortUnavailable.class);
            return storage.contracts().page(Optional.empty(), 10).stream()
                    .flatMap(id -> storage.plant().portsOf(id).stream())
                    .map(port -> port.id())
                    .collect(Collectors.toSet());
        });

        assertThat(mine).containsExactlyInAnyOrder(place(1), place(2));
        checkStored(2);
    }
}
