package io.silverdata.contract.testkit;

import static io.silverdata.contract.testkit.ContractFixtures.START;
import static io.silverdata.contract.testkit.ContractFixtures.aDraft;
import static io.silverdata.contract.testkit.ContractFixtures.contractId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.ContractNote;
import io.silverdata.contract.model.NoteId;
import io.silverdata.contract.query.InvalidQueryException;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.NoteLog;
import io.silverdata.contract.spi.Storage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link NoteLog} asks of an adapter. Extend it, and give an empty storage to each test. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class NoteLogTck {
    private Storage storage;
    private NoteLog notes;

    /** For the test of an adapter. */
    protected NoteLogTck() {}

    /** A storage with nothing in it, for one test alone. The kit does not close it. */
    protected abstract Storage storage();

    @BeforeEach
    void begin() {
        storage = storage();
        notes = storage.notes();
        storage.contracts().save(aDraft(1), 0);
        storage.contracts().save(aDraft(2), 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Called.",
                "Señora Ñandú 用户 \uD83D\uDE00",
                "two\nlines\r\n\tand a tab",
                " '; DROP TABLE note; -- "
            })
    void gives_back_a_note_as_it_was(String text) {
        ContractNote note = note(1, 1, START, text);

        notes.append(note);

        assertThat(notes.find(contractId(1), note.id())).contains(note);
        assertThat(notes.find(contractId(2), note.id())).isEmpty();
        assertThat(notes.find(contractId(1), id(2))).isEmpty();
        assertThat(all(1, 10)).containsExactly(note);
    }

    @Test
    void keeps_the_longest_note() {
        ContractNote note = note(1, 1, START, "\uD83D\uDE00".repeat(4_000));

        notes.append(note);

        assertThat(notes.find(contractId(1), id(1))).contains(note);
    }

    @Test
    void takes_an_identity_once_for_a_contract() {
        notes.append(note(1, 1, START, "first"));

        assertThatThrownBy(() -> notes.append(note(1, 1, START.plusSeconds(1), "second")))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.kind()).isEqualTo(ConflictException.Kind.CONTRACT_VERSION));
        assertThat(all(1, 10)).containsExactly(note(1, 1, START, "first"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void pages_have_each_note_once_the_latest_first(int size) {
        List<ContractNote> written = IntStream.rangeClosed(1, 12)
                .mapToObj(n -> note(1, n, START.plusSeconds(n / 3), "note " + n))
                .toList();
        written.forEach(notes::append);
        notes.append(note(2, 99, START, "of another"));

        List<ContractNote> latestFirst = new ArrayList<>(written);
        Collections.reverse(latestFirst);
        assertThat(all(1, size)).containsExactlyElementsOf(latestFirst);
    }

    @Test
    void a_page_begins_at_a_cursor_of_the_same_contract_only() {
        notes.append(note(1, 1, START, "one"));
        notes.append(note(1, 2, START, "two"));
        String next = notes.page(contractId(1), Page.first(1)).next().orElseThrow();

        assertThatThrownBy(() -> notes.page(contractId(2), Page.after(next, 1)))
                .isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> notes.page(contractId(1), Page.after("nonsense", 1)))
                .isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void erases_one_or_all_of_a_contract() {
        IntStream.rangeClosed(1, 3).forEach(n -> notes.append(note(1, n, START, "note " + n)));
        notes.append(note(2, 1, START, "of another"));

        assertThat(notes.erase(contractId(1), id(2))).isTrue();
        assertThat(notes.erase(contractId(1), id(2))).isFalse();
        assertThat(all(1, 10)).extracting(ContractNote::id).containsExactly(id(3), id(1));
        assertThat(notes.eraseAll(contractId(1))).isEqualTo(2);
        assertThat(notes.eraseAll(contractId(1))).isZero();
        assertThat(all(1, 10)).isEmpty();
        assertThat(all(2, 10)).hasSize(1);
    }

    @Test
    void what_a_unit_of_work_did_goes_when_it_fails_and_is_seen_before() {
        notes.append(note(1, 1, START, "kept"));

        assertThatThrownBy(() -> storage.unitOfWork().execute(() -> {
                    notes.append(note(1, 2, START, "new"));
                    assertThat(notes.erase(contractId(1), id(1))).isTrue();
                    assertThat(all(1, 10)).extracting(ContractNote::id).containsExactly(id(2));
                    assertThat(notes.eraseAll(contractId(1))).isEqualTo(1);
                    throw new IllegalStateException("given up");
                }))
                .hasMessage("given up");

        assertThat(all(1, 10)).containsExactly(note(1, 1, START, "kept"));
    }

    private List<ContractNote> all(int contract, int size) {
        List<ContractNote> all = new ArrayList<>();
        Listing<ContractNote> page = notes.page(contractId(contract), Page.first(size));
        all.addAll(page.items());
        while (page.next().isPresent()) {
            page = notes.page(contractId(contract), Page.after(page.next().get(), size));
            all.addAll(page.items());
        }
        return all;
    }

    private static ContractNote note(int contract, int n, Instant at, String text) {
        return new ContractNote(id(n), contractId(contract), at, new Actor("María"), text);
    }

    private static NoteId id(int n) {
        return new NoteId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + n));
    }
}
