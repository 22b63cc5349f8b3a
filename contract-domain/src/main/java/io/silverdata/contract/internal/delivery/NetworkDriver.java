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
     * Delivers what is pending. To cut: RADIUS, then the OLT, and the OLT even if RADIUS failed. To build or restore: the
     * OLT, then RADIUS, and RADIUS only if the OLT did as told, whether the ONU is seen online yet or not.
     *
     * @param silent OLTs that did not answer just now and are not asked again; those that do not answer this time are added
     */
    List<TargetResult> deliver(Contract contract, Set<OltId> silent, boolean isLastAttempt) {
        DesiredNetwork desired = DesiredNetwork.of(contract);
        boolean cut = desired.isCut();
        List<TargetResult> results = new ArrayList<>();
        for (NetworkTarget target : cut
                ? List.of(NetworkTarget.ACCESS, NetworkTarget.LINE)
                : List.of(NetworkTarget.LINE, NetworkTarget.ACCESS)) {
            if (contract.provisioning().of(target).needsDelivery()) {
                Instant start = now.get();
                TargetResult result = deliver(contract, target, desired, silent, isLastAttempt)
                        .taking(Duration.between(start, now.get()));
                results.add(result);
                if (!cut && !result.isConfirmed() && !isAwaited(result)) {
                    break;
                }
            }
        }
        return results;
    }

    /** Removes an ONU that no contract asks for. */
    public DeviceOutcome remove(OnuRegistration registration) {
        return take(removal(registration))
                .orElseGet(() -> new DeviceOutcome.NotSent("another worker is writing to the OLT"));
    }

    /** Removes a login that no contract asks for. */
    public DeviceOutcome remove(RadiusUser user) {
        return execute(removal(user));
    }

    private TargetResult deliver(
            Contract contract, NetworkTarget target, DesiredNetwork desired, Set<OltId> silent, boolean isLastAttempt) {
        long version = contract.provisioning().of(target).desiredVersion();
        List<Step> steps = target == NetworkTarget.ACCESS ? accessSteps(desired.access()) : lineSteps(desired.line());
        for (Step step : steps) {
            Optional<DeviceOutcome> outcome =
                    step.olt().filter(silent::contains).isPresent() ? Optional.empty() : take(step);
            if (outcome.isEmpty()) {
                return TargetResult.postponed(target, version);
            }
            if (isSilence(outcome.get())) {
                step.olt().ifPresent(silent::add);
            }
            TargetResult result = outcome.get().match(new ResultOf(target, version, isLastAttempt));
            if (!result.isConfirmed()) {
                return result;
            }
        }
        return TargetResult.confirmed(target, version);
    }

    /** Whether the device did as told, and the service is awaited. */
    private static boolean isAwaited(TargetResult result) {
        return result.problem()
                .filter(problem -> problem.code().equals(NOT_IN_SERVICE))
                .isPresent();
    }

    private static boolean isSilence(DeviceOutcome outcome) {
        return outcome instanceof DeviceOutcome.NotSent || outcome instanceof DeviceOutcome.Unknown;
    }

    /** One operation on one device, and how to read back whether it was applied. */
    private record Step(Optional<OltId> olt, Supplier<DeviceOutcome> operation, Supplier<Observation> readBack) {}

    private List<Step> accessSteps(DesiredNetwork.Access desired) {
        List<Step> steps = new ArrayList<>();
        desired.service()
                .ifPresent(service -> steps.add(
                        new Step(Optional.empty(), () -> access.ensure(service), () -> access.observe(service))));
        for (RadiusUser user : desired.retired()) {
            steps.add(removal(user));
        }
        return steps;
    }

    /** New before old, except that an ONU which moves must leave its old place before the OLT takes it in the new one. */
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
        service.ifPresent(wanted -> steps.add(new Step(
                Optional.of(wanted.line().ports().ponPort().olt()),
                () -> lines.ensure(wanted),
                () -> lines.observe(wanted))));
        for (Line line : retired) {
            if (!isMoving(line, service)) {
                steps.add(removal(line.registration()));
            }
        }
        return steps;
    }

    private static boolean isMoving(Line retired, Optional<LineService> service) {
        return service.filter(wanted -> wanted.line().onu().equals(retired.onu()))
                .isPresent();
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

    /** Takes a step; empty if another worker writes to the device. */
    private Optional<DeviceOutcome> take(Step step) {
        if (step.olt().isEmpty()) {
            return Optional.of(execute(step));
        }
        Instant start = now.get();
        Optional<DeviceLease> lease = transactions.call(() -> storage.deviceLeases()
                .acquire(step.olt().get().value(), settings.name(), start, start.plus(settings.lease())));
        if (lease.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(execute(step));
        } finally {
            transactions.run(() -> storage.deviceLeases().release(lease.get()));
        }
    }

    /** Unknown is read back, never guessed. */
    private static DeviceOutcome execute(Step step) {
        DeviceOutcome outcome = guarded(step.operation());
        if (!(outcome instanceof DeviceOutcome.Unknown)) {
            return outcome;
        }
        try {
            return step.readBack().get() instanceof Observation.InSync ? new DeviceOutcome.Applied() : outcome;
        } catch (RuntimeException defect) {
            LOG.warn("reading back failed", defect);
            return outcome;
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
