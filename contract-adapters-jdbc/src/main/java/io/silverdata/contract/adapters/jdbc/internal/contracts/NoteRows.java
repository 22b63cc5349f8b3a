package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.DeferredWrite;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.WriteTemplate;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNote;
import io.silverdata.contract.model.NoteId;
import io.silverdata.contract.query.Cursor;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.ConflictException.Kind;
import io.silverdata.contract.spi.NoteLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** A row for each note. */
public final class NoteRows implements NoteLog {
    private static final String ROW = "SELECT note_id, contract_id, written_at, actor, content FROM {note}";

    private final Sessions sessions;
    private final Dialect dialect;
    private final WriteTemplate inserting;

    public NoteRows(Sessions sessions, Dialect dialect, TableNames names) {
        this.sessions = sessions;
        this.dialect = dialect;
        inserting = WriteTemplate.insert(
                names, "note", "contract_id, note_id, written_at, actor, content", "(?, ?, ?, ?, ?)");
    }

    @Override
    public void append(ContractNote note) {
        sessions.with(session -> {
            session.defer(DeferredWrite.of(
                            inserting,
                            note.id(),
                            Kind.CONTRACT_VERSION,
                            "adding note " + note.id() + " to contract " + note.contract(),
                            ContractIds.bound(dialect, note.contract()),
                            bound(note.id()),
                            Micros.of(note.writtenAt()),
                            note.actor().value(),
                            note.text())
                    .meaning("note_pk", Kind.CONTRACT_VERSION));
            return Boolean.TRUE;
        });
    }

    @Override
    public Optional<ContractNote> find(ContractId contract, NoteId note) {
        return sessions.with(session -> session.flushed()
                .query(ROW + " WHERE contract_id = :contract AND note_id = :note")
                .bind("contract", contract)
                .bind("note", asContract(note))
                .map((row, context) -> note(row))
                .findOne());
    }

    @Override
    public Listing<ContractNote> page(ContractId contract, Page page) {
        Optional<Cursor> after = Cursor.ofNotes(contract, page);
        return sessions.with(session -> {
            Query query = session.flushed()
                    .query(ROW + " WHERE contract_id = :contract"
                            + (after.isPresent()
                                    ? " AND written_at <= :at AND (written_at < :at OR note_id < :note)"
                                    : "")
                            + " ORDER BY written_at DESC, note_id DESC LIMIT :max")
                    .bind("contract", contract)
                    .bind("max", page.size() + 1);
            after.map(Cursor::asNote)
                    .ifPresent(last -> query.bind("at", last.writtenAt()).bind("note", asContract(last.id())));
            List<ContractNote> found = query.map((row, context) -> note(row)).list();
            return Listing.of(found, page, Cursor::ofNote);
        });
    }

    @Override
    public boolean erase(ContractId contract, NoteId note) {
        return sessions.with(session -> changing(session)
                        .update("DELETE FROM {note} WHERE contract_id = :contract AND note_id = :note")
                        .bind("contract", contract)
                        .bind("note", asContract(note))
                        .execute()
                > 0);
    }

    @Override
    public int eraseAll(ContractId contract) {
        return sessions.with(session -> changing(session)
                .update("DELETE FROM {note} WHERE contract_id = :contract")
                .bind("contract", contract)
                .execute());
    }

    /** What was written of notes in this unit of work comes first. */
    private static Session changing(Session session) {
        return session.flushedFor("note");
    }

    private ContractNote note(ResultSet row) throws SQLException {
        return new ContractNote(
                new NoteId(ContractIds.read(dialect, row, 1).value()),
                ContractIds.read(dialect, row, 2),
                Micros.instant(row.getLong(3)),
                new Actor(row.getString(4)),
                row.getString(5));
    }

    private Object bound(NoteId note) {
        return ContractIds.bound(dialect, asContract(note));
    }

    /** The columns of both kinds of identity are alike. */
    private static ContractId asContract(NoteId note) {
        return new ContractId(note.value());
    }
}
