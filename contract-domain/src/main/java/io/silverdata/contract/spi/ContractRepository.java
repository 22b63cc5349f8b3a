package io.silverdata.contract.spi;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.model.IpPrefix;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The contracts as they are now. Which values there can be only one of, it must know by itself, not from its callers. */
public interface ContractRepository {

    /**
     * The contract with this identity.
     *
     * @throws UnreadableContractException naming the contract, if what is stored of it cannot be read
     */
    Optional<Contract> find(ContractId id);

    /**
     * Several contracts at once. An adapter that can read them in one go should; whoever asked for a contract here may expect
     * that {@link #find(ContractId)} answers the same without reading again, until the unit of work ends.
     *
     * @param ids at most 1000
     * @return those that there are, in the order of {@code ids}
     * @throws UnreadableContractException naming a contract, if what is stored of it cannot be read
     */
    default List<Contract> findAll(List<ContractId> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    /**
     * The same, where one that cannot be read keeps none of the others from being read. As it is, it reads one by one if they
     * cannot be read together; an adapter that can tell which row is bad need not override it.
     *
     * @param ids at most 1000
     * @return those that there are, in the order of {@code ids}, and those that are stored and cannot be read
     */
    default ContractReading readAll(List<ContractId> ids) {
        try {
            return new ContractReading(findAll(ids), List.of());
        } catch (UnreadableContractException together) {
            List<Contract> contracts = new ArrayList<>();
            List<ContractFault> faults = new ArrayList<>();
            for (ContractId id : ids) {
                try {
                    find(id).ifPresent(contracts::add);
                } catch (UnreadableContractException alone) {
                    faults.add(alone.fault());
                }
            }
            return new ContractReading(contracts, faults);
        }
    }

    /**
     * The contract with this number, whether live or ended.
     *
     * @throws UnreadableContractException naming the contract, if what is stored of it cannot be read
     */
    Optional<Contract> find(ContractNumber number);

    /** The contract with this number, whether live or ended, by its identity alone. */
    default Optional<ContractId> holderOf(ContractNumber number) {
        return find(number).map(Contract::id);
    }

    /** The one contract that holds the ONU in the sense of {@link Contract#heldOnus()}. */
    Optional<ContractId> holderOf(OnuSerial onu);

    /** The one contract that holds the login in the sense of {@link Contract#heldUsers()}. */
    Optional<ContractId> holderOf(RadiusUser radiusUser);

    /**
     * The contracts with several numbers at once; numbers without a contract are left out. Adapters should read them in one query. After
     * this call {@code holderOf} answers the same for these numbers without another query, as it does for ONUs and logins, until the unit of work
     * ends or writes a contract that takes one or gives it up.
     *
     * @param numbers at most 1000
     */
    default Map<ContractNumber, ContractId> holdersOfNumbers(Collection<ContractNumber> numbers) {
        return holders(numbers, this::holderOf);
    }

    /**
     * The holders of several ONUs at once; those without a holder are left out. Adapters should read them in one query.
     *
     * @param onus at most 1000
     */
    default Map<OnuSerial, ContractId> holdersOfOnus(Collection<OnuSerial> onus) {
        return holders(onus, this::holderOf);
    }

    /**
     * The holders of several logins at once; those without a holder are left out. Adapters should read them in one
     * query.
     *
     * @param radiusUsers at most 1000
     */
    default Map<RadiusUser, ContractId> holdersOfUsers(Collection<RadiusUser> radiusUsers) {
        return holders(radiusUsers, this::holderOf);
    }

    private static <T> Map<T, ContractId> holders(Collection<T> held, Function<T, Optional<ContractId>> holderOf) {
        Map<T, ContractId> holders = new HashMap<>();
        held.forEach(one -> holderOf.apply(one).ifPresent(holder -> holders.put(one, holder)));
        return holders;
    }

    /**
     * The networks in the sense of {@link Contract#heldPrefixes()} that have an address in common with a network. Costs a look into an
     * index.
     *
     * @param max how many at most, 1 or more
     * @return in order, each with its contract
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    List<HeldPrefix> holdersOf(IpPrefix network, int max);

    /**
     * Keeps a contract, new or changed.
     *
     * @param contract as it is to be from now on
     * @param expectedVersion the version that is kept now; 0 if there must be none
     * @throws ConflictException if another version is kept ({@code CONTRACT_VERSION}), or if the number, an ONU of {@link
     *     Contract#heldOnus()} or a login of {@link Contract#heldUsers()} belongs to another contract, or a network of {@link
     *     Contract#heldPrefixes()} overlaps one of another contract. Of two units of work that would take overlapping networks at the same
     *     time one gets this, whatever the isolation of their transactions
     */
    void save(Contract contract, long expectedVersion);

    /**
     * Contracts for which something is due.
     *
     * @param now contracts whose {@link Contract#nextDueAt()} is not after it
     * @param max how many at most, 1 or more
     * @return the longest due first
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    List<ContractId> due(Instant now, int max);

    /**
     * All contracts, page by page, in the order of their identities: that of their text, in which UUIDs of version 7 are in
     * the order of their creation. Contracts added meanwhile may be missing.
     *
     * @param after the last one of the page before; empty for the first page
     * @param max how many at most, 1 or more
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    List<ContractId> page(Optional<ContractId> after, int max);

    /**
     * How many contracts have each status; every status is there. On a database it reads an index with an entry for each contract, not the
     * contracts: some milliseconds for a hundred thousand.
     */
    Map<Status, Long> countByStatus();
}
