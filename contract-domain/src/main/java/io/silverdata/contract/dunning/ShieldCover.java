package io.silverdata.contract.dunning;

import java.time.Instant;
import java.time.LocalDate;

/** Whether a shield holds now. */
record ShieldCover(DunningPolicy policy, Instant now, LocalDate today) implements Shield.Cases<Boolean> {

    @Override
    public Boolean on(Shield.PromiseToPay shield) {
        return holds(shield.madeOn(), shield.until());
    }

    @Override
    public Boolean on(Shield.InstalmentPlan shield) {
        return holds(shield.firstPaidOn(), shield.nextDueOn());
    }

    @Override
    public Boolean on(Shield.Exemption shield) {
        return holds(shield.from(), shield.until());
    }

    @Override
    public Boolean on(Shield.PendingPayment shield) {
        return now.isBefore(shield.since().plus(policy.pendingPayment()));
    }

    @Override
    public Boolean on(Shield.Outage shield) {
        return !now.isBefore(shield.from())
                && shield.until().filter(end -> !now.isBefore(end)).isEmpty();
    }

    private boolean holds(LocalDate from, LocalDate until) {
        return !today.isBefore(from) && !today.isAfter(until);
    }
}
