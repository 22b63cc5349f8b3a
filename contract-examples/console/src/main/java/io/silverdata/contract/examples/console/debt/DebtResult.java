package io.silverdata.contract.examples.console.debt;

import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.runs.DunningCount;
import io.silverdata.contract.runs.DunningItem;
import io.silverdata.contract.runs.DunningProgress;
import java.util.function.ToLongFunction;

/** What a run over debts did to a contract, or would do. */
enum DebtResult {
    CUT(DunningCount::cut),
    CANCEL(DunningCount::cancelled),
    RESTRICT(DunningCount::restricted),
    NOTIFY(DunningCount::notified),
    LIFT(DunningCount::lifted),
    EASE(DunningCount::eased),
    CLOSE(DunningCount::closed),
    KEEP(DunningCount::kept),
    NOTHING(DunningCount::nothing),
    /** The limits withheld it. */
    WITHHELD(count -> 0),
    REFUSED(DunningCount::refused),
    FAULTY(DunningCount::faulty);

    private final ToLongFunction<DunningCount> count;

    DebtResult(ToLongFunction<DunningCount> count) {
        this.count = count;
    }

    long in(DunningProgress progress) {
        return this == WITHHELD ? progress.withheld() : count.applyAsLong(progress.count());
    }

    static DebtResult of(DunningItem item) {
        if (item.fault().isPresent()) {
            return FAULTY;
        }
        if (item.refusal().isPresent()) {
            return item.decision().isPresent() ? WITHHELD : REFUSED;
        }
        return item.decision().orElseThrow().match(new OfDecision());
    }

    private static final class OfDecision implements DunningDecision.Cases<DebtResult> {
        @Override
        public DebtResult on(DunningDecision.Notify decision) {
            return NOTIFY;
        }

        @Override
        public DebtResult on(DunningDecision.Enforce decision) {
            return decision.enforcement() == Enforcement.NONE ? RESTRICT : CUT;
        }

        @Override
        public DebtResult on(DunningDecision.Keep decision) {
            return KEEP;
        }

        @Override
        public DebtResult on(DunningDecision.Cancel decision) {
            return CANCEL;
        }

        @Override
        public DebtResult on(DunningDecision.Lift decision) {
            return LIFT;
        }

        @Override
        public DebtResult on(DunningDecision.Ease decision) {
            return EASE;
        }

        @Override
        public DebtResult on(DunningDecision.Close decision) {
            return CLOSE;
        }

        @Override
        public DebtResult on(DunningDecision.Nothing decision) {
            return NOTHING;
        }
    }
}
