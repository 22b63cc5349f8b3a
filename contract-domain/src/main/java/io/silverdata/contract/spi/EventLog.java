package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import java.util.List;

/**
 * Everything that ever happened to any contract. It only grows; what an event says about a person can be erased, and then the event stands
 * where it stood.
 */
public interface EventLog {

    /**
     * Adds events.
     *
     * @param events in order of version within each contract
     * @throws ConflictException with {@code CONTRACT_VERSION} if an event of that contract and version is there already
     */
    void append(List<RecordedEvent> events);

    /**
     * Writes events in the place of those of the same contract and version, of which they are an erased form. Neither their order nor
     * their place in the feed changes. Nothing of what stood there may be left that can be read by {@link #history}, {@link #read} or a
     * search.
     *
     * @param events each of which was appended, perhaps in this unit of work
     */
    void rewrite(List<RecordedEvent> events);

    /** All events of a contract, in order of version; empty if there is no such contract. */
    List<RecordedEvent> history(ContractId contract);

    /**
     * The events of all contracts, page by page, for feeds. The order must be the same for every reader and never change;
     * within a contract it must be that of the versions. An event that was committed later than others must never be
     * skipped by a reader who has already read those.
     *
     * @param after where the page before ended, or {@link EventCursor#START}
     * @param max how many at most, 1 or more
     * @return the events committed so far, perhaps less than there are; an empty page ends where it began
     * @throws IllegalArgumentException if {@code max} is below 1, or if the cursor is not one of this log
     */
    EventPage read(EventCursor after, int max);
}
