package io.silverdata.contract.examples.year.simulation;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.ContractNumber;
import io.silverdata.contract.spi.IdGenerator;
import java.util.UUID;

/** Identities that are the same in each run: those of an order follow from its place in the file. For one thread. */
final class CountedIds implements IdGenerator {
    private static final int FOR_EACH_ORDER = 100;

    private final long seed;
    private long count;

    CountedIds(long seed) {
        this.seed = seed;
    }

    /** Goes on with the identities of an order, which are greater than those of any order before. */
    void beginOrder(int number) {
        count = (long) number * FOR_EACH_ORDER;
    }

    @Override
    public ContractId contractId() {
        return new ContractId(new UUID(seed, ++count));
    }

    @Override
    public ContractNumber contractNumber() {
        return new ContractNumber("N-" + ++count);
    }
}
