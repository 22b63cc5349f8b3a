package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.ZONE;
import static io.silverdata.contract.testkit.ContractFixtures.address;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.fasterPlan;
import static io.silverdata.contract.testkit.ContractFixtures.olt;
import static io.silverdata.contract.testkit.ContractFixtures.oltId;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.output;
import static io.silverdata.contract.testkit.ContractFixtures.plan;
import static io.silverdata.contract.testkit.ContractFixtures.ponPort;
import static io.silverdata.contract.testkit.ContractFixtures.ponPortId;
import static io.silverdata.contract.testkit.ContractFixtures.position;
import static io.silverdata.contract.testkit.ContractFixtures.radiusUser;
import static io.silverdata.contract.testkit.ContractFixtures.splitter;
import static io.silverdata.contract.testkit.ContractFixtures.splitterId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.AddOnOrder;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.AddOn;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Decibels;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.PlantMoveState;
import io.silverdata.contract.model.PlantMoveState.Stage;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortAssignment;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceState;
import io.silverdata.contract.model.SplicePoint;
import io.silverdata.contract.model.Splitter;
import io.silverdata.contract.model.SplitterId;
import io.silverdata.contract.model.SplitterMove;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Technology;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.move.DeviceChange;
import io.silverdata.contract.move.MoveItem;
import io.silverdata.contract.move.MovePreview;
import io.silverdata.contract.move.MoveProgress;
import io.silverdata.contract.move.MoveProgress.State;
import io.silverdata.contract.move.MoveRun;
import io.silverdata.contract.move.MovedContract;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.Extra;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.MoveNeededException;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What {@code Contracts.moves()} and {@code Contracts.writeOff} promise, whatever the storage: a splitter moves with its contracts, nobody
 * is without a registration before it is spliced, nobody is registered twice at the end, and the way back restores. Extend it, and give an
 * empty storage to each test.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class MovesTck {
    private static final CommandContext STAFF = CommandContext.by("operator", Trigger.ADMIN);
    private static final PonPortId HERE = ponPortId(1);
    private static final PonPortId NEXT_DOOR = ponPortId(2);
    private static final PonPortId ELSEWHERE = new PonPortId(oltId(2), 0, 0, 1);
    private static final PonPortId SMALL = new PonPortId(oltId(2), 0, 0, 2);
    private static final PonPortId EPON = new PonPortId(oltId(2), 0, 0, 3);
    private static final SplitterId MOVING = splitterId(1);
    private static final Instant NOW = START;
    private static final int MANY = 1_000;

    private final Race race = new Race();
    private final InMemoryLine olts = new InMemoryLine();
    private final SettableClock clock = new SettableClock(START);
    private final List<MoveItem> items = new ArrayList<>();
    private Storage storage;
    private Contracts contracts;
    private Contracts anotherHost;

    /** For the test of an adapter. */
    protected MovesTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    /** Splitter 1 feeds splitter 3 by its output 4; splitter 2 is beside them, and splitter 4 on the other OLT. */
    @BeforeEach
    void begin() {
        storage = storage();
        storage.plant()
                .install(new PlantLayout(
                        List.of(olt(1), olt(2)),
                        List.of(
                                ponPort(1, 16),
                                ponPort(2, 16),
                                port(ELSEWHERE, 16, Technology.GPON),
                                port(SMALL, 2, Technology.GPON),
                                port(EPON, 16, Technology.EPON)),
                        List.of(
                                splitter(1, 1, 4),
                                splitter(2, 1, 4),
                                splitter(3, 1, output(1, 4), 4),
                                new Splitter(
                                        splitterId(4),
                                        ELSEWHERE,
                                        Optional.empty(),
                                        4,
                                        position(4),
                                        Optional.of(Decibels.of(7)),
                                        Distance.ofMetres(900)))));
        contracts = host("one");
        anotherHost = host("two");
    }

    @AfterEach
    void end() {
        race.close();
    }

    private static PonPort port(PonPortId id, int limit, Technology technology) {
        return new PonPort(id, Set.of(technology), limit, ponPort(1, 1).transmitPower(), ServiceState.UP);
    }

    private Contracts host(String name) {
        return Contracts.builder()
                .storage(storage)
                .customers(asked -> true)
                .plans(asked -> asked.equals(plan().id()) ? Optional.of(plan()) : Optional.of(fasterPlan()))
                .radius(new InMemoryAccess())
                .olts(olts)
                .clock(clock)
                .zone(ZONE)
                .workerName(name)
                .build();
    }

    // Moving

    @Test
    void tells_another_OLT_beforehand_and_removes_from_the_old_one_once_the_splitter_is_spliced() {
        ContractId near = inService(1, output(1, 1));
        ContractId far = inService(2, output(3, 2));
        ContractId neighbour = inService(3, output(2, 1));
        MoveRun run = begin(toElsewhere());

        State prepared = advance(run).state();
        MoveProgress undelivered = advance(run);
        deliver();
        MoveProgress ready = advance(run);

        assertThat(prepared).isEqualTo(State.AWAITING_SPLICE);
        assertThat(undelivered.undelivered()).isEqualTo(2);
        assertThat(ready.undelivered()).isZero();
        assertThat(ready.count(MoveItem.Outcome.PREPARED)).isEqualTo(2);
        assertThat(registrations()).contains(at(HERE, 1), at(HERE, 2), at(ELSEWHERE, 1), at(ELSEWHERE, 2));
        assertThat(now(near).line()).contains(new Line(new PortAssignment(output(1, 1), HERE), onu(1)));
        assertThat(now(near).provisioning().summary()).isEqualTo(Summary.IN_SYNC);

        accepted(contracts.moves().spliced("m", MOVING));
        assertThat(differences())
                .extracting(
                        AuditItem::finding,
                        item -> item.contract().map(Contract::id).orElseThrow())
                .containsExactlyInAnyOrder(
                        tuple(AuditItem.Finding.PLANT_DIFFERS, near), tuple(AuditItem.Finding.PLANT_DIFFERS, far));
        State followed = advance(run).state();
        deliver();

        assertThat(followed).isEqualTo(State.FINISHED);
        assertThat(registrations()).containsExactlyInAnyOrder(at(ELSEWHERE, 1), at(ELSEWHERE, 2), at(HERE, 3));
        assertThat(now(near).line()).contains(new Line(new PortAssignment(output(1, 1), ELSEWHERE), onu(1)));
        assertThat(now(far).line()).contains(new Line(new PortAssignment(output(3, 2), ELSEWHERE), onu(2)));
        assertThat(now(neighbour).line()).contains(new Line(new PortAssignment(output(2, 1), HERE), onu(3)));
        assertThat(now(far).retiredLines()).isEmpty();
        assertThat(now(far).provisioning().summary()).isEqualTo(Summary.IN_SYNC);
        assertThat(splitterAt(splitterId(3))).isEqualTo(SplicePoint.of(ELSEWHERE, output(1, 4)));
        assertThat(state().stage()).isEqualTo(Stage.DONE);
        assertThat(differences()).isEmpty();
    }

    @Test
    void takes_along_what_add_ons_bind_to_the_line() {
        ContractId subscriber = inService(1, output(1, 1));
        AddOn telephone = ContractFixtures.addOns().get(0);
        accepted(contracts.addAddOn(subscriber, AddOnOrder.of(telephone), STAFF));
        deliver();
        MoveRun run = begin(toElsewhere());
        advance(run);
        deliver();

        assertThat(olts.find(ELSEWHERE, onu(1)).orElseThrow().bindings())
                .isEqualTo(olts.find(HERE, onu(1)).orElseThrow().bindings())
                .containsExactly(telephone.binding().orElseThrow());
        advance(run);
        accepted(contracts.moves().spliced("m", MOVING));
        advance(run);
        deliver();

        assertThat(olts.find(ELSEWHERE, onu(1)).orElseThrow().bindings())
                .containsExactly(telephone.binding().orElseThrow());
        assertThat(registrations()).containsExactly(at(ELSEWHERE, 1));
    }

    @Test
    void within_an_OLT_nothing_is_told_before_the_splice_and_no_contract_churns() {
        ContractId subscriber = inService(1, output(1, 1));
        MoveRun run = begin(moveTo("m", NEXT_DOOR));

        MoveProgress before = advance(run);
        deliver();

        assertThat(before.state()).isEqualTo(State.AWAITING_SPLICE);
        assertThat(items).isEmpty();
        assertThat(registrations()).containsExactly(at(HERE, 1));

        accepted(contracts.moves().spliced("m", MOVING));
        assertThat(advance(run).state()).isEqualTo(State.FINISHED);
        deliver();

        assertThat(registrations()).containsExactly(at(NEXT_DOOR, 1));
        assertThat(events(subscriber))
                .filteredOn(event -> event instanceof ContractEvent.PortsMoved)
                .containsExactly(new ContractEvent.PortsMoved(
                        new PortAssignment(output(1, 1), HERE), new PortAssignment(output(1, 1), NEXT_DOOR)));
        assertThat(events(subscriber)).noneMatch(event -> event instanceof ContractEvent.Relocated);
        assertThat(storage.plant().port(output(1, 1)).orElseThrow().state(NOW)).isEqualTo(PortState.IN_USE);
        assertThat(differences()).isEmpty();
    }

    @Test
    void takes_reservations_along_and_sells_at_the_new_place_from_the_splice_on() {
        ContractId draft = reserved(1, output(1, 1));
        MoveRun run = begin(toElsewhere());
        advance(run);
        accepted(contracts.moves().spliced("m", MOVING));

        ContractId late = active(2, output(1, 2));
        State end = advance(run).state();
        accepted(contracts.activate(draft, onu(1), radiusUser(1), STAFF));
        deliver();

        assertThat(end).isEqualTo(State.FINISHED);
        assertThat(now(late).line().orElseThrow().ports().ponPort()).isEqualTo(ELSEWHERE);
        assertThat(now(draft).line()).contains(new Line(new PortAssignment(output(1, 1), ELSEWHERE), onu(1)));
        assertThat(registrations()).containsExactlyInAnyOrder(at(ELSEWHERE, 1), at(ELSEWHERE, 2));
    }

    @Test
    void takes_along_what_was_sold_while_the_move_was_prepared() {
        MoveRun run = begin(toElsewhere());
        assertThat(advance(run).state()).isEqualTo(State.AWAITING_SPLICE);
        ContractId late = active(1, output(1, 1));

        assertThat(advance(run).count(MoveItem.Outcome.PREPARED)).isEqualTo(1);
        accepted(contracts.moves().spliced("m", MOVING));
        assertThat(advance(run).state()).isEqualTo(State.FINISHED);

        assertThat(now(late).line().orElseThrow().ports().ponPort()).isEqualTo(ELSEWHERE);
    }

    @Test
    void contracts_that_change_while_a_move_is_prepared_leave_nothing_behind() {
        ContractId cancelled = inService(1, output(1, 1));
        ContractId swapped = inService(2, output(1, 2));
        MoveRun run = begin(toElsewhere());
        advance(run);
        deliver();

        accepted(contracts.cancel(cancelled, CancellationReason.CUSTOMER_REQUEST, STAFF));
        accepted(contracts.swapOnu(swapped, onu(9), STAFF));
        deliver();

        assertThat(registrations()).containsExactlyInAnyOrder(at(HERE, 9), at(ELSEWHERE, 9));
        assertThat(contracts.correctOutput(swapped, output(1, 3), STAFF).getLeft())
                .isEqualTo(new Rejection.MovePending(new PortAssignment(output(1, 2), ELSEWHERE)));

        accepted(contracts.moves().spliced("m", MOVING));
        advance(run);
        deliver();

        assertThat(registrations()).containsExactly(at(ELSEWHERE, 9));
        assertThat(differences()).isEmpty();
    }

    // The way back

    @Test
    void turned_back_before_the_splice_it_takes_back_what_was_prepared() {
        ContractId subscriber = inService(1, output(1, 1));
        MoveRun run = begin(toElsewhere());
        advance(run);
        deliver();

        accepted(anotherHost.moves().turnBack("m"));
        MoveProgress back = advance(run);
        deliver();

        assertThat(back.state()).isEqualTo(State.FINISHED);
        assertThat(back.count(MoveItem.Outcome.WITHDRAWN)).isEqualTo(1);
        assertThat(state().stage()).isEqualTo(Stage.RETURNED);
        assertThat(registrations()).containsExactly(at(HERE, 1));
        assertThat(now(subscriber).line()).contains(new Line(new PortAssignment(output(1, 1), HERE), onu(1)));
        assertThat(now(subscriber).movingTo()).isEmpty();
        assertThat(splitterAt(MOVING)).isEqualTo(SplicePoint.of(HERE));
        assertThat(differences()).isEmpty();
    }

    @Test
    void turned_back_after_the_splice_it_prepares_the_old_place_and_returns_there() {
        ContractId followed = inService(1, output(1, 1));
        inService(2, output(3, 2));
        MoveRun run = begin(toElsewhere());
        advance(run);
        deliver();
        accepted(contracts.moves().spliced("m", MOVING));
        run.advance(1, items::add);

        accepted(contracts.moves().turnBack("m"));
        MoveProgress prepared = advance(run);
        deliver();

        assertThat(prepared.state()).isEqualTo(State.AWAITING_SPLICE);
        assertThat(registrations()).contains(at(HERE, 1), at(HERE, 2), at(ELSEWHERE, 1), at(ELSEWHERE, 2));

        accepted(contracts.moves().spliced("m", MOVING));
        assertThat(advance(run).state()).isEqualTo(State.FINISHED);
        deliver();

        assertThat(registrations()).containsExactlyInAnyOrder(at(HERE, 1), at(HERE, 2));
        assertThat(now(followed).line()).contains(new Line(new PortAssignment(output(1, 1), HERE), onu(1)));
        assertThat(splitterAt(MOVING)).isEqualTo(SplicePoint.of(HERE));
        assertThat(splitterAt(splitterId(3))).isEqualTo(SplicePoint.of(HERE, output(1, 4)));
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_move_that_is_done_can_be_turned_back_and_one_that_returned_cannot() {
        inService(1, output(1, 1));
        MoveRun run = begin(moveTo("m", NEXT_DOOR));
        accepted(contracts.moves().spliced("m", MOVING));
        advance(run);
        deliver();

        accepted(contracts.moves().turnBack("m"));
        accepted(contracts.moves().spliced("m", MOVING));
        assertThat(advance(run).state()).isEqualTo(State.FINISHED);
        deliver();

        assertThat(registrations()).containsExactly(at(HERE, 1));
        assertThat(contracts.moves().turnBack("m").getLeft()).isEqualTo(new Rejection.UnknownMove("m"));
    }

    // Stopping and going on

    @Test
    void waits_for_its_time_and_pauses_on_every_host() {
        inService(1, output(1, 1));
        Instant tonight = NOW.plus(Duration.ofHours(10));
        PlantMove plan = contracts
                .moves()
                .planSplitter("m", MOVING, SplicePoint.of(ELSEWHERE), tonight)
                .get();
        MoveRun run = begin(plan);

        MoveProgress early = advance(run);
        clock.advance(Duration.ofHours(10));
        accepted(anotherHost.moves().pause("m"));
        State paused = advance(run).state();
        accepted(contracts.moves().resume("m"));
        State resumed = advance(anotherHost.moves().run("m", STAFF).get()).state();

        assertThat(early.state()).isEqualTo(State.WAITING);
        assertThat(early.resumeAt()).contains(tonight);
        assertThat(paused).isEqualTo(State.PAUSED);
        assertThat(resumed).isEqualTo(State.AWAITING_SPLICE);
        assertThat(items).extracting(MoveItem::outcome).containsExactly(MoveItem.Outcome.PREPARED);
    }

    @Test
    void two_hosts_at_once_do_nothing_twice() {
        for (int n = 1; n <= 3; n++) {
            inService(n, output(1, n));
            inService(10 + n, output(3, n));
        }
        begin(toElsewhere());
        List<Contracts> hosts = List.of(contracts, anotherHost);

        race.run(2, n -> advance(hosts.get(n % 2).moves().run("m", STAFF).get(), item -> {}));
        accepted(contracts.moves().spliced("m", MOVING));
        race.run(2, n -> advance(hosts.get(n % 2).moves().run("m", STAFF).get(), item -> {}));
        deliver();

        assertThat(registrations()).hasSize(6).allMatch(one -> one.ponPort().equals(ELSEWHERE));
        assertThat(state().stage()).isEqualTo(Stage.DONE);
        for (RecordedEvent event :
                storage.events().read(EventCursor.START, MANY).events()) {
            assertThat(event.event()).isNotInstanceOf(ContractEvent.MoveWithdrawn.class);
        }
        assertThat(storage.events().read(EventCursor.START, MANY).events())
                .filteredOn(event -> event.event() instanceof ContractEvent.PortsMoved)
                .hasSize(6);
    }

    @Test
    void goes_on_after_a_consumer_that_threw() {
        inService(1, output(1, 1));
        MoveRun run = begin(toElsewhere());

        assertThatIllegalStateException()
                .isThrownBy(() -> run.advance(5, item -> {
                    throw new IllegalStateException("the report is full");
                }));
        State next = advance(run).state();

        assertThat(next).isEqualTo(State.AWAITING_SPLICE);
        assertThat(items).extracting(MoveItem::outcome).containsExactly(MoveItem.Outcome.PREPARED);
    }

    // Planning

    @Test
    void previews_whom_it_takes_along_and_what_is_sent_where() {
        ContractId subscriber = inService(1, output(1, 1));
        ContractId draft = reserved(2, output(3, 1));

        MovePreview other = contracts.moves().preview(toElsewhere());
        MovePreview same = contracts.moves().preview(moveTo("n", NEXT_DOOR));

        assertThat(other.objection()).isEmpty();
        assertThat(other.contracts()).extracting(MovedContract::contract).containsExactly(subscriber, draft);
        assertThat(other.contracts().get(0).changes())
                .containsExactly(
                        new DeviceChange(DeviceChange.Kind.REGISTER, at(ELSEWHERE, 1), true),
                        new DeviceChange(DeviceChange.Kind.REMOVE, at(HERE, 1), false));
        assertThat(other.contracts().get(1).changes()).isEmpty();
        assertThat(same.contracts().get(0).changes())
                .containsExactly(
                        new DeviceChange(DeviceChange.Kind.REMOVE, at(HERE, 1), false),
                        new DeviceChange(DeviceChange.Kind.REGISTER, at(NEXT_DOOR, 1), false));
        assertThat(contracts.moves().open()).isEmpty();
    }

    @Test
    void refuses_a_port_of_another_technology_and_leaves_nothing_half_done() {
        ContractId subscriber = inService(1, output(1, 1));

        Either<Rejection, MoveRun> refused = contracts.moves().begin(moveTo("m", EPON), STAFF);

        assertThat(refused.getLeft())
                .isEqualTo(new Rejection.OtherTechnology(plan().id(), Technology.GPON, Technology.EPON));
        assertThat(contracts.moves().preview(moveTo("m", EPON)).withoutPlace())
                .extracting(MovedContract::contract)
                .containsExactly(subscriber);
        assertThat(contracts.moves().find("m")).isEmpty();
        assertThat(registrations()).containsExactly(at(HERE, 1));
    }

    @Test
    void names_those_for_whom_a_port_has_no_room() {
        inService(1, output(1, 1));
        inService(2, output(1, 2));
        ContractId third = inService(3, output(3, 1));

        MovePreview preview = contracts.moves().preview(moveTo("m", SMALL));

        assertThat(preview.withoutPlace())
                .extracting(MovedContract::contract, MovedContract::objection)
                .containsExactly(tuple(third, Optional.of(new Rejection.PonPortFull(SMALL, 2))));
        assertThat(contracts.moves().begin(moveTo("m", SMALL), STAFF).getLeft())
                .isEqualTo(new Rejection.PonPortFull(SMALL, 2));
    }

    @Test
    void is_not_spliced_to_a_port_that_was_sold_out_meanwhile() {
        inService(1, output(1, 1));
        begin(moveTo("m", SMALL));
        storage.plant()
                .install(new PlantLayout(
                        List.of(),
                        List.of(),
                        List.of(new Splitter(
                                splitterId(5),
                                SMALL,
                                Optional.empty(),
                                4,
                                position(5),
                                Optional.empty(),
                                Distance.ofMetres(10)))));
        active(2, output(5, 1));
        active(3, output(5, 2));

        assertThat(contracts.moves().spliced("m", MOVING).getLeft()).isEqualTo(new Rejection.PonPortFull(SMALL, 2));
        assertThat(splitterAt(MOVING)).isEqualTo(SplicePoint.of(HERE));
    }

    @Test
    void refuses_what_the_plant_does_not_have_and_what_another_move_takes() {
        inService(1, output(4, 1));
        begin(toElsewhere());
        PonPortId nowhere = new PonPortId(oltId(7), 0, 0, 1);
        PlantMove part = contracts
                .moves()
                .planSplitter("n", splitterId(3), SplicePoint.of(NEXT_DOOR), NOW)
                .get();
        PlantMove below = contracts
                .moves()
                .planSplitter("o", splitterId(2), SplicePoint.of(ELSEWHERE, output(4, 1)), NOW)
                .get();

        assertThat(contracts
                        .moves()
                        .planSplitter("n", splitterId(9), SplicePoint.of(HERE), NOW)
                        .getLeft())
                .isEqualTo(new Rejection.UnknownPlantPart("NAP-9"));
        assertThat(contracts
                        .moves()
                        .planSplitter("n", MOVING, SplicePoint.of(HERE), NOW)
                        .getLeft())
                .isEqualTo(new Rejection.NothingToChange("ponPort", HERE.toString()));
        assertThat(contracts
                        .moves()
                        .begin(moveTo("n", splitterId(2), nowhere), STAFF)
                        .getLeft())
                .isEqualTo(new Rejection.UnknownPlantPart(nowhere.toString()));
        assertThat(contracts.moves().begin(part, STAFF).getLeft()).isEqualTo(new Rejection.MoveInProgress("m"));
        assertThat(contracts
                        .moves()
                        .begin(moveTo("m", splitterId(2), NEXT_DOOR), STAFF)
                        .getLeft())
                .isEqualTo(new Rejection.MoveInProgress("m"));
        assertThat(contracts.moves().begin(below, STAFF).getLeft())
                .isEqualTo(new Rejection.PortUnavailable(output(4, 1), PortState.IN_USE));
        assertThat(contracts.moves().spliced("m", splitterId(2)).getLeft())
                .isEqualTo(new Rejection.UnknownMove("m of NAP-2"));
        assertThat(contracts.moves().run("x", STAFF).getLeft()).isEqualTo(new Rejection.UnknownMove("x"));
        assertThat(contracts.moves().begin(toElsewhere(), STAFF).isRight()).isTrue();
        assertThat(contracts.moves().open())
                .extracting(open -> open.plan().name())
                .containsExactly("m");
    }

    @Test
    void is_fed_by_an_output_of_another_splitter() {
        inService(1, output(3, 1));
        MoveRun run = begin(contracts
                .moves()
                .planSplitter("m", splitterId(3), SplicePoint.of(ELSEWHERE, output(4, 2)), NOW)
                .get());
        advance(run);
        accepted(contracts.moves().spliced("m", splitterId(3)));
        State end = advance(run).state();
        deliver();

        assertThat(end).isEqualTo(State.FINISHED);
        assertThat(splitterAt(splitterId(3))).isEqualTo(SplicePoint.of(ELSEWHERE, output(4, 2)));
        assertThat(storage.plant().port(output(4, 2)).orElseThrow().state(NOW)).isEqualTo(PortState.BLOCKED);
        assertThat(registrations()).containsExactly(at(ELSEWHERE, 1));
    }

    @Test
    void replaces_an_OLT_port_by_port() {
        inService(1, output(1, 1));
        inService(2, output(2, 1));
        PlantMove plan = contracts
                .moves()
                .planReplacement("m", Map.of(HERE, ELSEWHERE, NEXT_DOOR, SMALL), NOW)
                .get();
        MoveRun run = begin(plan);
        assertThat(plan.splitters()).extracting(SplitterMove::splitter).containsExactly(MOVING, splitterId(2));

        advance(run);
        deliver();
        accepted(contracts.moves().spliced("m", MOVING));
        State half = advance(run).state();
        deliver();

        assertThat(half).isEqualTo(State.AWAITING_SPLICE);
        assertThat(registrations()).containsExactlyInAnyOrder(at(ELSEWHERE, 1), at(HERE, 2), at(ELSEWHERE, 2));

        accepted(contracts.moves().spliced("m", splitterId(2)));
        assertThat(advance(run).state()).isEqualTo(State.FINISHED);
        deliver();

        assertThat(registrations()).containsExactlyInAnyOrder(at(ELSEWHERE, 1), at(ELSEWHERE, 2));
        assertThat(contracts.plant().remove(HERE)).isEmpty();
        assertThat(differences()).isEmpty();
    }

    @Test
    void evacuates_a_port_to_those_with_most_room() {
        inService(1, output(1, 1));
        inService(2, output(1, 2));
        inService(3, output(2, 1));

        PlantMove plan = contracts
                .moves()
                .planEvacuation("m", HERE, List.of(SMALL, NEXT_DOOR, EPON), NOW)
                .get();
        Rejection full =
                contracts.moves().planEvacuation("m", HERE, List.of(EPON), NOW).getLeft();
        MoveRun run = begin(plan);
        accepted(contracts.moves().spliced("m", MOVING));
        accepted(contracts.moves().spliced("m", splitterId(2)));
        State end = advance(run).state();
        deliver();

        assertThat(plan.splitters()).extracting(part -> part.to().ponPort()).containsExactly(NEXT_DOOR, NEXT_DOOR);
        assertThat(full).isEqualTo(new Rejection.PonPortFull(EPON, 16));
        assertThat(end).isEqualTo(State.FINISHED);
        assertThat(registrations()).hasSize(3).allMatch(one -> one.ponPort().equals(NEXT_DOOR));
        assertThat(contracts.plant().remove(HERE)).isEmpty();
    }

    @Test
    void a_layout_that_would_leave_contracts_behind_is_refused_and_points_to_a_move() {
        ContractId subscriber = active(1, output(1, 1));
        Splitter moved = splitter(1, 2, 4);
        PlantLayout layout = new PlantLayout(List.of(), List.of(), List.of(moved, splitter(3, 2, output(1, 4), 4)));

        assertThatThrownBy(() -> storage.plant().install(layout))
                .isInstanceOfSatisfying(
                        MoveNeededException.class,
                        needed -> assertThat(needed.rejection())
                                .isEqualTo(new Rejection.MoveNeeded(MOVING, HERE, NEXT_DOOR, List.of(subscriber))))
                .hasMessageContaining("plan a move to " + NEXT_DOOR);
        assertThat(splitterAt(MOVING)).isEqualTo(SplicePoint.of(HERE));

        contracts.cancel(subscriber, CancellationReason.CUSTOMER_REQUEST, STAFF);
        storage.plant().install(layout);
        deliver();

        assertThat(splitterAt(MOVING)).isEqualTo(SplicePoint.of(NEXT_DOOR));
        assertThat(registrations()).isEmpty();
    }

    @Test
    void the_state_of_a_move_changes_only_from_the_one_that_was_read() {
        begin(toElsewhere());
        PlantMoveState read = state();
        accepted(contracts.moves().pause("m"));

        assertThatThrownBy(() -> storage.moves().save(read.at(Stage.BACK))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> storage.moves().save(PlantMoveState.begun(read.plan())))
                .isInstanceOf(ConflictException.class);
        assertThat(state()).isEqualTo(read.paused(true));
    }

    // Write-off

    @Test
    void a_write_off_frees_the_ONU_and_the_output_that_a_dead_OLT_holds() {
        ContractId ended = inService(1, output(1, 1));
        storage.plant().setState(oltId(1), ServiceState.DOWN);
        contracts.cancel(ended, CancellationReason.CUSTOMER_REQUEST, STAFF);

        Contract writtenOff = accepted(contracts.writeOff(ended, oltId(1), "flooded, scrapped", STAFF))
                .contract();
        deliver();

        assertThat(writtenOff.retiredLines()).isEmpty();
        assertThat(storage.contracts().holderOf(onu(1))).isEmpty();
        assertThat(storage.plant().port(output(1, 1)).orElseThrow().state(NOW)).isEqualTo(PortState.FREE);
        assertThat(now(ended).provisioning().summary()).isEqualTo(Summary.IN_SYNC);
        assertThat(events(ended))
                .contains(
                        new ContractEvent.LinesWrittenOff(
                                List.of(new Line(new PortAssignment(output(1, 1), HERE), onu(1))), "flooded, scrapped"),
                        new ContractEvent.PortsReleased(List.of(output(1, 1))));
        // the OLT was not told
        assertThat(registrations()).containsExactly(at(HERE, 1));
    }

    @Test
    void what_was_written_off_and_is_alive_is_told_as_extra_and_can_be_removed() {
        ContractId moved = inService(1, output(1, 1));
        MoveRun run = begin(toElsewhere());
        advance(run);
        accepted(contracts.moves().spliced("m", MOVING));
        advance(run);
        storage.plant().setState(oltId(1), ServiceState.DOWN);
        accepted(contracts.writeOff(moved, oltId(1), "flooded, scrapped", STAFF));
        deliver();
        assertThat(registrations()).containsExactlyInAnyOrder(at(HERE, 1), at(ELSEWHERE, 1));

        List<AuditItem> found = differences();

        assertThat(found).singleElement().satisfies(item -> {
            assertThat(item.finding()).isEqualTo(AuditItem.Finding.EXTRA);
            assertThat(item.contract()).map(Contract::id).contains(moved);
            assertThat(item.extra()).contains(new Extra.Onu(at(HERE, 1)));
        });
        assertThat(contracts
                        .runs()
                        .removeExtra(new Extra.Onu(at(HERE, 1)), STAFF)
                        .isRight())
                .isTrue();
        assertThat(registrations()).containsExactly(at(ELSEWHERE, 1));
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_write_off_is_refused_while_the_OLT_is_up_and_where_nothing_is_owed() {
        ContractId ended = inService(1, output(1, 1));
        contracts.cancel(ended, CancellationReason.CUSTOMER_REQUEST, STAFF);

        assertThat(contracts.writeOff(ended, oltId(1), "flooded", STAFF).getLeft())
                .isInstanceOf(Rejection.InvalidValue.class);
        assertThat(contracts.writeOff(ended, oltId(2), "flooded", STAFF).getLeft())
                .isInstanceOf(Rejection.InvalidValue.class);
        assertThat(contracts.writeOff(ended, oltId(9), "flooded", STAFF).getLeft())
                .isEqualTo(new Rejection.NothingToChange("olt", "olt-9"));
        assertThat(storage.contracts().holderOf(onu(1))).contains(ended);
    }

    // Helpers

    private PlantMove toElsewhere() {
        return moveTo("m", ELSEWHERE);
    }

    private static PlantMove moveTo(String name, PonPortId to) {
        return moveTo(name, MOVING, to);
    }

    private static PlantMove moveTo(String name, SplitterId splitter, PonPortId to) {
        return new PlantMove(name, List.of(new SplitterMove(splitter, SplicePoint.of(HERE), SplicePoint.of(to))), NOW);
    }

    private MoveRun begin(PlantMove plan) {
        return accepted(contracts.moves().begin(plan, STAFF));
    }

    private MoveProgress advance(MoveRun run) {
        return advance(run, items::add);
    }

    private static MoveProgress advance(MoveRun run, Consumer<MoveItem> each) {
        MoveProgress progress = run.advance(2, each);
        while (progress.state() == State.MORE) {
            progress = run.advance(2, each);
        }
        return progress;
    }

    private PlantMoveState state() {
        return contracts.moves().find("m").orElseThrow();
    }

    private void deliver() {
        contracts.worker().deliverPending(MANY);
    }

    private ContractId reserved(int n, SplitterOutputId output) {
        ContractId draft = accepted(contracts.draft(NewContract.of(customer(n), plan().id(), address(n)), STAFF))
                .contract()
                .id();
        accepted(contracts.reserveUnqualified(draft, output, "for the test", STAFF));
        return draft;
    }

    private ContractId active(int n, SplitterOutputId output) {
        ContractId draft = reserved(n, output);
        accepted(contracts.activate(draft, onu(n), radiusUser(n), STAFF));
        return draft;
    }

    private ContractId inService(int n, SplitterOutputId output) {
        ContractId contract = active(n, output);
        deliver();
        return contract;
    }

    private Contract now(ContractId contract) {
        return contracts.find(contract).orElseThrow();
    }

    private List<ContractEvent> events(ContractId contract) {
        return contracts.history(contract).stream().map(RecordedEvent::event).toList();
    }

    private SplicePoint splitterAt(SplitterId splitter) {
        return SplicePoint.of(
                storage.plant().survey(splitter, clock.instant()).orElseThrow().splitter());
    }

    private List<OnuRegistration> registrations() {
        return List.copyOf(olts.all().keySet());
    }

    private static OnuRegistration at(PonPortId ponPort, int n) {
        return new OnuRegistration(ponPort, onu(n));
    }

    /** What an audit of everything finds. */
    private List<AuditItem> differences() {
        List<AuditItem> found = new ArrayList<>();
        AuditRun audit =
                contracts.runs().audit(Selection.all(), STAFF).searchingExtras().begin();
        while (audit.advance(MANY, found::add).state() == RunState.MORE) {
            // everything is looked at
        }
        return found.stream().filter(AuditItem::isDifference).toList();
    }

    private static <T> T accepted(Either<Rejection, T> outcome) {
        return outcome.getOrElseThrow(refusal -> new AssertionError("refused: " + refusal.message()));
    }
}
