package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Bounds;
import io.silverdata.contract.adapters.jdbc.internal.session.ContractIds;
import io.silverdata.contract.adapters.jdbc.internal.session.DeferredWrite;
import io.silverdata.contract.adapters.jdbc.internal.session.Micros;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.adapters.jdbc.internal.session.Sessions;
import io.silverdata.contract.adapters.jdbc.internal.session.TableNames;
import io.silverdata.contract.adapters.jdbc.internal.session.WriteTemplate;
import io.silverdata.contract.json.SnapshotJson;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.spi.ConflictException.Kind;
import io.silverdata.contract.spi.ContractReading;
import io.silverdata.contract.spi.ContractRepository;
import io.silverdata.contract.spi.HeldPrefix;
import io.silverdata.contract.spi.UnreadableContractException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** A row for each contract, and what goes with it for each ONU, login and network that it holds. */
public final class ContractRows implements ContractRepository {
    private static final String ROW = "SELECT contract_id, snapshot FROM {contract}";

    /** Under which name numbers that were asked for are remembered: they are no table of their own. */
    private static final String NUMBERS = "number";

    private final Sessions sessions;
    private final Dialect dialect;
    private final HeldRows<OnuSerial> onus;
    private final HeldRows<RadiusUser> logins;
    private final NetworkRows networks;
    private final SearchRows search;
    private final WriteTemplate inserting;
    private final WriteTemplate updating;

    public ContractRows(Sessions sessions, Dialect dialect, TableNames names) {
        this.sessions = sessions;
        this.dialect = dialect;
        onus = HeldRows.onus(dialect, names);
        logins = HeldRows.logins(dialect, names);
        networks = new NetworkRows(dialect, names);
        inserting = WriteTemplate.insert(
                names,
                "contract",
                "version, number, status, due_at, sync, snapshot, contract_id",
                "(?, ?, ?, ?, ?, ?, ?)");
        search = new SearchRows(dialect, names);
        updating = updating(dialect, names);
    }

    @Override
    public Optional<Contract> find(ContractId id) {
        return sessions.with(session -> SeenContracts.of(session)
                .find(id)
                .or(() -> one(
                        session,
                        session.flushedFor("contract")
                                .query(ROW + " WHERE contract_id = :contract")
                                .bind("contract", id))));
    }

    @Override
    public List<Contract> findAll(List<ContractId> ids) {
        return sessions.with(session -> {
            for (UnreadableContractException unreadable : see(session, ids)) {
                throw unreadable;
            }
            return seen(session, ids);
        });
    }

    @Override
    public ContractReading readAll(List<ContractId> ids) {
        return sessions.with(session -> {
            List<UnreadableContractException> unreadable = see(session, ids);
            return new ContractReading(
                    seen(session, ids),
                    unreadable.stream().map(UnreadableContractException::fault).toList());
        });
    }

    /** Reads those that were not read yet, each row by itself; returns what is wrong with those that cannot be. */
    private List<UnreadableContractException> see(Session session, List<ContractId> ids) {
        SeenContracts seen = SeenContracts.of(session);
        Set<ContractId> unseen =
                ids.stream().filter(id -> seen.find(id).isEmpty()).collect(Collectors.toSet());
        List<UnreadableContractException> unreadable = new ArrayList<>();
        if (!unseen.isEmpty()) {
            session.flushedFor("contract")
                    .query(ROW + " WHERE contract_id IN (<contracts>)")
                    .bindList("contracts", unseen)
                    .map((row, context) -> Row.of(dialect, row))
                    .forEach(row -> {
                        try {
                            seen.add(row.contract());
                        } catch (UnreadableContractException bad) {
                            unreadable.add(bad);
                        }
                    });
        }
        return unreadable;
    }

    private static List<Contract> seen(Session session, List<ContractId> ids) {
        SeenContracts seen = SeenContracts.of(session);
        return ids.stream().flatMap(id -> seen.find(id).stream()).toList();
    }

    @Override
    public Optional<Contract> find(ContractNumber number) {
        return sessions.with(session -> one(
                session,
                session.flushed().query(ROW + " WHERE number = :number").bind("number", number.value())));
    }

