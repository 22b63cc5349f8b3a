package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.DeferredWrite;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.WriteTemplate;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.ConflictException.Kind;
import io.silverdata.contract.spi.HeldPrefix;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row for each network that a contract holds, by its first address. No database says by itself that ranges overlap, in a way that others
 * do, too: who takes a network takes the latch "network" first, then looks whether another contract has one that overlaps, and keeps the
 * latch until the unit of work ends. Rows never overlap, so that a look costs two steps in an index.
 */
final class NetworkRows {
    private static final String COLUMNS = "SELECT first_address, last_address, contract_id FROM {network}";

    private final Dialect dialect;
    private final WriteTemplate taking;
    private final WriteTemplate givingUp;
    private final WriteTemplate givingUpAll;

    NetworkRows(Dialect dialect, TableNames names) {
        this.dialect = dialect;
        taking = WriteTemplate.insert(names, "network", "first_address, last_address, contract_id", "(?, ?, ?)");
        givingUp = WriteTemplate.rows(
                names, "network", "DELETE FROM {network} WHERE (first_address, contract_id) IN (", "(?, ?)", ")");
        givingUpAll = WriteTemplate.rows(names, "network", "DELETE FROM {network} WHERE contract_id IN (", "?", ")");
    }

    /** That the unit of work has the latch. */
    private static final class Latch {
        private boolean isHeld;

        void take(Session session) {
            if (!isHeld) {
                session.update("UPDATE {latch} SET position = position + 1 WHERE name = 'network'")
                        .execute();
                isHeld = true;
            }
        }
    }

    List<HeldPrefix> holdersOf(Session session, IpPrefix network, int max) {
        List<HeldPrefix> found = session.flushedFor("network")
                .query("(" + COLUMNS + " WHERE first_address < :first ORDER BY first_address DESC LIMIT 1) UNION ALL ("
                        + COLUMNS + " WHERE first_address >= :first AND first_address <= :last"
                        + " ORDER BY first_address LIMIT :max)")
                .bind("first", network.first())
                .bind("last", network.last())
                .bind("max", max)
                .map((row, context) -> new HeldPrefix(
                        IpPrefix.between(row.getString(1), row.getString(2)), ContractIds.read(dialect, row, 3)))
                .list();
        return found.stream()
                .filter(held -> held.prefix().overlaps(network))
                .sorted((one, other) -> one.prefix().compareTo(other.prefix()))
                .limit(max)
                .toList();
    }

    /** Whatever the contract holds, it gives up, where nobody knows what that is. */
    void giveUpAll(Session session, ContractId contract) {
        session.defer(DeferredWrite.of(
                givingUpAll,
                contract,
                Kind.SERIALIZATION,
                "giving up each network",
                ContractIds.bound(dialect, contract)));
    }

    /** What a contract gives up goes first, so that it may take it again, as part of another network. */
    void change(Session session, Optional<Contract> before, Contract contract) {
        Set<IpPrefix> had = before.map(Contract::heldPrefixes).orElse(Set.of());
        Set<IpPrefix> has = contract.heldPrefixes();
        Object id = ContractIds.bound(dialect, contract.id());
        for (IpPrefix network : has) {
            if (!had.contains(network)) {
                requireFree(session, network, contract.id(), had.size() + 1);
            }
        }
        for (IpPrefix network : had) {
            if (!has.contains(network)) {
                session.defer(DeferredWrite.of(
                        givingUp, network.first(), Kind.SERIALIZATION, "giving up " + network, network.first(), id));
            }
        }
        for (IpPrefix network : has) {
            if (!had.contains(network)) {
                session.defer(DeferredWrite.of(
                                taking,
                                network.first(),
                                Kind.NETWORK,
                                "holding " + network,
                                network.first(),
                                network.last(),
                                id)
                        .meaning("network_pk", Kind.NETWORK));
            }
        }
    }

    private void requireFree(Session session, IpPrefix network, ContractId contract, int max) {
        session.memo(Latch.class, Latch::new).take(session);
        holdersOf(session, network, max).stream()
                .filter(held -> !held.contract().equals(contract))
                .findFirst()
                .ifPresent(held -> {
                    throw new ConflictException(
                            Kind.NETWORK, network + " overlaps " + held.prefix() + " of contract " + held.contract());
                });
    }
}
