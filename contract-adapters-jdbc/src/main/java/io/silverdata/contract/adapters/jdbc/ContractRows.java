package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.spi.ConflictException.Kind;
import io.silverdata.contract.spi.ContractRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** A row for each contract, and a row for each ONU and login that it holds. */
final class ContractRows implements ContractRepository {
    private final JdbcUnitOfWork unitOfWork;
    private final Dialect dialect;
    private final Names names;
    private final Write.Form inserting;
    private final Write.Form updating;

    ContractRows(JdbcUnitOfWork unitOfWork, Dialect dialect, Names names) {
        this.unitOfWork = unitOfWork;
        this.dialect = dialect;
        this.names = names;
        inserting = Write.Form.insert(
                names, "contract", "version, number, status, due_at, snapshot, contract_id", "(?, ?, ?, ?, ?, ?)");
        updating = updating(dialect, names);
    }

    @Override
    public Optional<Contract> find(ContractId id) {
        return unitOfWork.in(session -> session.seen(id)
                .or(() -> one(
                        session,
                        session.settled()
                                .query("SELECT snapshot FROM {contract} WHERE contract_id = :contract")
                                .bind("contract", id))));
    }

    @Override
    public List<Contract> findAll(List<ContractId> ids) {
        return unitOfWork.in(session -> {
            Set<ContractId> unseen =
                    ids.stream().filter(id -> session.seen(id).isEmpty()).collect(Collectors.toSet());
            if (!unseen.isEmpty()) {
                session.settled()
                        .query("SELECT snapshot FROM {contract} WHERE contract_id IN (<contracts>)")
                        .bindList("contracts", unseen)
                        .mapTo(String.class)
                        .forEach(json -> session.saw(Contract.restore(SnapshotJson.read(json))));
            }
            return ids.stream().flatMap(id -> session.seen(id).stream()).toList();
        });
    }

    @Override
    public Optional<Contract> find(ContractNumber number) {
        return unitOfWork.in(session -> one(
                session,
                session.settled()
                        .query("SELECT snapshot FROM {contract} WHERE number = :number")
                        .bind("number", number.value())));
    }

    @Override
    public Optional<ContractId> holderOf(OnuSerial onu) {
        return unitOfWork.in(session -> session.settled()
                .query("SELECT contract_id FROM {onu} WHERE serial = :serial")
                .bind("serial", onu.value())
                .mapTo(ContractId.class)
                .findOne());
    }

    @Override
    public Optional<ContractId> holderOf(RadiusUser radiusUser) {
        return unitOfWork.in(session -> session.settled()
                .query("SELECT contract_id FROM {login} WHERE login = :login")
                .bind("login", radiusUser.value())
                .mapTo(ContractId.class)
                .findOne());
    }

    @Override
    public Map<OnuSerial, ContractId> holdersOfOnus(Collection<OnuSerial> onus) {
        return holders("onu", "serial", onus, OnuSerial::value);
    }

    @Override
    public Map<RadiusUser, ContractId> holdersOfUsers(Collection<RadiusUser> radiusUsers) {
        return holders("login", "login", radiusUsers, RadiusUser::value);
    }

    private <T> Map<T, ContractId> holders(String table, String column, Collection<T> held, Function<T, String> text) {
        if (held.isEmpty()) {
            return Map.of();
        }
        Map<String, T> byText = held.stream().distinct().collect(Collectors.toMap(text, Function.identity()));
        return unitOfWork.in(session -> session.settled()
                .query("SELECT " + column + ", contract_id FROM {" + table + "} WHERE " + column + " IN (<held>)")
                .bindList("held", byText.keySet())
                .reduceRows(new HashMap<T, ContractId>(), (holders, row) -> {
                    holders.put(
                            Objects.requireNonNull(byText.get(row.getColumn(column, String.class))),
                            row.getColumn("contract_id", ContractId.class));
                    return holders;
                }));
    }

    @Override
    public void save(Contract contract, long expectedVersion) {
        unitOfWork.in(session -> {
            Optional<Contract> before = session.seen(contract.id()).filter(known -> known.version() == expectedVersion);
            session.later(expectedVersion == 0 ? insert(contract) : update(contract, expectedVersion));
            if (before.isEmpty() && expectedVersion != 0) {
                session.later(forgetAll(contract, "onu", "serial"));
                session.later(forgetAll(contract, "login", "login"));
            }
            hold(session, contract, Kind.ONU_SERIAL, "onu", "serial", onus(before), onus(Optional.of(contract)));
            hold(session, contract, Kind.RADIUS_USER, "login", "login", users(before), users(Optional.of(contract)));
            session.saw(contract);
            return Boolean.TRUE;
        });
    }

    @Override
    public List<ContractId> due(Instant now, int max) {
        Bounds.max(max);
        return unitOfWork.in(session -> session.settled()
                .query(
                        "SELECT contract_id FROM {contract} WHERE due_at <= :now ORDER BY due_at, contract_id LIMIT :max")
                .bind("now", now)
                .bind("max", max)
                .mapTo(ContractId.class)
                .list());
    }

