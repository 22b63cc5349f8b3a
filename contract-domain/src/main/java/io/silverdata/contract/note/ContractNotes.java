package io.silverdata.contract.note;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNote;
import io.silverdata.contract.model.NoteId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import io.vavr.control.Either;
import java.util.Optional;

/**
 * What people write about a contract: calls, visits, agreements by word of mouth. Notes are no events, so that each can be erased; they
 * change nothing of the contract and do not raise its version. A note is not edited: the wrong one is erased, and a right one written.
 *
 * <p>A host gets it from {@code Contracts.notes()}. Commands follow the rules of {@code Contracts}: each is one unit of work, joins the
 * host's transaction, and takes an idempotency key, an expected version and an actor from its context. They fit every status, ended
 * contracts too. Immutable and thread-safe.
 */
public interface ContractNotes {

    /**
     * Adds a note, at the time of the command, by the actor of the context. Costs what a small command costs: the contract is read, one
     * row is written. Under an idempotency key the same note is written once.
     *
     * @param text 1 to 4,000 characters; tabs and line breaks are the only control characters
     * @return the note; or {@link Rejection.InvalidValue} (correct the text), {@link Rejection.ContractNotFound}, {@link
     *     Rejection.UnknownNote} (it was written under the same key before, and erased since)
     */
    Either<Rejection, ContractNote> add(ContractId contract, String text, CommandContext context);

    /**
     * Erases a note for good.
     *
     * @return the note as it was; or {@link Rejection.UnknownNote} (nothing to do), {@link Rejection.ContractNotFound}
     */
    Either<Rejection, ContractNote> erase(ContractId contract, NoteId note, CommandContext context);

    /** A note. Costs one query. */
    Optional<ContractNote> find(ContractId contract, NoteId note);

    /**
     * A page of the notes on a contract, the latest first; empty if there is no such contract. Costs one query, which reads as many notes
     * as the page has.
     *
     * @throws io.silverdata.contract.query.InvalidQueryException if the cursor of the page is not one of this contract's notes
     */
    Listing<ContractNote> page(ContractId contract, Page page);
}
