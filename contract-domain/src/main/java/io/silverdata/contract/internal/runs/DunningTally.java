package io.silverdata.contract.internal.runs;

import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.dunning.NoActionReason;
import io.silverdata.contract.runs.DunningCount;
import io.silverdata.contract.runs.DunningItem;

/** Counts decisions. Not thread-safe. */
final class DunningTally implements DunningDecision.Cases<Long> {
    private long looked;
    private long nothing;
    private long lifted;
    private long closed;
    private long notified;
    private long cut;
    private long cancelled;
    private long kept;
    private long restricted;
    private long eased;
    private long refused;
    private long notSelected;
    private long faulty;

    /** Counts what was done, or would be. */
    void count(DunningItem item) {
        looked++;
        if (item.fault().isPresent()) {
            faulty++;
        } else if (item.refusal().isPresent()) {
            refused++;
        } else {
            item.decision().orElseThrow().match(this);
        }
    }

    void countWithheld() {
        looked++;
    }

    long takenFrom() {
        return cut + cancelled;
    }

    DunningCount result() {
        return new DunningCount(
                looked,
                nothing,
                lifted,
                eased,
                closed,
                notified,
                restricted,
                cut,
                cancelled,
                kept,
                refused,
                notSelected,
                faulty);
    }

    @Override
    public Long on(DunningDecision.Notify decision) {
        return ++notified;
    }

    @Override
    public Long on(DunningDecision.Enforce decision) {
        return decision.isCut() ? ++cut : ++restricted;
    }

    @Override
    public Long on(DunningDecision.Ease decision) {
        return ++eased;
    }

    @Override
    public Long on(DunningDecision.Cancel decision) {
        return ++cancelled;
    }

    @Override
    public Long on(DunningDecision.Lift decision) {
        return ++lifted;
    }

    @Override
    public Long on(DunningDecision.Close decision) {
        return ++closed;
    }

    @Override
    public Long on(DunningDecision.Keep decision) {
        return ++kept;
    }

    @Override
    public Long on(DunningDecision.Nothing decision) {
        return decision.why() instanceof NoActionReason.NotSelected ? ++notSelected : ++nothing;
    }
}
