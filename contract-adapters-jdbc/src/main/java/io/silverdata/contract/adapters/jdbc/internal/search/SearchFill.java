package io.silverdata.contract.adapters.jdbc.internal.search;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.contracts.SearchRows;
import io.silverdata.contract.adapters.jdbc.internal.contracts.StoredJson;
import io.silverdata.contract.adapters.jdbc.internal.contracts.SyncColumn;
import io.silverdata.contract.adapters.jdbc.internal.session.BatchUpdate;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.Values;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what contracts of an earlier release are found by, in the order of their identities, so that it goes on behind the last one
 * that was written. The row "search" of the latches says that there is something to write, and lets one go first.
 */
public final class SearchFill {
    private static final Logger LOG = LoggerFactory.getLogger(SearchFill.class);
    private static final int BATCH = 500;

    private final Dialect dialect;
    private final SearchRows rows;
    private Optional<ContractId> last = Optional.empty();

    public SearchFill(Dialect dialect, TableNames names) {
        this.dialect = dialect;
        rows = new SearchRows(dialect, names);
    }

    private record Stored(ContractId id, String snapshot) {}

    /** Writes the rows of the next contracts; false once there is nothing to do. To be committed each time. */
    public boolean next(Session session) {
        if (session.lockingQuery("SELECT position FROM {latch} WHERE name = 'search' FOR UPDATE")
                .mapTo(Long.class)
                .findOne()
                .isEmpty()) {
            return false;
        }
        last = last.or(() -> session.query("SELECT contract_id FROM {agreement} ORDER BY contract_id DESC LIMIT 1")
                .mapTo(ContractId.class)
                .findOne());
        List<Stored> batch = batch(session);
        if (batch.isEmpty()) {
            session.update("DELETE FROM {latch} WHERE name = 'search'").execute();
            return false;
        }
        write(
                session,
                batch.stream().flatMap(stored -> contract(stored).stream()).toList());
        last = Optional.of(batch.get(batch.size() - 1).id);
        return true;
    }

    private List<Stored> batch(Session session) {
        Values values = new Values();
        return values.ask(
                session,
                "SELECT contract_id, snapshot FROM {contract}"
                        + last.map(id -> " WHERE contract_id > " + values.add(ContractIds.bound(dialect, id)))
                                .orElse("")
                        + " ORDER BY contract_id LIMIT " + BATCH,
                row -> new Stored(ContractIds.read(dialect, row, 1), row.getString(2)));
    }

    private void write(Session session, List<Contract> contracts) {
        contracts.forEach(contract -> rows.insert(session, contract));
        BatchUpdate.run(
                session,
                BATCH,
                contracts,
                "UPDATE {contract} SET sync = :sync WHERE contract_id = :contract",
                (update, contract) ->
                        update.bind("sync", SyncColumn.of(contract)).bind("contract", contract.id()));
        session.flushed();
    }

    /** A contract that cannot be read is not found until it is rebuilt; the others do not wait for it. */
    private static Optional<Contract> contract(Stored stored) {
        try {
            return Optional.of(Contract.restore(StoredJson.contract(stored.snapshot)));
        } catch (RuntimeException unreadable) {
            LOG.warn("contract {} cannot be read and will not be found by queries; rebuild it", stored.id, unreadable);
            return Optional.empty();
        }
    }
}
