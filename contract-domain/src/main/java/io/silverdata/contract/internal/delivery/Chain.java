package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.model.TargetState;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.LineOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The steps of one contract in the order in which they must be taken. Knows no device: the caller reports how each step ended.
 *
 * <p>To restrict or to end, RADIUS comes before the OLT; to build or restore, the OLT comes before RADIUS. Neither waits for the other, with
 * one exception: where the line is built for the first time, RADIUS waits until the OLT did as told, whether the ONU is seen online yet
 * or not. The steps of one target follow each other only as long as each is applied. Not thread-safe.
 */
final class Chain {
    private final Deque<NetworkTarget> targets = new ArrayDeque<>();
    private final Map<NetworkTarget, Deque<Step>> steps = new EnumMap<>(NetworkTarget.class);
    private final Map<NetworkTarget, StepOutcome> ends = new LinkedHashMap<>();
    private final boolean accessNeedsLine;

    /**
     * The steps of a contract.
     *
     * @param due the targets to be delivered
     * @param isLineAwaited whether the OLT already did as told, and the ONU was not seen online yet
     */
    Chain(Contract contract, Set<NetworkTarget> due, boolean isLineAwaited) {
        DesiredNetwork desired = DesiredNetwork.of(contract);
        boolean restricts = desired.isRestricted();
        accessNeedsLine = !restricts && !isLineAwaited && isFirstLine(contract);
        for (NetworkTarget target : restricts
                ? List.of(NetworkTarget.ACCESS, NetworkTarget.LINE)
                : List.of(NetworkTarget.LINE, NetworkTarget.ACCESS)) {
            if (due.contains(target)) {
                targets.add(target);
                steps.put(target, new ArrayDeque<>(steps(desired, target)));
            }
        }
        advance();
    }

    /** What a target is told, in order. */
    static List<Step> steps(DesiredNetwork desired, NetworkTarget target) {
        return switch (target) {
            case ACCESS -> accessSteps(desired.access());
            case LINE -> lineSteps(desired.line());
        };
    }

    private Chain() {
        accessNeedsLine = false;
    }

    /** No steps, of a contract that is not there. */
    static Chain empty() {
        return new Chain();
    }

    /** Whether the line of a contract was wanted and never there. */
    static boolean isFirstLine(Contract contract) {
        TargetState line = contract.provisioning().line();
        // the line of an adopted contract is there, whether or not the OLT was ever told of it
        return line.desiredVersion() > 0
                && line.confirmedVersion() == 0
                && contract.adoptedAt().isEmpty();
    }

    /** The step to be taken now; empty once every target has ended. */
    Optional<Step> next() {
        return Optional.ofNullable(targets.peek()).map(steps::get).map(Deque::peek);
    }

    /** Ends the step that {@link #next} named. */
    void end(StepOutcome outcome) {
        NetworkTarget target = targets.element();
        boolean isAhead = next().filter(step -> step instanceof Step.Line line && line.isAhead())
                .isPresent();
        if (outcome.kind() == StepOutcome.Kind.APPLIED || (isAhead && outcome.isBuilt())) {
            steps.getOrDefault(target, new ArrayDeque<>()).remove();
        } else {
            end(target, outcome);
        }
        advance();
    }

    /** How each target ended, in the order in which they did. */
    Map<NetworkTarget, StepOutcome> ends() {
        return ends;
    }

    private void advance() {
        while (!targets.isEmpty()) {
            NetworkTarget target = targets.element();
            if (target == NetworkTarget.ACCESS && isWaiting()) {
                end(target, StepOutcome.WAITING);
            } else if (next().isEmpty()) {
                end(target, StepOutcome.APPLIED);
            } else {
                return;
            }
        }
    }

    private boolean isWaiting() {
        return accessNeedsLine
                && Optional.ofNullable(ends.get(NetworkTarget.LINE))
                        .filter(StepOutcome::isBuilt)
                        .isEmpty();
    }

    private void end(NetworkTarget target, StepOutcome outcome) {
        targets.remove();
        ends.put(target, outcome);
    }

    /** New before old, except that a login which some databases take for the old one must wait until that is gone. */
    private static List<Step> accessSteps(DesiredNetwork.Access desired) {
        Optional<AccessService> service = desired.service();
        Predicate<RadiusUser> isInTheWay = retired -> service.filter(wanted -> Spelling.isAlike(wanted.user(), retired))
                .isPresent();
        List<Step> steps = new ArrayList<>();
        desired.retired().stream().filter(isInTheWay).map(Chain::removal).forEach(steps::add);
        service.map(AccessOrder.Ensure::new).map(Step.Access::new).ifPresent(steps::add);
        desired.retired().stream()
                .filter(isInTheWay.negate())
                .map(Chain::removal)
                .forEach(steps::add);
        return steps;
    }

    private static Step removal(RadiusUser user) {
        return new Step.Access(new AccessOrder.Remove(user));
    }

    /**
     * New before old, except that an ONU which moves within an OLT must leave its old place before the OLT takes it in the new one. An
     * ONU that moves to another OLT is built there at once: the old OLT may be dead. What is only prepared comes last, so that nothing
     * that subscribers need waits for it.
     */
    private static List<Step> lineSteps(DesiredNetwork.LineSide desired) {
        Optional<LineOrder.Ensure> service = desired.service().map(LineOrder.Ensure::new);
        Optional<LineOrder.Ensure> next = desired.next().map(LineOrder.Ensure::new);
        List<OnuRegistration> wanted = Stream.concat(service.stream(), next.stream())
                .map(LineOrder.Ensure::registration)
                .toList();
        // the same ONU on the same PON port, only at another splitter output, is one registration to the OLT
        List<OnuRegistration> retired = desired.retired().stream()
                .map(Line::registration)
                .distinct()
                .filter(registration -> !wanted.contains(registration))
                .toList();
        Predicate<OnuRegistration> isMoving = registration -> wanted.stream()
                .filter(other -> other.onu().equals(registration.onu()))
                .anyMatch(other ->
                        other.ponPort().olt().equals(registration.ponPort().olt()));
        List<Step> steps = new ArrayList<>();
        retired.stream().filter(isMoving).map(Chain::removal).forEach(steps::add);
        service.map(Step.Line::new).ifPresent(steps::add);
        retired.stream().filter(isMoving.negate()).map(Chain::removal).forEach(steps::add);
        next.map(order -> new Step.Line(order, true)).ifPresent(steps::add);
        return steps;
    }

    private static Step removal(OnuRegistration registration) {
        return new Step.Line(new LineOrder.Remove(registration));
    }
}
