package io.silverdata.contract.examples.year;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.RetryPolicy;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryCustomers;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.Storage;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The wiring: contracts in a database, on a simulated clock, behind a network that sometimes fails. */
final class Provider {
    static final ZoneId ZONE = ZoneId.of("America/Guayaquil");
    private static final RetryPolicy RETRIES = new RetryPolicy(Duration.ofMinutes(1), Duration.ofHours(4), 0.5, 12);
    private static final int PAGE = 500;

    private final YearDatabase database;
    private final InMemoryAccess access = new InMemoryAccess();
    private final InMemoryLine lines = new InMemoryLine();
    private final SimulatedClock clock;
    private final CountedIds ids;
    private final Contracts contracts;

    /**
     * A provider at a moment of the year. What is in the plant file is installed unless the year has begun.
     *
     * @param failRate share of operations on the network that go wrong, 0 to 1
     */
    Provider(
            YearDatabase database, PlantFile plant, List<Order> orders, Progress progress, long seed, double failRate) {
        this.database = database;
        if (!progress.hasBegun()) {
            plant.installInto(database.storage().plant());
        }
        InMemoryCustomers customers = new InMemoryCustomers();
        orders.forEach(order -> order.customer().ifPresent(customers::add));
        clock = new SimulatedClock(progress.time(), ZONE);
        ids = new CountedIds(seed);
        Random random = new Random(seed + progress.orders());
        Misfortune misfortune = new Misfortune(random, failRate);
        contracts = Contracts.builder()
                .storage(database.storage())
                .customers(customers)
                .plans(Plans.onSale())
                .access(new UnreliableAccess(access, misfortune))
                .lines(new UnreliableLine(lines, misfortune))
                .clock(clock)
                .zone(ZONE)
                .ids(ids)
                .retries(RETRIES)
                .random(random)
                .worker("year")
                .build();
    }

    Contracts contracts() {
        return contracts;
    }

    SimulatedClock clock() {
        return clock;
    }

    CountedIds ids() {
        return ids;
    }

    YearDatabase database() {
        return database;
    }

    Storage storage() {
        return database.storage();
    }

    /** RADIUS itself, which never fails. */
    InMemoryAccess access() {
        return access;
    }

    /** The OLTs themselves, which never fail. */
    InMemoryLine lines() {
        return lines;
    }

    /** Every contract, in the order in which they were begun. */
    List<Contract> all() {
        List<Contract> all = new ArrayList<>();
        Optional<ContractId> last = Optional.empty();
        List<ContractId> page;
        do {
            page = storage().contracts().page(last, PAGE);
            page.forEach(id -> contracts.find(id).ifPresent(all::add));
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (page.size() == PAGE);
        return all;
    }
}
