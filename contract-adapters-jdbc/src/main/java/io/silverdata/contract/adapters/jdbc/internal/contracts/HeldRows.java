package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.DeferredWrite;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.WriteTemplate;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.ConflictException.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A row for each value of one kind that a contract holds: by the primary key, one contract at a time. */
final class HeldRows<T> {
    private final Dialect dialect;
    private final String table;
    private final String column;
    private final Kind kind;
    private final Function<T, String> text;
    private final Function<Contract, Set<T>> held;
    private final WriteTemplate taking;
    private final WriteTemplate givingUp;
    private final WriteTemplate givingUpAll;

    private HeldRows(
            Dialect dialect,
            TableNames names,
            String table,
            String column,
            Kind kind,
            Function<T, String> text,
            Function<Contract, Set<T>> held) {
        this.dialect = dialect;
        this.table = table;
        this.column = column;
        this.kind = kind;
        this.text = text;
        this.held = held;
        taking = WriteTemplate.insert(names, table, column + ", contract_id", "(?, ?)");
        givingUp = WriteTemplate.rows(
                names, table, "DELETE FROM {" + table + "} WHERE (" + column + ", contract_id) IN (", "(?, ?)", ")");
        givingUpAll = WriteTemplate.rows(names, table, "DELETE FROM {" + table + "} WHERE contract_id IN (", "?", ")");
    }

    static HeldRows<OnuSerial> onus(Dialect dialect, TableNames names) {
        return new HeldRows<>(dialect, names, "onu", "serial", Kind.ONU_SERIAL, OnuSerial::value, Contract::heldOnus);
    }

    static HeldRows<RadiusUser> logins(Dialect dialect, TableNames names) {
        return new HeldRows<>(
                dialect, names, "login", "login", Kind.RADIUS_USER, RadiusUser::value, Contract::heldUsers);
    }

    Optional<ContractId> holderOf(Session session, T value) {
        return SeenHolders.of(session)
                .find(table, text.apply(value))
                .orElseGet(() -> session.flushed()
                        .query("SELECT contract_id FROM {" + table + "} WHERE " + column + " = :held")
                        .bind("held", text.apply(value))
                        .mapTo(ContractId.class)
                        .findOne());
    }

    Map<T, ContractId> holdersOf(Session session, Collection<T> values) {
        Map<String, T> byText = values.stream().distinct().collect(Collectors.toMap(text, Function.identity()));
        Map<String, ContractId> found = session.flushed()
                .query("SELECT " + column + ", contract_id FROM {" + table + "} WHERE " + column + " IN (<held>)")
                .bindList("held", byText.keySet())
                .reduceRows(new HashMap<String, ContractId>(), (holders, row) -> {
                    holders.put(row.getColumn(column, String.class), row.getColumn("contract_id", ContractId.class));
                    return holders;
                });
        SeenHolders.of(session).add(table, byText.keySet(), found);
        Map<T, ContractId> holders = new HashMap<>();
        found.forEach((value, holder) -> holders.put(Objects.requireNonNull(byText.get(value)), holder));
        return holders;
    }

    /** Whatever the contract holds, it gives up, where nobody knows what that is. */
    void giveUpAll(Session session, ContractId contract) {
        session.defer(DeferredWrite.of(
                givingUpAll,
                contract,
                Kind.SERIALIZATION,
                "giving up each " + column,
                ContractIds.bound(dialect, contract)));
    }

    /** What a contract gives up goes first, so that it may take it again. */
    void change(Session session, Optional<Contract> before, Contract contract) {
        Set<String> had = before.map(this::textsOf).orElse(Set.of());
        Set<String> has = textsOf(contract);
        Object id = ContractIds.bound(dialect, contract.id());
        SeenHolders seen = SeenHolders.of(session);
        had.stream().filter(value -> !has.contains(value)).forEach(value -> {
            session.defer(DeferredWrite.of(givingUp, value, Kind.SERIALIZATION, "giving up " + value, value, id));
            seen.change(table, value, Optional.empty());
        });
        has.stream().filter(value -> !had.contains(value)).forEach(value -> {
            session.defer(DeferredWrite.of(taking, value, kind, "holding " + value, value, id)
                    .meaning(table + "_pk", kind));
            seen.change(table, value, Optional.of(contract.id()));
        });
    }

    private Set<String> textsOf(Contract contract) {
        return held.apply(contract).stream().map(text).collect(Collectors.toCollection(TreeSet::new));
    }
}
