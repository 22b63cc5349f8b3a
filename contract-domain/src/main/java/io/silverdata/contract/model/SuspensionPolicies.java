package io.silverdata.contract.model;

import static io.silverdata.contract.model.Enforcement.CAPTIVE;
import static io.silverdata.contract.model.Enforcement.HARD_BLOCK;
import static io.silverdata.contract.model.Enforcement.THROTTLE;
import static io.silverdata.contract.model.SuspensionPolicy.End.FORBIDDEN;
import static io.silverdata.contract.model.SuspensionPolicy.End.OPTIONAL;
import static io.silverdata.contract.model.SuspensionPolicy.End.REQUIRED;
import static io.silverdata.contract.model.SuspensionPolicy.PlanChangeRule.ALLOWED;
import static io.silverdata.contract.model.SuspensionPolicy.PlanChangeRule.REFUSED;

import com.google.common.collect.ImmutableMap;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** The operator's policy for each suspension reason. Immutable and thread-safe. */
public final class SuspensionPolicies {
    private static final SuspensionPolicies DEFAULTS = new SuspensionPolicies(ImmutableMap.of())
            .with(new SuspensionPolicy(
                    SuspensionReason.NON_PAYMENT,
                    CAPTIVE,
                    Billability.NONE,
                    Set.of(Trigger.PAYMENT, Trigger.FIRST_INSTALMENT, Trigger.PROMISE, Trigger.ADMIN),
                    FORBIDDEN,
                    false,
                    true,
                    ALLOWED,
                    true))
            .with(new SuspensionPolicy(
                    SuspensionReason.CUSTOMER_REQUEST,
                    HARD_BLOCK,
                    Billability.NONE,
                    Set.of(Trigger.CUSTOMER, Trigger.ADMIN),
                    REQUIRED,
                    true,
                    false,
                    ALLOWED,
                    false))
            .with(adminOnly(SuspensionReason.FRAUD_ABUSE, FORBIDDEN).withPlanChange(REFUSED))
            .with(adminOnly(SuspensionReason.LEGAL_REGULATORY, OPTIONAL).withPlanChange(REFUSED))
            .with(new SuspensionPolicy(
                    SuspensionReason.FAIR_USE,
                    THROTTLE,
                    Billability.FULL,
                    Set.of(Trigger.CAP_RESET, Trigger.TOP_UP, Trigger.ADMIN),
                    OPTIONAL,
                    false,
                    false,
                    ALLOWED,
                    false))
            .with(new SuspensionPolicy(
                    SuspensionReason.TECHNICAL,
                    HARD_BLOCK,
                    Billability.NONE,
                    Set.of(Trigger.ADMIN, Trigger.SYSTEM),
                    OPTIONAL,
                    true,
                    false,
                    ALLOWED,
                    false))
            .with(adminOnly(SuspensionReason.ADMINISTRATIVE, OPTIONAL));

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

    private static SuspensionPolicy adminOnly(SuspensionReason reason, SuspensionPolicy.End end) {
        return new SuspensionPolicy(
                reason, HARD_BLOCK, Billability.NONE, Set.of(Trigger.ADMIN), end, false, false, ALLOWED, false);
    }
}
