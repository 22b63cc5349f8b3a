package io.silverdata.contract.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that is kept, in one place, under one kind of transaction. Implementations must be safe for use by any number
 * of threads.
 *
 * <p>Called inside {@link UnitOfWork#execute}, each port takes part in that unit of work; called outside, each call is a
 * unit of work of its own. Every port throws {@link StorageException} when the storage cannot be reached or fails, and
 * {@link ConflictException} when another unit of work was faster.
 */
public interface Storage {

    /** The contracts. */
    ContractRepository contracts();

    /** What happened to them. */
    EventLog events();

    /** OLTs, PON ports, splitters, and who has which output. */
    Plant plant();

    /** What the plant looks like to people. */
    PlantSearch plantSearch();

    /** Contracts that the network has to be told about. */
    WorkQueue work();

    /** Commands that were given with an idempotency key. */
    CommandLog commands();

    /** Who may write to which device. */
    DeviceLeases deviceLeases();

    /** Answers to queries about contracts and events. */
    ContractSearch search();

    /** What people wrote about contracts. */
    NoteLog notes();

    /** Who switched what is written to. */
    CoexistenceLog coexistence();
    /** Plant moves. */
    MoveLog moves();

    /** All or nothing. */
    UnitOfWork unitOfWork();

    /**
     * What time it is by the storage's own clock, if it has one other than that of this process. Hosts whose clocks run far ahead
     * of it are kept from recording times that no other host reaches for long. As it is, it has none.
     */
    default Optional<Instant> time() {
        return Optional.empty();
    }

    /**
     * For how long the longest of the other transactions that are open now has been open; empty if none is, or if the storage does
     * not say. A database keeps old versions of rows for such a transaction, and leases become slow: a row of work has many
     * versions. As it is, the storage does not say.
     */
    default Optional<Duration> longestTransaction() {
        return Optional.empty();
    }

    /**
     * Where all that is wired to this storage agrees on the zone of the operator's days. One object for the life of the storage; a
     * storage that stands in front of another passes on that one's.
     */
    default OperatorZone operatorZone() {
        return new OperatorZone();
    }
}
