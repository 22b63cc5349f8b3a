package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkSettlement;
import io.silverdata.contract.worker.DeliveryOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One contract that is being delivered: its lease, its steps, and how far they are. Not thread-safe. */
final class Delivery {
    private final WorkLease lease;
    private final Optional<Contract> contract;
    private final Chain chain;
    private final List<Step> told = new ArrayList<>();
    private final Map<NetworkTarget, Duration> took = new EnumMap<>(NetworkTarget.class);
    private boolean isLost;

    /**
     * A delivery.
     *
     * @param contract as it is, with nothing due; empty if there is no such contract any more
     */
    Delivery(WorkLease lease, Optional<Contract> contract, Instant now) {
        this.lease = lease;
        this.contract = contract;
        this.chain = contract.map(present -> new Chain(present, due(present, now), isLineAwaited()))
                .orElseGet(Chain::empty);
    }

    ContractId id() {
        return lease.contract();
    }

    WorkLease lease() {
        return lease;
    }

    /** The step to be taken now; empty once all have ended or the lease was lost. */
    Optional<Step> next() {
        return isLost ? Optional.empty() : chain.next();
    }

    /** Ends the step that {@link #next} named. */
    void end(StepOutcome outcome, Duration time) {
        Step step = chain.next().orElseThrow();
        if (outcome.kind() == StepOutcome.Kind.LEASE_LOST) {
            isLost = true;
            return;
        }
        if (outcome.isTold()) {
            told.add(step);
        }
        took.merge(step.target(), time, Duration::plus);
        chain.end(outcome);
    }

    /** Whether the lease ended before every step did. */
    boolean isLost() {
        return isLost;
    }

    /** The steps that a device was told. */
    List<Step> told() {
        return told;
    }

    /** How each target fared that was asked. A target that waits for the other is left out. */
    List<TargetResult> results(int maxAttempts) {
        List<TargetResult> results = new ArrayList<>();
        chain.ends().forEach((target, end) -> {
            int attempt = lease.of(target).attempts() + 1;
            outcome(end, attempt >= maxAttempts)
                    .ifPresent(outcome -> results.add(new TargetResult(
                            target, version(target), attempt, outcome, end, took.getOrDefault(target, Duration.ZERO))));
        });
        return results;
    }

    /** What is left to do. */
    WorkSettlement settlement(List<TargetResult> results, Pauses pauses) {
        TargetWork access = left(NetworkTarget.ACCESS, results, pauses);
        TargetWork line = left(NetworkTarget.LINE, results, pauses);
        return new WorkSettlement(lease, isWaiting() ? behind(line, access) : access, line);
    }

    /** Whether RADIUS waits for the line. */
    boolean isWaiting() {
        return Optional.ofNullable(chain.ends().get(NetworkTarget.ACCESS))
                .filter(end -> end.kind() == StepOutcome.Kind.WAITING)
                .isPresent();
    }

    /** RADIUS is tried when the line is, and held or given up for as long as the line is. */
    private static TargetWork behind(TargetWork line, TargetWork access) {
        if (line.isHeld()) {
            return access.held(line.heldAt());
        }
        return line.dueAt()
                .map(access::postponed)
                .orElseGet(() -> new TargetWork(
                        Optional.empty(), access.attempts(), Optional.of("WAITS_FOR_LINE: the line is not there yet")));
    }

    private TargetWork left(NetworkTarget target, List<TargetResult> results, Pauses pauses) {
        TargetWork before = lease.of(target);
        return results.stream()
                .filter(result -> result.target() == target)
                .findFirst()
                .map(result -> result.left(before, pauses))
                .orElse(contract.isPresent() ? before : TargetWork.NONE);
    }

    /** What the row says is due; and RADIUS beside a line that is built for the first time, for which it waits. */
    private Set<NetworkTarget> due(Contract present, Instant now) {
        Set<NetworkTarget> due = EnumSet.noneOf(NetworkTarget.class);
        for (NetworkTarget target : NetworkTarget.values()) {
            if (lease.of(target).isDue(now)) {
                due.add(target);
            }
        }
        if (due.contains(NetworkTarget.LINE)
                && Chain.isFirstLine(present)
                && present.provisioning().access().needsDelivery()) {
            due.add(NetworkTarget.ACCESS);
        }
        return due;
    }

    private boolean isLineAwaited() {
        return lease.line()
                .problem()
                .filter(problem -> problem.startsWith(StepOutcome.NOT_IN_SERVICE))
                .isPresent();
    }

    private long version(NetworkTarget target) {
        return contract.map(present -> present.provisioning().of(target).desiredVersion())
                .orElse(0L);
    }

    /** Silence is never given up, and neither is an ONU that stays in its box. */
    private static Optional<DeliveryOutcome> outcome(StepOutcome end, boolean isLastAttempt) {
        return switch (end.kind()) {
            case APPLIED -> Optional.of(DeliveryOutcome.CONFIRMED);
            case AWAITED, SILENT -> Optional.of(DeliveryOutcome.RETRIED);
            case UNKNOWN -> Optional.of(isLastAttempt ? DeliveryOutcome.FAILED : DeliveryOutcome.RETRIED);
            case REFUSED -> Optional.of(DeliveryOutcome.FAILED);
            case BUSY, LEFT_ALONE -> Optional.of(DeliveryOutcome.POSTPONED);
            case HELD -> Optional.of(DeliveryOutcome.HELD);
            case WAITING, LEASE_LOST -> Optional.empty();
        };
    }
}
