package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNote;
import io.silverdata.contract.model.NoteId;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import java.util.Optional;

/** What people wrote about contracts, each of which can be erased. */
public interface NoteLog {

    /**
     * Adds a note.
     *
     * @throws ConflictException with {@code CONTRACT_VERSION} if the contract has a note of that identity
     */
    void append(ContractNote note);

    /** A note on a contract. */
    Optional<ContractNote> find(ContractId contract, NoteId note);

    /**
     * A page of the notes on a contract, the latest first, and of two of one time the one with the greater identity.
     *
     * @throws io.silverdata.contract.query.InvalidQueryException if the cursor of the page is not one of this contract's notes
     */
    Listing<ContractNote> page(ContractId contract, Page page);

    /** Erases a note; false if there is none. */
    boolean erase(ContractId contract, NoteId note);

    /** Erases all notes on a contract, and returns how many there were. */
    int eraseAll(ContractId contract);
}
