package io.silverdata.contract.dunning;

import io.silverdata.contract.model.Rejection.InvalidValue;
import java.time.LocalDate;
import java.util.Optional;

/** Whether the policy knows shields of this length; one that is over is nobody's business any more. */
record ShieldCheck(DunningPolicy policy, LocalDate today) implements Shield.Cases<Optional<InvalidValue>> {

    @Override
    public Optional<InvalidValue> on(Shield.PromiseToPay shield) {
        if (shield.until().isBefore(today)) {
            return Optional.empty();
        }
        return policy.promises().isPresent()
                ? policy.promises().get().objection(shield, today)
                : new Objections()
                        .unless(false, "promise.until", shield.until(), "none: the policy takes no promises")
                        .first();
    }

    @Override
    public Optional<InvalidValue> on(Shield.InstalmentPlan shield) {
        return Optional.empty();
    }

    @Override
    public Optional<InvalidValue> on(Shield.Exemption shield) {
        LocalDate longest = shield.from().plusDays(policy.longestExemption());
        return shield.until().isBefore(today)
                ? Optional.empty()
                : new Objections()
                        .unless(
                                !shield.until().isAfter(longest),
                                "exemption.until",
                                shield.until(),
                                "at most " + longest + ", " + policy.longestExemption() + " days after it began")
                        .first();
    }

    @Override
    public Optional<InvalidValue> on(Shield.PendingPayment shield) {
        return Optional.empty();
    }

    @Override
    public Optional<InvalidValue> on(Shield.Outage shield) {
        return Optional.empty();
    }
}
