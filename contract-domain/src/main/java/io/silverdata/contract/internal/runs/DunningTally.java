package io.silverdata.contract.internal.runs;

import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.runs.DunningCount;

/** Counts decisions. Not thread-safe. */
final class DunningTally implements DunningDecision.Cases<Long> {
    private long looked;
    private long nothing;
    private long lifted;
    private long closed;
    private long notified;
    private long cut;
    private long cancelled;
    private long refused;

    void count(DunningDecision decision) {
        looked++;
        decision.match(this);
    }

    void countRefusal() {
        looked++;
        refused++;
    }

    void countWithheld() {
        looked++;
    }

    long takenFrom() {
        return cut + cancelled;
    }

    DunningCount result() {
        return new DunningCount(looked, nothing, lifted, closed, notified, cut, cancelled, refused);
    }

    @Override
    public Long on(DunningDecision.Notify decision) {
        return ++notified;
    }

    @Override
    public Long on(DunningDecision.Enforce decision) {
        return ++cut;
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
    public Long on(DunningDecision.Nothing decision) {
        return ++nothing;
    }
}
