package io.silverdata.contract.dunning;

import java.time.Instant;
import java.time.LocalDate;

/** Whether a protection holds now. */
record ProtectionInForce(DunningPolicy policy, Instant now, LocalDate today)
        implements DunningProtection.Cases<Boolean> {

    @Override
    public Boolean on(DunningProtection.PromiseToPay protection) {
        return holds(protection.madeOn(), protection.until());
    }

    @Override
    public Boolean on(DunningProtection.InstalmentPlan protection) {
        return holds(protection.firstPaidOn(), protection.nextDueOn());
    }

    @Override
    public Boolean on(DunningProtection.Exemption protection) {
        return holds(protection.from(), protection.until());
    }

    @Override
    public Boolean on(DunningProtection.PendingPayment protection) {
        return now.isBefore(protection.since().plus(policy.pendingPayment()));
    }

    @Override
    public Boolean on(DunningProtection.Outage protection) {
        return !now.isBefore(protection.from())
                && protection.until().filter(end -> !now.isBefore(end)).isEmpty();
    }

    private boolean holds(LocalDate from, LocalDate until) {
        return !today.isBefore(from) && !today.isAfter(until);
    }
}