    @Override
    public Optional<ContractId> holderOf(ContractNumber number) {
        return sessions.with(session -> SeenHolders.of(session)
                .find(NUMBERS, number.value())
                .orElseGet(() ->
                        Optional.ofNullable(numbered(session, List.of(number)).get(number))));
    }

    @Override
    public Map<ContractNumber, ContractId> holdersOfNumbers(Collection<ContractNumber> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : sessions.with(session -> {
                    Map<ContractNumber, ContractId> found = numbered(session, numbers);
                    Map<String, ContractId> byText = new HashMap<>();
                    found.forEach((number, holder) -> byText.put(number.value(), holder));
                    SeenHolders.of(session)
                            .add(
                                    NUMBERS,
                                    numbers.stream().map(ContractNumber::value).toList(),
                                    byText);
                    return found;
                });
    }

    private static Map<ContractNumber, ContractId> numbered(Session session, Collection<ContractNumber> numbers) {
        return session.flushed()
                .query("SELECT number, contract_id FROM {contract} WHERE number IN (<numbers>)")
                .bindList(
                        "numbers",
                        numbers.stream().map(ContractNumber::value).distinct().toList())
                .reduceRows(new HashMap<ContractNumber, ContractId>(), (found, row) -> {
                    found.put(
                            new ContractNumber(row.getColumn("number", String.class)),
                            row.getColumn("contract_id", ContractId.class));
                    return found;
                });
    }

    @Override
    public Optional<ContractId> holderOf(OnuSerial onu) {
        return sessions.with(session -> onus.holderOf(session, onu));
    }

    @Override
    public Optional<ContractId> holderOf(RadiusUser radiusUser) {
        return sessions.with(session -> logins.holderOf(session, radiusUser));
    }

    @Override
    public Map<OnuSerial, ContractId> holdersOfOnus(Collection<OnuSerial> wanted) {
        return wanted.isEmpty() ? Map.of() : sessions.with(session -> onus.holdersOf(session, wanted));
    }

    @Override
    public Map<RadiusUser, ContractId> holdersOfUsers(Collection<RadiusUser> wanted) {
        return wanted.isEmpty() ? Map.of() : sessions.with(session -> logins.holdersOf(session, wanted));
    }

    @Override
    public List<HeldPrefix> holdersOf(IpPrefix network, int max) {
        Bounds.max(max);
        return sessions.with(session -> networks.holdersOf(session, network, max));
    }

    @Override
    public void save(Contract contract, long expectedVersion) {
        sessions.with(session -> {
            Optional<Contract> known = SeenContracts.of(session).find(contract.id());
            return write(session, known.filter(seen -> seen.version() == expectedVersion), contract, expectedVersion);
        });
    }

    /** Writes all rows of a contract anew, whatever is in them. */
    void rewrite(Contract contract) {
        sessions.with(session -> write(session, Optional.empty(), contract, contract.version()));
    }

    /** Whether the columns of a contract, and what it is found by, say what they should beside the snapshot. */
    boolean isRight(Contract contract) {
        return sessions.with(session -> session.flushed()
                        .query("SELECT status, due_at, sync FROM {contract} WHERE contract_id = :contract")
                        .bind("contract", contract.id())
                        .map((row, context) ->
                                Arrays.asList(row.getString(1), row.getObject(2, Long.class), row.getString(3)))
                        .list()
                        .equals(List.of(
                                Arrays.asList(contract.status().name(), dueAt(contract), SyncColumn.of(contract))))
                && search.isRight(session, contract));
    }

    private Boolean write(Session session, Optional<Contract> before, Contract contract, long expectedVersion) {
        session.defer(expectedVersion == 0 ? insert(contract) : update(contract, expectedVersion));
        if (before.isEmpty() && expectedVersion != 0) {
            onus.giveUpAll(session, contract.id());
            logins.giveUpAll(session, contract.id());
            networks.giveUpAll(session, contract.id());
        }
        onus.change(session, before, contract);
        logins.change(session, before, contract);
        networks.change(session, before, contract);
        SeenHolders seen = SeenHolders.of(session);
        before.ifPresent(known -> seen.change(NUMBERS, known.number().value(), Optional.empty()));
        seen.change(NUMBERS, contract.number().value(), Optional.of(contract.id()));
        if (expectedVersion == 0) {
            search.insert(session, contract);
        } else {
            before.ifPresentOrElse(
                    known -> search.change(session, known, contract), () -> search.replace(session, contract));
        }
        SeenContracts.of(session).add(contract);
        return Boolean.TRUE;
    }

