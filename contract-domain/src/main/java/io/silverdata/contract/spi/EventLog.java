package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import java.util.List;

/** Everything that ever happened to any contract. Grows only. */
public interface EventLog {

    /**
     * Adds events.
     *
     * @param events in order of version within each contract
     * @throws ConflictException with {@code CONTRACT_VERSION} if an event of that contract and version is there already
     */
    void append(List<RecordedEvent> events);

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
