package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.CONTACT;
import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.ZONE;
import static io.silverdata.contract.testkit.ContractFixtures.attribute;
import static io.silverdata.contract.testkit.ContractFixtures.customer;
import static io.silverdata.contract.testkit.ContractFixtures.onu;
import static io.silverdata.contract.testkit.ContractFixtures.plan;
import static io.silverdata.contract.testkit.ContractFixtures.position;
import static io.silverdata.contract.testkit.ContractFixtures.smallPlant;
import static io.silverdata.contract.testkit.ContractFixtures.splitterId;
import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.AttributeChange;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.Transfer;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNote;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.ServiceAddress;
import io.silverdata.contract.model.SplitterOutputId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.TimeRange;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.BulkRun;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What hosts keep of their own on contracts, and how it is erased with all else that is about a person, whatever the storage. Extend it,
 * and give an empty storage to each test.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class ErasureTck {
    /** In each text of these tests that is about a person. */
    protected static final String SECRET = "Secreta";

    private static final ServiceAddress HOME = new ServiceAddress("Calle " + SECRET + " 7", position(1));
    private static final ServiceAddress NEXT_HOME = new ServiceAddress("Plaza " + SECRET + " 9", position(2));
    private static final String PORTAL = "portal:" + SECRET;
    private static final CommandContext STAFF = CommandContext.by("counter", Trigger.ADMIN);
    private static final CommandContext CUSTOMER = CommandContext.by(PORTAL, Trigger.CUSTOMER);
    private static final CommandContext NIGHT = CommandContext.by("night job", Trigger.SYSTEM);

    private final SettableClock clock = new SettableClock(START);
    private Storage storage;
    private Contracts contracts;

    /** For the test of an adapter. */
    protected ErasureTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    /** Looks wherever the storage keeps something, and fails if {@link #SECRET} is there, or if the storage contradicts itself. */
    protected void checkNothingSecretIsLeft() {}

    @BeforeEach
    void wire() {
        storage = storage();
        storage.plant().install(smallPlant());
        contracts = Contracts.builder()
                .storage(storage)
                .customers(known -> true)
                .plans(asked -> Optional.of(plan()))
                .radius(new InMemoryAccess())
                .olts(new InMemoryLine())
                .zone(ZONE)
                .clock(clock)
                .personalAttributes(Set.of(CONTACT.key()))
                .customerActors(actor -> actor.value().startsWith("portal:"))
                .build();
    }

    @Test
    void attributes_are_set_and_removed_together_found_and_replayed() {
        ContractId id = live(1);

        Contract contract = accepted(contracts.changeAttributes(
                        id, AttributeChange.set(attribute(1), CONTACT), CUSTOMER.once("set")))
                .contract();

        assertThat(contract.attributes()).containsExactly(CONTACT, attribute(1));
        assertThat(contracts.find(id)).contains(contract);
        assertThat(found(ContractQuery.builder()
                        .attribute(attribute(1).key(), attribute(1).text(), "x")))
                .containsExactly(id);
        assertThat(found(ContractQuery.builder().hasAttribute(CONTACT.key()))).containsExactly(id);
        assertThat(contracts
                        .changeAttributes(id, AttributeChange.set(CONTACT), CUSTOMER)
                        .getLeft())
                .isInstanceOf(Rejection.NothingToChange.class);
        assertThat(accepted(contracts.changeAttributes(
                                id, AttributeChange.set(attribute(1), CONTACT), CUSTOMER.once("set")))
                        .repeated())
                .isTrue();

        accepted(
                contracts.changeAttributes(id, AttributeChange.set(attribute(2)).andRemove(CONTACT.key()), CUSTOMER));

        assertThat(contracts.find(id).orElseThrow().attributes()).containsExactly(attribute(2));
        assertThat(found(ContractQuery.builder().hasAttribute(CONTACT.key()))).isEmpty();
        assertThat(found(ContractQuery.builder()
                        .attribute(attribute(1).key(), attribute(1).text())))
                .isEmpty();
        assertThat(Contract.replay(contracts.history(id)))
                .isEqualTo(contracts.find(id).orElseThrow());
    }

    @Test
    void notes_are_written_once_under_a_key_listed_and_erased_by_themselves() {
        ContractId id = live(1);
        long version = contracts.find(id).orElseThrow().version();

        ContractNote first = note(id, "called " + SECRET, STAFF.once("note"));
        clock.advance(Duration.ofHours(1));
        ContractNote second = note(id, "called again", STAFF);

        assertThat(note(id, "called " + SECRET, STAFF.once("note"))).isEqualTo(first);
        assertThat(contracts.notes().add(id, "other words", STAFF.once("note")).getLeft())
                .isInstanceOf(Rejection.IdempotencyKeyReused.class);
        assertThat(contracts.notes().page(id, Page.first(10)).items()).containsExactly(second, first);
        assertThat(contracts.notes().erase(id, first.id(), STAFF).get()).isEqualTo(first);
        assertThat(contracts.notes().erase(id, first.id(), STAFF).getLeft()).isInstanceOf(Rejection.UnknownNote.class);
        assertThat(contracts
                        .notes()
                        .add(id, "called " + SECRET, STAFF.once("note"))
                        .getLeft())
                .isInstanceOf(Rejection.UnknownNote.class);
        assertThat(contracts.notes().page(id, Page.first(10)).items()).containsExactly(second);
        assertThat(contracts.notes().add(id, "", STAFF).getLeft()).isInstanceOf(Rejection.InvalidValue.class);
        assertThat(contracts
                        .notes()
                        .add(ContractFixtures.contractId(77), "x", STAFF)
                        .getLeft())
                .isInstanceOf(Rejection.ContractNotFound.class);
        assertThat(contracts.find(id).orElseThrow().version()).isEqualTo(version);
    }

    @Test
    void a_contract_that_has_not_ended_or_is_still_known_to_RADIUS_is_not_erased() {
        ContractId id = live(1);
        List<RecordedEvent> history = contracts.history(id);
        note(id, "kept", STAFF);

        Rejection notEnded = contracts.erasePersonalData(id, NIGHT).getLeft();

        assertThat(notEnded).isEqualTo(new Rejection.NotEnded(id, Status.ACTIVE));
        assertThat(notEnded.message()).contains("status", "ACTIVE", "CANCELLED");
        assertThat(contracts.history(id)).isEqualTo(history);
        accepted(contracts.cancel(id, CancellationReason.CUSTOMER_REQUEST, CUSTOMER));
        assertThat(contracts.erasePersonalData(id, NIGHT).getLeft())
                .isEqualTo(new Rejection.LoginNotRemoved(id, login(1)));
        assertThat(contracts.notes().page(id, Page.first(10)).items()).hasSize(1);
        assertThat(contracts.find(id).orElseThrow().address()).isEqualTo(HOME);
    }

    @Test
    void nothing_about_a_person_is_left_and_the_rest_still_adds_up() {
        ContractId id = eventful(1);
        Contract before = contracts.find(id).orElseThrow();
        List<RecordedEvent> feedBefore =
                storage.events().read(EventCursor.START, 1_000).events();

        CommandResult result = accepted(contracts.erasePersonalData(id, NIGHT.once("erase")));

        Contract erased = contracts.find(id).orElseThrow();
        assertThat(erased).isEqualTo(result.contract());
        assertThat(erased.address()).isEqualTo(ServiceAddress.ERASED);
        assertThat(erased.attributes()).containsExactly(attribute(1));
        assertThat(erased.erasedAt()).contains(clock.instant());
        assertThat(erased.customer()).isEqualTo(before.customer());
        assertThat(erased.plan()).isEqualTo(before.plan());
        assertThat(Contract.replay(contracts.history(id))).isEqualTo(erased);
        assertThat(contracts.history(id).toString()).doesNotContain(SECRET, CONTACT.text());
        assertThat(contracts.history(id).get((int) erased.version() - 1).event())
                .isEqualTo(new ContractEvent.PersonalDataErased(List.of(CONTACT.key())));
        assertThat(contracts.notes().page(id, Page.first(10)).items()).isEmpty();
        assertThat(found(ContractQuery.builder().addressContaining(SECRET))).isEmpty();
        assertThat(found(ContractQuery.builder().near(HOME.position(), Distance.ofMetres(500))))
                .isEmpty();
        assertThat(found(ContractQuery.builder().hasAttribute(CONTACT.key()))).isEmpty();
        assertThat(contracts.summaries(List.of(id)).toString()).doesNotContain(SECRET);
        List<RecordedEvent> feed =
                storage.events().read(EventCursor.START, 1_000).events();
        assertThat(feed).hasSize(feedBefore.size() + 1);
        assertThat(feed.subList(0, feedBefore.size()))
                .extracting(RecordedEvent::version)
                .isEqualTo(feedBefore.stream().map(RecordedEvent::version).toList());
        checkNothingSecretIsLeft();
    }

    @Test
    void what_was_erased_is_not_erased_again_until_there_is_something_new() {
        ContractId id = eventful(1);
        accepted(contracts.erasePersonalData(id, NIGHT.once("erase")));

        assertThat(contracts.erasePersonalData(id, NIGHT).getLeft()).isInstanceOf(Rejection.NothingToChange.class);
        assertThat(accepted(contracts.erasePersonalData(id, NIGHT.once("erase")))
                        .repeated())
                .isTrue();
        note(id, "the heir of " + SECRET + " called", STAFF);
        accepted(contracts.erasePersonalData(id, NIGHT));
        accepted(contracts.changeAttributes(id, AttributeChange.set(CONTACT), CUSTOMER));
        accepted(contracts.erasePersonalData(id, NIGHT));

        assertThat(contracts.history(id).toString()).doesNotContain(SECRET, CONTACT.text());
        assertThat(Contract.replay(contracts.history(id)))
                .isEqualTo(contracts.find(id).orElseThrow());
        checkNothingSecretIsLeft();
    }

    @Test
    void an_erasure_that_is_only_looked_at_or_fails_erases_nothing() {
        ContractId id = eventful(1);
        List<RecordedEvent> history = contracts.history(id);

        assertThat(contracts.preview(c -> c.erasePersonalData(id, NIGHT)).isRight())
                .isTrue();

        assertThat(contracts.history(id)).isEqualTo(history);
        assertThat(contracts.notes().page(id, Page.first(10)).items()).hasSize(1);
    }

    @Test
    void a_key_that_was_used_before_the_erasure_still_answers() {
        ContractId id = eventful(1);
        accepted(contracts.erasePersonalData(id, NIGHT));

        CommandResult repeated = accepted(contracts.changeAttributes(
                id, AttributeChange.set(attribute(1), CONTACT), CUSTOMER.once("attributes-1")));

        assertThat(repeated.repeated()).isTrue();
        assertThat(repeated.toString()).doesNotContain(SECRET);
    }

    @Test
    void a_bulk_command_erases_what_ended_before_a_day_and_passes_over_the_rest() {
        ContractId old = eventful(1);
        ContractId done = eventful(2);
        accepted(contracts.erasePersonalData(done, NIGHT));
        clock.advance(Duration.ofDays(400));
        ContractId young = eventful(3);
        ContractId alive = live(4);
        ContractQuery ended = ContractQuery.builder()
                .cancelled(TimeRange.EARLIEST, clock.instant().minus(Duration.ofDays(365)))
                .notErased()
                .build();
        List<BulkItem> items = new ArrayList<>();
        BulkRun run = contracts
                .runs()
                .bulk("erase-2027-04", Selection.of(ended), contracts::erasePersonalData, NIGHT)
                .begin()
                .get();

        while (run.advance(10, items::add).state() == RunState.MORE) {}

        assertThat(items).extracting(BulkItem::id).containsExactly(old);
        assertThat(contracts.find(old).orElseThrow().erasedAt()).isPresent();
        assertThat(contracts.find(young).orElseThrow().erasedAt()).isEmpty();
        assertThat(contracts.find(alive).orElseThrow().erasedAt()).isEmpty();
        assertThat(found(ContractQuery.builder().notErased())).containsExactlyInAnyOrder(young, alive);
    }

    /** An ended contract in whose life every text about a person was given. */
    private ContractId eventful(int n) {
        ContractId id = accepted(contracts.draft(NewContract.of(customer(n), plan().id(), HOME), CUSTOMER))
                .contract()
                .id();
        accepted(contracts.reserveUnqualified(
                id, new SplitterOutputId(splitterId(1), n), "the wife of " + SECRET, STAFF));
        accepted(contracts.activate(id, onu(n), login(n), STAFF));
        contracts.worker().deliverPending(10);
        accepted(contracts.relocate(id, NEXT_HOME, CUSTOMER));
        contracts.worker().deliverPending(10);
        accepted(contracts.renameLogin(id, new RadiusUser("next-" + SECRET + n), CUSTOMER));
        contracts.worker().deliverPending(10);
        accepted(contracts.reportDrift(
                id, NetworkTarget.ACCESS, new Drift(Drift.Kind.DIFFERENT, "password of " + SECRET), STAFF));
        contracts.worker().deliverPending(10);
        accepted(contracts.transferOwnership(
                id, Transfer.to(customer(n + 5)).inSpiteOfHolds("the will of " + SECRET), STAFF));
        accepted(contracts.changeAttributes(
                id, AttributeChange.set(attribute(1), CONTACT), CUSTOMER.once("attributes-" + n)));
        note(id, SECRET + " pays in cash", STAFF);
        accepted(contracts.cancel(id, CancellationReason.CUSTOMER_REQUEST, CUSTOMER));
        contracts.worker().deliverPending(10);
        return id;
    }

    private ContractId live(int n) {
        ContractId id = accepted(contracts.draft(NewContract.of(customer(n), plan().id(), HOME), CUSTOMER))
                .contract()
                .id();
        accepted(contracts.assess(id, STAFF));
        accepted(contracts.activate(id, onu(n), login(n), STAFF));
        contracts.worker().deliverPending(10);
        return id;
    }

    private static RadiusUser login(int n) {
        return new RadiusUser(SECRET + "-" + n + "@example.net");
    }

    private ContractNote note(ContractId id, String text, CommandContext context) {
        return contracts
                .notes()
                .add(id, text, context)
                .getOrElseThrow(refusal -> new AssertionError(refusal.message()));
    }

    private List<ContractId> found(ContractQuery.Builder query) {
        return contracts.search(query.build(), Page.first(100)).items().stream()
                .map(summary -> summary.id())
                .toList();
    }

    private static CommandResult accepted(Either<Rejection, CommandResult> outcome) {
        return outcome.getOrElseThrow(refusal -> new AssertionError(refusal.message()));
    }
}
