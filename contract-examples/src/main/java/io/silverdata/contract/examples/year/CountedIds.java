package io.silverdata.contract.examples.year;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.spi.IdGenerator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Identities that are the same in each run. */
final class CountedIds implements IdGenerator {
    private final long seed;
    private final AtomicLong count = new AtomicLong();

    CountedIds(long seed) {
        this.seed = seed;
    }

    @Override
    public ContractId contractId() {
        return new ContractId(new UUID(seed, count.incrementAndGet()));
    }

    @Override
    public ContractNumber contractNumber() {
        return new ContractNumber("N-" + count.incrementAndGet());
    }
}
