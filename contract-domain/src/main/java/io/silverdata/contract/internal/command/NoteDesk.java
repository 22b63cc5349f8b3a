package io.silverdata.contract.internal.command;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNote;
import io.silverdata.contract.model.NoteId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.note.ContractNotes;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.IdGenerator;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Notes by the way of commands, which decide nothing of the contract. Thread-safe. */
public final class NoteDesk implements ContractNotes {
    private final CommandRunner commands;
    private final Storage storage;
    private final IdGenerator ids;

    /** A desk; all parts are shared with the facade. */
    public NoteDesk(CommandRunner commands, Storage storage, IdGenerator ids) {
        this.commands = commands;
        this.storage = storage;
        this.ids = ids;
    }

    @Override
    public Either<Rejection, ContractNote> add(ContractId contract, String text, CommandContext context) {
        return ContractNote.parseText(text)
                .<Rejection>mapLeft(bad -> bad)
                .flatMap(good -> addChecked(contract, good, context));
    }

    private Either<Rejection, ContractNote> addChecked(ContractId contract, String text, CommandContext context) {
        NoteId id = identity(contract, context);
        return commands.run(request(contract, "addNote", context, text), (current, situation) -> {
                    storage.notes()
                            .append(new ContractNote(
                                    id,
                                    contract,
                                    situation.now(),
                                    situation.metadata().actor(),
                                    text));
                    return Either.right(new Decision(current, List.of()));
                })
                .flatMap(done -> required(contract, id));
    }

    @Override
    public Either<Rejection, ContractNote> erase(ContractId contract, NoteId note, CommandContext context) {
        AtomicReference<@Nullable ContractNote> erased = new AtomicReference<>();
        return commands.run(
                        request(contract, "eraseNote", context, note),
                        (current, situation) -> required(contract, note).map(found -> {
                            storage.notes().erase(contract, note);
                            erased.set(found);
                            return new Decision(current, List.of());
                        }))
                .flatMap(done -> Optional.ofNullable(erased.get())
                        .<Either<Rejection, ContractNote>>map(Either::right)
                        .orElseGet(() -> Either.left(new Rejection.UnknownNote(contract, note))));
    }

    @Override
    public Optional<ContractNote> find(ContractId contract, NoteId note) {
        return storage.notes().find(contract, note);
    }

    @Override
    public Listing<ContractNote> page(ContractId contract, Page page) {
        Objects.requireNonNull(contract, "contract");
        return storage.notes().page(contract, page);
    }

    private Either<Rejection, ContractNote> required(ContractId contract, NoteId note) {
        return find(contract, note)
                .<Either<Rejection, ContractNote>>map(Either::right)
                .orElseGet(() -> Either.left(new Rejection.UnknownNote(contract, note)));
    }

    /** Under a key it follows from that, so that a repeated command finds the note of the first. */
    private NoteId identity(ContractId contract, CommandContext context) {
        return context.idempotencyKey()
                .map(key -> new NoteId(
                        UUID.nameUUIDFromBytes((contract + "/" + key.value()).getBytes(StandardCharsets.UTF_8))))
                .orElseGet(() -> new NoteId(ids.contractId().value()));
    }

    private static CommandRequest request(ContractId contract, String name, CommandContext context, Object argument) {
        return new CommandRequest(name, Optional.of(contract), Optional.empty(), List.of(argument), context);
    }
}
