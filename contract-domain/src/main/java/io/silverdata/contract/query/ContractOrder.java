package io.silverdata.contract.query;

import io.silverdata.contract.model.ContractNumber;
import java.time.Instant;
import java.util.Comparator;

/**
 * In which order contracts are listed. What {@link #IDENTITY}, {@link #NUMBER} and {@link #LATEST_DRAFTED} go by never changes, so
 * that pages neither skip nor repeat a contract that fits throughout. By {@link #EARLIEST_DUE} a contract whose next due time
 * changes between two pages may be met twice or not at all.
 */
public enum ContractOrder {
    /** By identity: with UUIDs of version 7, the order of the drafts. */
    IDENTITY,
    /** By number, as text. */
    NUMBER,
    /** The latest drafted first. */
    LATEST_DRAFTED,
    /** By the time of what is due next, the earliest first. Contracts for which nothing will be due are left out. */
    EARLIEST_DUE;

    /** What a contract stands at in this order. */
    String key(ContractSummary contract) {
        return switch (this) {
            case IDENTITY -> "";
            case NUMBER -> contract.number().value();
            case LATEST_DRAFTED -> Cursor.micros(contract.draftedAt());
            case EARLIEST_DUE -> Cursor.micros(contract.nextDueAt().orElse(Instant.EPOCH));
        };
    }

    boolean isKey(String key) {
        return switch (this) {
            case IDENTITY -> key.isEmpty();
            case NUMBER -> ContractNumber.parse(key).isRight();
            case LATEST_DRAFTED, EARLIEST_DUE -> Cursor.isMicros(key);
        };
    }

    /** Compares the places of two contracts in this order, for storages that sort by themselves. */
    public Comparator<Cursor> comparator() {
        Comparator<Cursor> byContract = Comparator.comparing(Cursor::contract);
        return switch (this) {
            case IDENTITY -> byContract;
            case NUMBER -> Comparator.comparing(Cursor::key);
            case LATEST_DRAFTED ->
                Comparator.comparing(Cursor::at).thenComparing(byContract).reversed();
            case EARLIEST_DUE -> Comparator.comparing(Cursor::at).thenComparing(byContract);
        };
    }
}