    @Override
    public List<ContractId> page(Optional<ContractId> after, int max) {
        Bounds.max(max);
        return unitOfWork.in(session -> {
            Query query = session.settled()
                    .query("SELECT contract_id FROM {contract}"
                            + (after.isPresent() ? " WHERE contract_id > :after" : "")
                            + " ORDER BY contract_id LIMIT :max")
                    .bind("max", max);
            after.ifPresent(last -> query.bind("after", last));
            return query.mapTo(ContractId.class).list();
        });
    }

    @Override
    public Map<Status, Long> countByStatus() {
        return unitOfWork.in(session -> {
            Map<Status, Long> counts = new EnumMap<>(Status.class);
            for (Status status : Status.values()) {
                counts.put(status, 0L);
            }
            session.settled()
                    .query("SELECT status, COUNT(*) FROM {contract} GROUP BY status")
                    .map((row, context) -> Map.entry(Status.valueOf(row.getString(1)), row.getLong(2)))
                    .forEach(count -> counts.put(count.getKey(), count.getValue()));
            return counts;
        });
    }

    private static Optional<Contract> one(Session session, Query query) {
        return query.mapTo(String.class).findOne().map(json -> session.saw(Contract.restore(SnapshotJson.read(json))));
    }

    private Write insert(Contract contract) {
        return Write.of(
                        inserting,
                        contract.id(),
                        Kind.CONTRACT_VERSION,
                        "saving contract " + contract.id(),
                        contract.version(),
                        contract.number().value(),
                        contract.status().name(),
                        dueAt(contract),
                        SnapshotJson.write(contract.snapshot()),
                        dialect.key(contract.id().value()))
                .meaning("contract_pk", Kind.CONTRACT_VERSION)
                .meaning("contract_number", Kind.CONTRACT_NUMBER);
    }

    private Write update(Contract contract, long expectedVersion) {
        return Write.of(
                        updating,
                        contract.id(),
                        Kind.CONTRACT_VERSION,
                        "saving contract " + contract.id() + " at version " + expectedVersion,
                        contract.version(),
                        contract.status().name(),
                        dueAt(contract),
                        SnapshotJson.write(contract.snapshot()),
                        dialect.key(contract.id().value()),
                        expectedVersion)
                .thatMustFind();
    }

    private static Write.Form updating(Dialect dialect, Names names) {
        return switch (dialect) {
            case POSTGRESQL ->
                Write.Form.rows(
                        names,
                        "contract",
                        "UPDATE {contract} c SET version = n.version, status = n.status, due_at = n.due_at,"
                                + " snapshot = n.snapshot FROM (VALUES ",
                        "(CAST(? AS BIGINT), ?, CAST(? AS BIGINT), ?, CAST(? AS UUID), CAST(? AS BIGINT))",
                        ") n (version, status, due_at, snapshot, contract_id, expected)"
                                + " WHERE c.contract_id = n.contract_id AND c.version = n.expected");
            case H2, MARIADB ->
                Write.Form.one(
                        names,
                        "contract",
                        "UPDATE {contract} SET version = ?, status = ?, due_at = ?, snapshot = ?"
                                + " WHERE contract_id = ? AND version = ?");
        };
    }

    private static @Nullable Long dueAt(Contract contract) {
        return contract.nextDueAt().map(Micros::of).orElse(null);
    }

    /** What a contract gives up goes first, so that it may take it again. */
    private void hold(
            Session session,
            Contract contract,
            Kind kind,
            String table,
            String column,
            Set<String> before,
            Set<String> after) {
        Object id = dialect.key(contract.id().value());
        for (String value : before) {
            if (!after.contains(value)) {
                session.later(Write.of(
                        Write.Form.rows(
                                names,
                                table,
                                "DELETE FROM {" + table + "} WHERE (" + column + ", contract_id) IN (",
                                "(?, ?)",
                                ")"),
                        value,
                        Kind.SERIALIZATION,
                        "giving up " + value,
                        value,
                        id));
            }
        }
        for (String value : after) {
            if (!before.contains(value)) {
                session.later(Write.of(
                                Write.Form.insert(names, table, column + ", contract_id", "(?, ?)"),
                                value,
                                kind,
                                "holding " + value,
                                value,
                                id)
                        .meaning(table + "_pk", kind));
            }
        }
    }

    private Write forgetAll(Contract contract, String table, String column) {
        return Write.of(
                Write.Form.rows(names, table, "DELETE FROM {" + table + "} WHERE contract_id IN (", "?", ")"),
                contract.id(),
                Kind.SERIALIZATION,
                "giving up each " + column,
                dialect.key(contract.id().value()));
    }

    private static Set<String> onus(Optional<Contract> contract) {
        Set<String> values = new TreeSet<>();
        contract.ifPresent(known -> known.heldOnus().forEach(onu -> values.add(onu.value())));
        return values;
    }

    private static Set<String> users(Optional<Contract> contract) {
        Set<String> values = new TreeSet<>();
        contract.ifPresent(known -> known.heldUsers().forEach(user -> values.add(user.value())));
        return values;
    }
}
