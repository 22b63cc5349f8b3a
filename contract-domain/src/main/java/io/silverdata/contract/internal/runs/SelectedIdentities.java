package io.silverdata.contract.internal.runs;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.TimeRange;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.Storage;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The contracts that a walk has to read, in the order of their identities: those that are named; or those that fit the query of the
 * selection as they are stored, and those for which something is due, which may fit once it is settled.
 */
final class SelectedIdentities {
    private static final long A_MICROSECOND = 1_000;

    private final Storage storage;
    private final Selection selection;
    private final Supplier<Instant> now;

    SelectedIdentities(Storage storage, Selection selection, Supplier<Instant> now) {
        this.storage = storage;
        this.selection = selection;
        this.now = now;
    }

    /**
     * A page.
     *
     * @param ids which have to be read; none only at the end
     * @param isLast whether there are no more
     */
    record Next(List<ContractId> ids, boolean isLast) {
        static Next of(List<ContractId> ids, int size) {
            return new Next(ids, ids.size() < size);
        }
    }

    Next next(Optional<ContractId> after, int size) {
        if (selection.named().isPresent()) {
            return Next.of(named(selection.named().get(), after, size), size);
        }
        return selection.query().conditions().isEmpty()
                ? Next.of(storage.contracts().page(after, size), size)
                : found(after, size);
    }

    private static List<ContractId> named(NavigableSet<ContractId> ids, Optional<ContractId> after, int size) {
        return after.map(last -> ids.tailSet(last, false).stream())
                .orElseGet(ids::stream)
                .limit(size)
                .toList();
    }

    /** The first of both lists: neither list knows of contracts behind its own last one. */
    private Next found(Optional<ContractId> after, int size) {
        ContractQuery due = ContractQuery.builder()
                .due(TimeRange.EARLIEST, now.get().plusNanos(A_MICROSECOND))
                .build();
        List<ContractId> fitting = storage.search().identities(selection.query(), after, size);
        List<ContractId> settling = storage.search().identities(due, after, size);
        NavigableSet<ContractId> both = new TreeSet<>(fitting);
        both.addAll(settling);
        return Next.of(both.stream().limit(size).toList(), size);
    }
}
