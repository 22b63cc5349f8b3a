package io.silverdata.contract.model;

import com.google.common.collect.Sets;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;

/**
 * What a suspension for one reason means. A hold keeps the policy it was placed under, so that a changed policy never
 * rewrites history. {@link #builder} makes one.
 *
 * @param reason the reason it is for
 * @param enforcement what the network does unless the command says otherwise
 * @param billability how much of the price is owed while the hold lasts, at each level of enforcement
 * @param lifters who may lift it before its end; {@link Trigger#SCHEDULE} lifts at the end, and only then
 * @param end whether a hold has an end of its own
 * @param extendsTerm whether the days held are added to the minimum term
 * @param countsAsReconnection whether lifting it counts as a reconnection in reports
 * @param planChange whether the plan may change meanwhile
 * @param blocksTransfer whether the contract may not pass to another holder meanwhile
 */
public record SuspensionPolicy(
        SuspensionReason reason,
        Enforcement enforcement,
        BillabilityRule billability,
        Set<Trigger> lifters,
        End end,
        boolean extendsTerm,
        boolean countsAsReconnection,
        PlanChangeRule planChange,
        boolean blocksTransfer) {

    /** Whether a hold ends by itself. */
    public enum End {
        /** Each hold must name its end. */
        REQUIRED,
        /** A hold may name its end. */
        OPTIONAL,
        /** A hold lasts until it is lifted. */
        FORBIDDEN
    }

    /** What plan changes a hold lets through. None of them lifts the hold. */
    public enum PlanChangeRule {
        /** Any. */
        ALLOWED,
        /** To a plan that gives less. */
        DOWNGRADE_ONLY,
        /** None. */
        REFUSED
    }

    public SuspensionPolicy {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(enforcement, "enforcement");
        Objects.requireNonNull(billability, "billability");
        lifters = Collections.unmodifiableSet(Sets.newEnumSet(lifters, Trigger.class));
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(planChange, "planChange");
    }

    /** Begins a policy; see {@link Builder} for the defaults. */
    public static Builder builder(SuspensionReason reason) {
        return new Builder(Objects.requireNonNull(reason, "reason"));
    }

    /** The same with another enforcement. */
    public SuspensionPolicy withEnforcement(Enforcement other) {
        return toBuilder().enforcement(other).build();
    }

    /** The same with one share at every level of enforcement. */
    public SuspensionPolicy withBillability(Billability always) {
        return withBillability(BillabilityRule.always(always));
    }

    /** The same with another billability. */
    public SuspensionPolicy withBillability(BillabilityRule other) {
        return toBuilder().billability(other).build();
    }

    /** The same with another rule for plan changes. */
    public SuspensionPolicy withPlanChange(PlanChangeRule other) {
        return toBuilder().planChange(other).build();
    }

    /** The same, where the contract may or may not pass to another holder meanwhile. */
    public SuspensionPolicy withBlocksTransfer(boolean yes) {
        return toBuilder().blocksTransfer(yes).build();
    }

    private Builder toBuilder() {
        return new Builder(reason)
                .enforcement(enforcement)
                .billability(billability)
                .lifters(lifters)
                .end(end)
                .extendsTerm(extendsTerm)
                .countsAsReconnection(countsAsReconnection)
                .planChange(planChange)
                .blocksTransfer(blocksTransfer);
    }

    /** A policy in the making. Everything has a default. Not thread-safe. */
    public static final class Builder {
        private final SuspensionReason reason;
        private Enforcement enforcement = Enforcement.HARD_BLOCK;
        private BillabilityRule billability = BillabilityRule.asServed();
        private Set<Trigger> lifters = Set.of(Trigger.ADMIN);
        private End end = End.OPTIONAL;
        private boolean extendsTerm;
        private boolean countsAsReconnection;
        private PlanChangeRule planChange = PlanChangeRule.ALLOWED;
        private boolean blocksTransfer;

        private Builder(SuspensionReason reason) {
            this.reason = reason;
        }

        /** What the network does unless the command says otherwise. Default: {@link Enforcement#HARD_BLOCK}. */
        public Builder enforcement(Enforcement level) {
            enforcement = Objects.requireNonNull(level, "enforcement");
            return this;
        }

        /** How much of the price is owed while a hold lasts, at every level of enforcement. */
        public Builder billability(Billability always) {
            return billability(BillabilityRule.always(always));
        }

        /** How much of the price is owed at each level of enforcement. Default: {@link BillabilityRule#asServed}. */
        public Builder billability(BillabilityRule rule) {
            billability = Objects.requireNonNull(rule, "billability");
            return this;
        }

        /** Who may lift a hold before its end. Default: {@link Trigger#ADMIN} alone. */
        public Builder lifters(Set<Trigger> triggers) {
            lifters = Set.copyOf(triggers);
            return this;
        }

        /** Whether a hold has an end of its own. Default: {@link End#OPTIONAL}. */
        public Builder end(End rule) {
            end = Objects.requireNonNull(rule, "end");
            return this;
        }

        /** Whether the days held are added to the minimum term. Default: no. */
        public Builder extendsTerm(boolean yes) {
            extendsTerm = yes;
            return this;
        }

        /** Whether lifting a hold counts as a reconnection in reports. Default: no. */
        public Builder countsAsReconnection(boolean yes) {
            countsAsReconnection = yes;
            return this;
        }

        /** Whether the plan may change meanwhile. Default: {@link PlanChangeRule#ALLOWED}. */
        public Builder planChange(PlanChangeRule rule) {
            planChange = Objects.requireNonNull(rule, "planChange");
            return this;
        }

        /** Whether the contract may not pass to another holder meanwhile. Default: no. */
        public Builder blocksTransfer(boolean yes) {
            blocksTransfer = yes;
            return this;
        }

        /** The policy. */
        public SuspensionPolicy build() {
            return new SuspensionPolicy(
                    reason,
                    enforcement,
                    billability,
                    lifters,
                    end,
                    extendsTerm,
                    countsAsReconnection,
                    planChange,
                    blocksTransfer);
        }
    }
}
