package io.silverdata.contract.model;

import com.google.common.collect.Sets;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;

/**
 * What a suspension for one reason means. A hold keeps the policy it was placed under, so that a changed policy never
 * rewrites history.
 *
 * @param reason the reason it is for
 * @param enforcement what the network does unless the command says otherwise
 * @param billability how much of the price is owed while the hold lasts
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
        Billability billability,
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

    /** The same with another enforcement. */
    public SuspensionPolicy withEnforcement(Enforcement other) {
        return new SuspensionPolicy(
                reason,
                other,
                billability,
                lifters,
                end,
                extendsTerm,
                countsAsReconnection,
                planChange,
                blocksTransfer);
    }

    /** The same with another billability. */
    public SuspensionPolicy withBillability(Billability other) {
        return new SuspensionPolicy(
                reason,
                enforcement,
                other,
                lifters,
                end,
                extendsTerm,
                countsAsReconnection,
                planChange,
                blocksTransfer);
    }

    /** The same with another rule for plan changes. */
    public SuspensionPolicy withPlanChange(PlanChangeRule other) {
        return new SuspensionPolicy(
                reason,
                enforcement,
                billability,
                lifters,
                end,
                extendsTerm,
                countsAsReconnection,
                other,
                blocksTransfer);
    }
}
