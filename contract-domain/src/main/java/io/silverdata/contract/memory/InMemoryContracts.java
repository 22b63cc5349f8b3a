package io.silverdata.contract.memory;

import com.google.common.collect.ComparisonChain;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.ContractRepository;
import io.silverdata.contract.spi.HeldPrefix;
import io.silverdata.contract.spi.UnitOfWork;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Contracts by identity, and what else leads to them: number, ONUs, logins, and the time of what comes next. */
final class InMemoryContracts implements ContractRepository {
    private final UnitOfWork unitOfWork;
    private final UndoableMap<ContractId, Contract> contracts;
    private final UndoableMap<ContractNumber, ContractId> numbers;
    private final UndoableMap<OnuSerial, ContractId> onus;
    private final UndoableMap<RadiusUser, ContractId> users;
    private final UndoableMap<IpPrefix, ContractId> prefixes;
    private final UndoableMap<Due, ContractId> due;

    private record Due(Instant at, ContractId contract) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return ComparisonChain.start()
                    .compare(at, other.at)
                    .compare(contract, other.contract)
                    .result();
        }
    }

    InMemoryContracts(UnitOfWork unitOfWork, UndoLog undo) {
        this.unitOfWork = unitOfWork;
        contracts = new UndoableMap<>(undo);
        numbers = new UndoableMap<>(undo);
        onus = new UndoableMap<>(undo);
        users = new UndoableMap<>(undo);
        prefixes = new UndoableMap<>(undo);
        due = new UndoableMap<>(undo);
    }

    @Override
    public Optional<Contract> find(ContractId id) {
        return unitOfWork.call(() -> contracts.find(id));
    }

    @Override
    public Optional<Contract> find(ContractNumber number) {
        return unitOfWork.call(() -> numbers.find(number).flatMap(contracts::find));
    }

    @Override
    public Optional<ContractId> holderOf(OnuSerial onu) {
        return unitOfWork.call(() -> onus.find(onu));
    }

    @Override
    public Optional<ContractId> holderOf(RadiusUser radiusUser) {
        return unitOfWork.call(() -> users.find(radiusUser));
    }

    @Override
    public List<HeldPrefix> holdersOf(IpPrefix network, int max) {
        Bounds.max(max);
        return unitOfWork.call(() -> overlapping(network).limit(max).toList());
    }

    /** Those that are held do not overlap, so that one alone can begin before the network and reach into it. */
    private Stream<HeldPrefix> overlapping(IpPrefix network) {
        NavigableMap<IpPrefix, ContractId> held = prefixes.entries();
        Stream<Map.Entry<IpPrefix, ContractId>> around = Optional.ofNullable(held.lowerEntry(network)).stream();
        return Stream.concat(around, held.tailMap(network, true).entrySet().stream())
                .takeWhile(entry -> entry.getKey().first().compareTo(network.last()) <= 0)
                .filter(entry -> entry.getKey().overlaps(network))
                .map(entry -> new HeldPrefix(entry.getKey(), entry.getValue()));
    }

    @Override
    public void save(Contract contract, long expectedVersion) {
        unitOfWork.execute(() -> {
            Optional<Contract> before = contracts.find(contract.id());
            refuseOtherVersion(contract, before, expectedVersion);
            refuseTaken(contract);
            before.ifPresent(this::forget);
            remember(contract);
        });
    }

    @Override
    public List<ContractId> due(Instant now, int max) {
        Bounds.max(max);
        return unitOfWork.call(() -> due.entries().entrySet().stream()
                .takeWhile(entry -> !entry.getKey().at().isAfter(now))
                .limit(max)
                .map(Map.Entry::getValue)
                .toList());
    }

    @Override
    public List<ContractId> page(Optional<ContractId> after, int max) {
        Bounds.max(max);
        return unitOfWork.call(() -> {
            NavigableMap<ContractId, Contract> all = contracts.entries();
            Set<ContractId> rest =
                    after.map(last -> all.tailMap(last, false)).orElse(all).keySet();
            return rest.stream().limit(max).toList();
        });
    }

    @Override
    public Map<Status, Long> countByStatus() {
        return unitOfWork.call(() -> {
            Map<Status, Long> counts = new EnumMap<>(Status.class);
            for (Status status : Status.values()) {
                counts.put(status, 0L);
            }
            contracts.entries().values().forEach(contract -> counts.merge(contract.status(), 1L, Long::sum));
            return counts;
        });
    }

    /** All of them, by identity. */
    Collection<Contract> all() {
        return contracts.entries().values();
    }

    private static void refuseOtherVersion(Contract contract, Optional<Contract> kept, long expectedVersion) {
        long version = kept.map(Contract::version).orElse(0L);
        if (version != expectedVersion) {
            throw new ConflictException(
                    ConflictException.Kind.CONTRACT_VERSION,
                    "contract " + contract.id() + " is at version " + version + ", expected " + expectedVersion);
        }
    }

    private void refuseTaken(Contract contract) {
        refuseTaken(numbers, contract.number(), contract, ConflictException.Kind.CONTRACT_NUMBER);
        contract.heldOnus().forEach(onu -> refuseTaken(onus, onu, contract, ConflictException.Kind.ONU_SERIAL));
        contract.heldUsers().forEach(user -> refuseTaken(users, user, contract, ConflictException.Kind.RADIUS_USER));
        contract.heldPrefixes()
                .forEach(prefix -> overlapping(prefix)
                        .filter(held -> !held.contract().equals(contract.id()))
                        .findFirst()
                        .ifPresent(held -> {
                            throw new ConflictException(
                                    ConflictException.Kind.NETWORK,
                                    prefix + " overlaps " + held.prefix() + " of contract " + held.contract());
                        }));
    }

    private static <K extends Comparable<? super K>> void refuseTaken(
            UndoableMap<K, ContractId> holders, K value, Contract contract, ConflictException.Kind kind) {
        holders.find(value).filter(holder -> !holder.equals(contract.id())).ifPresent(holder -> {
            throw new ConflictException(kind, value + " belongs to contract " + holder);
        });
    }

    private void forget(Contract contract) {
        numbers.remove(contract.number());
        contract.heldOnus().forEach(onus::remove);
        contract.heldUsers().forEach(users::remove);
        contract.heldPrefixes().forEach(prefixes::remove);
        contract.nextDueAt().ifPresent(at -> due.remove(new Due(at, contract.id())));
    }

    private void remember(Contract contract) {
        contracts.put(contract.id(), contract);
        numbers.put(contract.number(), contract.id());
        contract.heldOnus().forEach(onu -> onus.put(onu, contract.id()));
        contract.heldUsers().forEach(user -> users.put(user, contract.id()));
        contract.heldPrefixes().forEach(prefix -> prefixes.put(prefix, contract.id()));
        contract.nextDueAt().ifPresent(at -> due.put(new Due(at, contract.id()), contract.id()));
    }
}
