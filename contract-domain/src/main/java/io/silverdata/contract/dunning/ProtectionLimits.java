package io.silverdata.contract.dunning;

import io.silverdata.contract.model.Rejection.InvalidValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Whether the policy knows protections of this length; one that is over is ignored. */
record ProtectionLimits(DunningPolicy policy, Instant asOf, LocalDate today)
        implements DunningProtection.Cases<Optional<InvalidValue>> {

    @Override
    public Optional<InvalidValue> on(DunningProtection.PromiseToPay protection) {
        if (protection.until().isBefore(today)) {
            return Optional.empty();
        }
        return policy.promises().isPresent()
                ? policy.promises().get().objection(protection, today)
                : new Objections()
                        .unless(false, "promise.until", protection.until(), "none: the policy takes no promises")
                        .first();
    }

    @Override
    public Optional<InvalidValue> on(DunningProtection.InstalmentPlan protection) {
        LocalDate day = policy.calendar().day(asOf);
        return new Objections()
                .unless(
                        !protection.firstPaidOn().isAfter(day),
                        "instalmentPlan.firstPaidOn",
                        protection.firstPaidOn(),
                        "at most the day of the facts, " + asOf)
                .first();
    }

    @Override
    public Optional<InvalidValue> on(DunningProtection.Exemption protection) {
        LocalDate longest = protection.from().plusDays(policy.longestExemption());
        return protection.until().isBefore(today)
                ? Optional.empty()
                : new Objections()
                        .unless(
                                !protection.until().isAfter(longest),
                                "exemption.until",
                                protection.until(),
                                "at most " + longest + ", " + policy.longestExemption() + " days after it began")
                        .first();
    }

    @Override
    public Optional<InvalidValue> on(DunningProtection.PendingPayment protection) {
        return new Objections()
                .unless(
                        !protection.since().isAfter(asOf),
                        "pendingPayment.since",
                        protection.since(),
                        "at most the time of the facts, " + asOf)
                .first();
    }

    @Override
    public Optional<InvalidValue> on(DunningProtection.Outage protection) {
        return Optional.empty();
    }
}
