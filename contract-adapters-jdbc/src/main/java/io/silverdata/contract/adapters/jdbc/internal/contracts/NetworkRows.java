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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;

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
        return holdersOf(session, List.of(network), max).stream()
                .sorted((one, other) -> one.prefix().compareTo(other.prefix()))
                .limit(max)
                .toList();
    }

    /** Of several networks in one question, as many of each; in no order. */
    private List<HeldPrefix> holdersOf(Session session, List<IpPrefix> networks, int max) {
        String sql = IntStream.range(0, networks.size())
                .mapToObj(n -> "(" + COLUMNS + " WHERE first_address < :first" + n
                        + " ORDER BY first_address DESC LIMIT 1) UNION ALL (" + COLUMNS
                        + " WHERE first_address >= :first"
                        + n + " AND first_address <= :last" + n + " ORDER BY first_address LIMIT :max)")
                .collect(Collectors.joining(" UNION ALL "));
        Query query = session.flushedFor("network").query(sql).bind("max", max);
        for (int n = 0; n < networks.size(); n++) {
            query.bind("first" + n, networks.get(n).first())
                    .bind("last" + n, networks.get(n).last());
        }
        return query
                .map((row, context) -> new HeldPrefix(
                        IpPrefix.between(row.getString(1), row.getString(2)), ContractIds.read(dialect, row, 3)))
                .list()
                .stream()
                .filter(held -> networks.stream().anyMatch(held.prefix()::overlaps))
                .distinct()
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
        List<IpPrefix> gained =
                has.stream().filter(network -> !had.contains(network)).toList();
        if (!gained.isEmpty()) {
            session.memo(Latch.class, Latch::new).take(session);
            requireFree(session, gained, contract.id(), had.size() + 1);
        }
        for (IpPrefix network : had) {
            if (!has.contains(network)) {
                session.defer(DeferredWrite.of(
                        givingUp, network.first(), Kind.SERIALIZATION, "giving up " + network, network.first(), id));
            }
        }
        for (IpPrefix network : gained) {
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

    private void requireFree(Session session, List<IpPrefix> networks, ContractId contract, int max) {
        holdersOf(session, networks, max).stream()
                .filter(held -> !held.contract().equals(contract))
                .findFirst()
                .ifPresent(held -> {
                    throw new ConflictException(
                            Kind.NETWORK, networks + " overlaps " + held.prefix() + " of contract " + held.contract());
                });
    }
}
