package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.query.ContractCounts;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.EventQuery;
import io.silverdata.contract.query.InvalidQueryException;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import java.util.List;
import java.util.Optional;

/**
 * Answers queries. Inside a unit of work it sees what that has written so far. A page neither skips nor repeats what fits, and
 * stands at the same place of the order, from before the first page to after the last.
 *
 * <p>Each condition fits exactly where {@link io.silverdata.contract.query.Condition#matches} says so. An adapter that passes
 * text on in a language of its own passes it as a value: no character of it has a meaning there.
 */
public interface ContractSearch {

    /**
     * A page of contracts.
     *
     * @throws InvalidQueryException if the page begins at a place of another order
     */
    Listing<ContractSummary> search(ContractQuery query, Page page);

    /**
     * The identities of those that fit, in the order of identities, whatever the order of the query.
     *
     * @param after the last one of the page before; empty for the first page
     * @param max how many at most, 1 or more
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    List<ContractId> identities(ContractQuery query, Optional<ContractId> after, int max);

    /** How many contracts fit. */
    long count(ContractQuery query);

    /** How many contracts fit, by status, plan and OLT. */
    ContractCounts counts(ContractQuery query);

    /**
     * Several contracts at once.
     *
     * @param ids at most 1000
     * @return those that there are, in the order of {@code ids}
     */
    List<ContractSummary> summaries(List<ContractId> ids);

    /**
     * A page of a contract's events, the latest first.
     *
     * @throws InvalidQueryException if the page begins at a place of another order, or of another contract
     */
    Listing<RecordedEvent> history(ContractId contract, Page page);

    /**
     * A page of the events of all contracts, the latest first.
     *
     * @throws InvalidQueryException if the page begins at a place of another order
     */
    Listing<RecordedEvent> events(EventQuery query, Page page);
}
