package io.silverdata.contract.runs;

import java.util.Objects;

/**
 * What a dunning run would do. Nothing was written.
 *
 * @param count how many contracts have which decision now
 * @param live how many contracts are live, which is what a share is a share of
 * @param allowed from how many contracts something may be taken under the limits
 */
public record DunningPreview(DunningCount count, long live, long allowed) {

    public DunningPreview {
        Objects.requireNonNull(count, "count");
    }

    /** Whether the limits let it cut and cancel that many. */
    public boolean isAllowed() {
        return count.takenFrom() <= allowed;
    }
}
