package io.silverdata.contract.memory;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNote;
import io.silverdata.contract.model.NoteId;
import io.silverdata.contract.query.Cursor;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.NoteLog;
import io.silverdata.contract.spi.UnitOfWork;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Notes by contract and identity. */
final class InMemoryNoteLog implements NoteLog {
    private static final Comparator<ContractNote> LATEST_FIRST = Comparator.comparing(ContractNote::writtenAt)
            .thenComparing(ContractNote::id)
            .reversed();

    private final UnitOfWork unitOfWork;
    private final UndoableMap<Key, ContractNote> notes;

    InMemoryNoteLog(UnitOfWork unitOfWork, UndoLog undo) {
        this.unitOfWork = unitOfWork;
        notes = new UndoableMap<>(undo);
    }

    private record Key(ContractId contract, NoteId note) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byContract = contract.compareTo(other.contract);
            return byContract != 0 ? byContract : note.compareTo(other.note);
        }
    }

    @Override
    public void append(ContractNote note) {
        unitOfWork.execute(() -> {
            Key key = new Key(note.contract(), note.id());
            if (notes.contains(key)) {
                throw new ConflictException(
                        ConflictException.Kind.CONTRACT_VERSION,
                        "contract " + note.contract() + " has note " + note.id() + " already");
            }
            notes.put(key, note);
        });
    }

    @Override
    public Optional<ContractNote> find(ContractId contract, NoteId note) {
        return unitOfWork.call(() -> notes.find(new Key(contract, note)));
    }

    @Override
    public Listing<ContractNote> page(ContractId contract, Page page) {
        Optional<Cursor> after = Cursor.ofNotes(contract, page);
        return unitOfWork.call(() -> {
            List<ContractNote> found = of(contract)
                    .filter(note -> after.filter(last -> LATEST_FIRST.compare(note, last.asNote()) <= 0)
                            .isEmpty())
                    .sorted(LATEST_FIRST)
                    .limit(page.size() + 1L)
                    .toList();
            return Listing.of(found, page, Cursor::ofNote);
        });
    }

    @Override
    public boolean erase(ContractId contract, NoteId note) {
        return unitOfWork.call(() -> {
            Key key = new Key(contract, note);
            boolean isThere = notes.contains(key);
            if (isThere) {
                notes.remove(key);
            }
            return isThere;
        });
    }

    @Override
    public int eraseAll(ContractId contract) {
        return unitOfWork.call(() -> {
            List<ContractNote> all = of(contract).toList();
            all.forEach(note -> notes.remove(new Key(contract, note.id())));
            return all.size();
        });
    }

    private Stream<ContractNote> of(ContractId contract) {
        return notes.entries().values().stream().filter(note -> note.contract().equals(contract));
    }
}
