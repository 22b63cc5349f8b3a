package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.worker.DeliveryOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the two sides of the network what a contract wants, in the order in which it must be told. */
public final class NetworkDriver {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkDriver.class);

    private static final String NOT_IN_SERVICE = "NOT_IN_SERVICE";

    private final Storage storage;
    private final Transactions transactions;
    private final AccessProvisioner access;
    private final LineProvisioner lines;
    private final WorkerSettings settings;
    private final Supplier<Instant> now;

    /** A driver; all parts are shared with the facade. */
    public NetworkDriver(
            Storage storage,
            Transactions transactions,
            AccessProvisioner access,
            LineProvisioner lines,
            WorkerSettings settings,
            Supplier<Instant> now) {
        this.storage = storage;
        this.transactions = transactions;
        this.access = access;
        this.lines = lines;
        this.settings = settings;
        this.now = now;
    }

    /**
     * Delivers what is pending. To restrict or to end: RADIUS, then the OLT. To build or restore: the OLT, then RADIUS. Neither
     * waits for the other, with one exception: where the line is built for the first time, RADIUS waits until the OLT did as told,
     * whether the ONU is seen online yet or not.
     *
     * @param silent OLTs that did not answer just now and are not asked again; those that do not answer this time are added
     * @param until when the lease of the contract ends; no step begins after it, because another worker may deliver a newer wish
     */
    List<TargetResult> deliver(Contract contract, Set<OltId> silent, boolean isLastAttempt, Instant until) {
        DesiredNetwork desired = DesiredNetwork.of(contract);
        boolean restricts = desired.isRestricted();
        List<TargetResult> results = new ArrayList<>();
        for (NetworkTarget target : restricts
                ? List.of(NetworkTarget.ACCESS, NetworkTarget.LINE)
                : List.of(NetworkTarget.LINE, NetworkTarget.ACCESS)) {
            if (contract.provisioning().of(target).needsDelivery()) {
                Instant start = now.get();
                TargetResult result = deliver(contract, target, desired, silent, isLastAttempt, until)
                        .taking(Duration.between(start, now.get()));
                results.add(result);
                if (!restricts && isFirstLine(contract) && !result.isConfirmed() && !isAwaited(result)) {
                    break;
                }
            }
        }
        return results;
    }

    /** Removes an ONU that no contract asks for. */
    public DeviceOutcome remove(OnuRegistration registration) {
        return take(removal(registration), Instant.MAX)
                .map(Answer::outcome)
                .orElseGet(() -> new DeviceOutcome.NotSent("another worker is writing to the OLT"));
    }

    /** Removes a login that no contract asks for. */
    public DeviceOutcome remove(RadiusUser user) {
        return execute(removal(user)).outcome();
    }

    private TargetResult deliver(
            Contract contract,
            NetworkTarget target,
            DesiredNetwork desired,
            Set<OltId> silent,
            boolean isLastAttempt,
            Instant until) {
        long version = contract.provisioning().of(target).desiredVersion();
        List<Step> steps = target == NetworkTarget.ACCESS ? accessSteps(desired.access()) : lineSteps(desired.line());
        for (Step step : steps) {
            Optional<Answer> answer =
                    step.olt().filter(silent::contains).isPresent() ? Optional.empty() : take(step, until);
            if (answer.isEmpty()) {
                return TargetResult.postponed(target, version);
            }
            if (answer.get().isSilence()) {
                step.olt().ifPresent(silent::add);
            }
            TargetResult result = answer.get().outcome().match(new ResultOf(target, version, isLastAttempt));
            if (!result.isConfirmed()) {
                return result;
            }
        }
        return TargetResult.confirmed(target, version);
    }

    private static boolean isFirstLine(Contract contract) {
        return contract.provisioning().line().confirmedVersion() == 0;
    }

    /** Whether the device did as told, and the service is awaited. */
    private static boolean isAwaited(TargetResult result) {
        return result.problem()
                .filter(problem -> problem.code().equals(NOT_IN_SERVICE))
                .isPresent();
    }

    /** The outcome of a step, and whether the device could not be reached at all, so that other orders for it can wait. */
    private record Answer(DeviceOutcome outcome, boolean isSilence) {
        static Answer of(DeviceOutcome outcome) {
            return new Answer(
                    outcome, outcome instanceof DeviceOutcome.NotSent || outcome instanceof DeviceOutcome.NoAnswer);
        }
    }

    /** One operation on one device, and how to read back whether it was applied. */
    private record Step(Optional<OltId> olt, Supplier<DeviceOutcome> operation, Supplier<Observation> readBack) {}

    /** New before old, except that a login which some databases take for the old one must wait until that is gone. */
    private List<Step> accessSteps(DesiredNetwork.Access desired) {
        Predicate<RadiusUser> isInTheWay = retired -> desired.service()
                .filter(service -> Spelling.isAlike(service.user(), retired))
                .isPresent();
        List<Step> steps = new ArrayList<>();
        desired.retired().stream().filter(isInTheWay).map(this::removal).forEach(steps::add);
        desired.service()
                .ifPresent(service -> steps.add(
                        new Step(Optional.empty(), () -> access.ensure(service), () -> access.observe(service))));
        desired.retired().stream()
                .filter(isInTheWay.negate())
                .map(this::removal)
                .forEach(steps::add);
        return steps;
    }

    /**
     * New before old, except that an ONU which moves within an OLT must leave its old place before the OLT takes it in the new one. An
     * ONU that moves to another OLT is built there at once: the old OLT may be dead.
     */
    private List<Step> lineSteps(DesiredNetwork.LineSide desired) {
        List<Step> steps = new ArrayList<>();
        Optional<LineService> service = desired.service();
        List<Line> retired = desired.retired().stream()
                .filter(line -> !isSameRegistration(line, service))
                .toList();
        for (Line line : retired) {
            if (isMoving(line, service)) {
                steps.add(removal(line.registration()));
            }
        }
        service.ifPresent(wanted -> steps.add(
                new Step(Optional.of(olt(wanted.line())), () -> lines.ensure(wanted), () -> lines.observe(wanted))));
        for (Line line : retired) {
            if (!isMoving(line, service)) {
                steps.add(removal(line.registration()));
            }
        }
        return steps;
    }

    private static boolean isMoving(Line retired, Optional<LineService> service) {
        return service.filter(wanted -> wanted.line().onu().equals(retired.onu()))
                .filter(wanted -> olt(wanted.line()).equals(olt(retired)))
                .isPresent();
    }

    private static OltId olt(Line line) {
        return line.ports().ponPort().olt();
    }

    /** The same ONU on the same PON port, only at another splitter output, is one registration to the OLT: it stays. */
    private static boolean isSameRegistration(Line retired, Optional<LineService> service) {
        return service.filter(wanted -> wanted.line().registration().equals(retired.registration()))
                .isPresent();
    }

    private Step removal(RadiusUser user) {
        return new Step(Optional.empty(), () -> access.remove(user), () -> access.observeRemoved(user));
    }

    private Step removal(OnuRegistration registration) {
        return new Step(
                Optional.of(registration.ponPort().olt()),
                () -> lines.remove(registration),
                () -> lines.observeRemoved(registration));
    }

    /** Takes a step; empty if another worker writes to the device, or may by now have leased the contract. */
    private Optional<Answer> take(Step step, Instant until) {
        if (step.olt().isEmpty()) {
            return executeBefore(until, step);
        }
        Instant start = now.get();
        Optional<DeviceLease> lease = transactions.call(() -> storage.deviceLeases()
                .acquire(step.olt().get().value(), settings.name(), start, start.plus(settings.lease())));
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        try {
            return executeBefore(until, step);
        } finally {
            transactions.run(() -> storage.deviceLeases().release(lease.get()));
        }
    }

    private Optional<Answer> executeBefore(Instant until, Step step) {
        return now.get().isBefore(until) ? Optional.of(execute(step)) : Optional.empty();
    }

    /** Unknown is read back, never guessed. A device that can be read back answers, whatever became of the order. */
    private static Answer execute(Step step) {
        DeviceOutcome outcome = guarded(step.operation());
        if (!(outcome instanceof DeviceOutcome.Unknown || outcome instanceof DeviceOutcome.NoAnswer)) {
            return Answer.of(outcome);
        }
        try {
            Observation seen = step.readBack().get();
            return seen instanceof Observation.InSync
                    ? Answer.of(new DeviceOutcome.Applied())
                    : new Answer(
                            outcome,
                            outcome instanceof DeviceOutcome.NoAnswer || seen instanceof Observation.Unreadable);
        } catch (RuntimeException defect) {
            LOG.warn("reading back failed", defect);
            return Answer.of(outcome);
        }
    }

    private static DeviceOutcome guarded(Supplier<DeviceOutcome> operation) {
        try {
            return operation.get();
        } catch (RuntimeException defect) {
            LOG.warn("a network adapter threw", defect);
            return new DeviceOutcome.Unknown("the adapter threw " + defect);
        }
    }

    /** The one place where the outcome of a device becomes that of a delivery. */
    private record ResultOf(NetworkTarget target, long version, boolean isLastAttempt)
            implements DeviceOutcome.Cases<TargetResult> {
        @Override
        public TargetResult on(DeviceOutcome.Applied outcome) {
            return TargetResult.confirmed(target, version);
        }

        @Override
        public TargetResult on(DeviceOutcome.Refused outcome) {
            return problem(DeliveryOutcome.FAILED, outcome.code(), outcome.detail());
        }

        @Override
        public TargetResult on(DeviceOutcome.NotSent outcome) {
            return problem(retried(), "NOT_SENT", outcome.detail());
        }

        @Override
        public TargetResult on(DeviceOutcome.NoAnswer outcome) {
            return problem(retried(), "NO_ANSWER", outcome.detail());
        }

        @Override
        public TargetResult on(DeviceOutcome.Unknown outcome) {
            return problem(retried(), "UNKNOWN", outcome.detail());
        }

        /** Never given up: how long an ONU stays in its box is no fault. */
        @Override
        public TargetResult on(DeviceOutcome.Pending outcome) {
            return problem(DeliveryOutcome.RETRIED, NOT_IN_SERVICE, outcome.detail());
        }

        private DeliveryOutcome retried() {
            return isLastAttempt ? DeliveryOutcome.FAILED : DeliveryOutcome.RETRIED;
        }

        private TargetResult problem(DeliveryOutcome outcome, String code, String detail) {
            return new TargetResult(
                    target, version, outcome, Optional.of(new ProvisioningFailure(code, detail)), Duration.ZERO);
        }
    }
}
