package io.silverdata.contract.runs;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.spi.ContractFault;
import java.util.List;

/**
 * What a bulk command would be done to. Nothing was written.
 *
 * @param selected how many contracts are selected now
 * @param live how many contracts are live, which is what a share is a share of
 * @param allowed how many may be touched under the limits
 * @param first the first of those selected, in the order in which they would be taken
 * @param faulty how many cannot be read, or made a condition throw; they would be passed over
 * @param firstFaults the first of those
 */
public record BulkPreview(
        long selected, long live, long allowed, List<Contract> first, long faulty, List<ContractFault> firstFaults) {

    public BulkPreview {
        first = List.copyOf(first);
        firstFaults = List.copyOf(firstFaults);
    }

    /** Whether the limits let it run. */
    public boolean isAllowed() {
        return selected <= allowed;
    }
}
