package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.model.Coexistence;
import io.silverdata.contract.model.CoexistenceChange;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.WriteScope;
import io.silverdata.contract.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may be written to, as those know it who switched. */
final class Switches {
    /** Within this time after a switch was acknowledged every process follows it. */
    private static final Duration BOUND = Duration.ofSeconds(1);

    private static final int ALL = 1_000;

    private final Storage storage;
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    private record Acknowledged(long revision, Instant at) {}

    Switches(Storage storage) {
        this.storage = storage;
    }

    void acknowledge(long revision, Instant at) {
        acknowledged.add(new Acknowledged(revision, at));
    }

    /** Whether a process that begins to write now can have read that it may, for one of these contracts or for none. */
    boolean mayWrite(WriteScope device, List<Optional<ContractId>> contracts, Instant now) {
        long known = acknowledged.stream()
                .filter(one -> one.at().plus(BOUND).isBefore(now))
                .mapToLong(Acknowledged::revision)
                .max()
                .orElse(0);
        Coexistence state = Coexistence.NONE;
        boolean may = known == 0 && writes(state, device, contracts);
        for (CoexistenceChange change : storage.coexistence().after(0, ALL)) {
            state = state.with(change);
            may = may || (state.revision() >= known && writes(state, device, contracts));
        }
        return may;
    }

    private static boolean writes(Coexistence state, WriteScope device, List<Optional<ContractId>> contracts) {
        return contracts.stream().anyMatch(contract -> state.writes(device, contract));
    }
}