    @Override
    public List<ContractId> due(Instant now, int max) {
        Bounds.max(max);
        return sessions.with(session -> session.flushed()
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
        return sessions.with(session -> {
            Query query = session.flushed()
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
        return sessions.with(session -> {
            Map<Status, Long> counts = new EnumMap<>(Status.class);
            for (Status status : Status.values()) {
                counts.put(status, 0L);
            }
            session.flushed()
                    .query("SELECT status, COUNT(*) FROM {contract} GROUP BY status")
                    .map((row, context) -> Map.entry(Status.valueOf(row.getString(1)), row.getLong(2)))
                    .forEach(count -> counts.put(count.getKey(), count.getValue()));
            return counts;
        });
    }

    private Optional<Contract> one(Session session, Query query) {
        return query.map((row, context) -> Row.of(dialect, row))
                .findOne()
                .map(row -> SeenContracts.of(session).add(row.contract()));
    }

    /** A row as it is in the database. */
    private record Row(ContractId id, String snapshot) {
        static Row of(Dialect dialect, ResultSet row) throws SQLException {
            return new Row(ContractIds.read(dialect, row, 1), row.getString(2));
        }

        /** A row that was altered by hand, or written by a newer release, may fail in any way. */
        Contract contract() {
            try {
                Contract contract = Contract.restore(StoredJson.contract(snapshot));
                if (!contract.id().equals(id)) {
                    throw new IllegalArgumentException("the snapshot is that of contract " + contract.id());
                }
                return contract;
            } catch (RuntimeException unreadable) {
                throw new UnreadableContractException(id, unreadable);
            }
        }
    }

    private DeferredWrite insert(Contract contract) {
        return DeferredWrite.of(
                        inserting,
                        contract.id(),
                        Kind.CONTRACT_VERSION,
                        "saving contract " + contract.id(),
                        contract.version(),
                        contract.number().value(),
                        contract.status().name(),
                        dueAt(contract),
                        SyncColumn.of(contract),
                        SnapshotJson.write(contract.snapshot()),
                        ContractIds.bound(dialect, contract.id()))
                .meaning("contract_pk", Kind.CONTRACT_VERSION)
                .meaning("contract_number", Kind.CONTRACT_NUMBER);
    }

    private DeferredWrite update(Contract contract, long expectedVersion) {
        return DeferredWrite.of(
                        updating,
                        contract.id(),
                        Kind.CONTRACT_VERSION,
                        "saving contract " + contract.id() + " at version " + expectedVersion,
                        contract.version(),
                        contract.number().value(),
                        contract.status().name(),
                        dueAt(contract),
                        SyncColumn.of(contract),
                        SnapshotJson.write(contract.snapshot()),
                        ContractIds.bound(dialect, contract.id()),
                        expectedVersion)
                .meaning("contract_number", Kind.CONTRACT_NUMBER)
                .thatMustFind();
    }

    private static WriteTemplate updating(Dialect dialect, TableNames names) {
        return switch (dialect) {
            case POSTGRESQL ->
                WriteTemplate.rows(
                        names,
                        "contract",
                        "UPDATE {contract} c SET version = n.version, number = n.number, status = n.status, due_at = n.due_at,"
                                + " sync = n.sync, snapshot = n.snapshot FROM (VALUES ",
                        "(CAST(? AS BIGINT), ?, ?, CAST(? AS BIGINT), ?, ?, CAST(? AS UUID), CAST(? AS BIGINT))",
                        ") n (version, number, status, due_at, sync, snapshot, contract_id, expected)"
                                + " WHERE c.contract_id = n.contract_id AND c.version = n.expected");
            case H2, MARIADB ->
                WriteTemplate.one(
                        names,
                        "contract",
                        "UPDATE {contract} SET version = ?, number = ?, status = ?, due_at = ?, sync = ?, snapshot = ?"
                                + " WHERE contract_id = ? AND version = ?");
        };
    }

    private static @Nullable Long dueAt(Contract contract) {
        return contract.nextDueAt().map(Micros::of).orElse(null);
    }
}
