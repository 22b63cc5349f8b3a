package io.silverdata.contract.runs;

import io.silverdata.contract.model.Contract;
import java.util.List;

/**
 * What a bulk command would be done to. Nothing was written.
 *
 * @param selected how many contracts are selected now
 * @param live how many contracts are live, which is what a share is a share of
 * @param allowed how many may be touched under the limits
 * @param first the first of those selected, in the order in which they would be taken
 */
public record BulkPreview(long selected, long live, long allowed, List<Contract> first) {

    public BulkPreview {
        first = List.copyOf(first);
    }

    /** Whether the limits let it run. */
    public boolean isAllowed() {
        return selected <= allowed;
    }
}
