package io.silverdata.contract.model;

import static io.silverdata.contract.model.Enforcement.CAPTIVE;
import static io.silverdata.contract.model.Enforcement.THROTTLE;
import static io.silverdata.contract.model.SuspensionPolicy.End.FORBIDDEN;
import static io.silverdata.contract.model.SuspensionPolicy.End.REQUIRED;
import static io.silverdata.contract.model.SuspensionPolicy.PlanChangeRule.REFUSED;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The operator's policy for each suspension reason. Immutable and thread-safe. */
public final class SuspensionPolicies {
    private static final SuspensionPolicies DEFAULTS = new SuspensionPolicies(ImmutableMap.of())
            .with(SuspensionPolicy.builder(SuspensionReason.NON_PAYMENT)
                    .enforcement(CAPTIVE)
                    .lifters(Set.of(Trigger.PAYMENT, Trigger.FIRST_INSTALMENT, Trigger.PROMISE, Trigger.ADMIN))
                    .end(FORBIDDEN)
                    .countsAsReconnection(true)
                    .blocksTransfer(true)
                    .build())
            .with(SuspensionPolicy.builder(SuspensionReason.CUSTOMER_REQUEST)
                    .billability(Billability.NONE)
                    .lifters(Set.of(Trigger.CUSTOMER, Trigger.ADMIN))
                    .end(REQUIRED)
                    .extendsTerm(true)
                    .build())
            .with(SuspensionPolicy.builder(SuspensionReason.FRAUD_ABUSE)
                    .end(FORBIDDEN)
                    .planChange(REFUSED)
                    .build())
            .with(SuspensionPolicy.builder(SuspensionReason.LEGAL_REGULATORY)
                    .planChange(REFUSED)
                    .build())
            .with(SuspensionPolicy.builder(SuspensionReason.FAIR_USE)
                    .enforcement(THROTTLE)
                    .billability(Billability.FULL)
                    .lifters(Set.of(Trigger.CAP_RESET, Trigger.TOP_UP, Trigger.ADMIN))
                    .build())
            .with(SuspensionPolicy.builder(SuspensionReason.TECHNICAL)
                    .billability(Billability.NONE)
                    .lifters(Set.of(Trigger.ADMIN, Trigger.SYSTEM))
                    .extendsTerm(true)
                    .build())
            .with(SuspensionPolicy.builder(SuspensionReason.ADMINISTRATIVE).build());

    private final ImmutableMap<String, SuspensionPolicy> byCode;

    private SuspensionPolicies(ImmutableMap<String, SuspensionPolicy> byCode) {
        this.byCode = byCode;
    }

    /** The policies of {@code docs/lifecycle.md}: one for each standard reason. */
    public static SuspensionPolicies defaults() {
        return DEFAULTS;
    }

    /** The same policies with this one added, in place of the one for the same reason if there is one. */
    public SuspensionPolicies with(SuspensionPolicy policy) {
        return new SuspensionPolicies(ImmutableMap.<String, SuspensionPolicy>builder()
                .putAll(byCode)
                .put(policy.reason().code(), policy)
                .buildKeepingLast());
    }

    /** The policy for a reason, if the operator has one. */
    public Optional<SuspensionPolicy> find(SuspensionReason reason) {
        return Optional.ofNullable(byCode.get(reason.code()));
    }

    /** All policies, in the order in which they were added. */
    public Collection<SuspensionPolicy> all() {
        return byCode.values();
    }
}
