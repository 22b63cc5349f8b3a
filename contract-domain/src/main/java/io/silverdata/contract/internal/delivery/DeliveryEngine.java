package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.internal.transaction.ContractSettler;
import io.silverdata.contract.internal.transaction.DecisionWriter;
import io.silverdata.contract.internal.transaction.FaultIsolation;
import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.listener.DeliveryReport;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.ProvisioningState.Summary;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.worker.DeliveryOutcome;
import io.silverdata.contract.worker.DeliverySummary;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the network to what contracts say: leases rows of work, delivers the latest desired state, and records the outcome,
 * provided that the lease still holds.
 */
public final class DeliveryEngine {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryEngine.class);
    private static final Actor ACTOR = new Actor("contract");
    private static final int BATCH = 16;
    private static final Duration POSTPONEMENT = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** What is wrong with a contract itself is not mended by trying as often as a device that is away. */
    private static final int MOST_FAULTS = 10;

    private final Storage storage;
    private final Transactions transactions;
    private final DecisionWriter writer;
    private final ContractSettler settler;
    private final NetworkDriver network;
    private final WorkerSettings settings;
    private final ZoneId zone;
    private final Supplier<Instant> now;
    private final ContractsListener listener;
    private final FaultIsolation faults;

    /** An engine; all parts are shared with the facade. */
    public DeliveryEngine(
            Storage storage,
            Transactions transactions,
            DecisionWriter writer,
            ContractSettler settler,
            NetworkDriver network,
            WorkerSettings settings,
            ZoneId zone,
            Supplier<Instant> now,
            ContractsListener listener,
            FaultIsolation faults) {
        this.storage = storage;
        this.transactions = transactions;
        this.writer = writer;
        this.settler = settler;
        this.network = network;
        this.settings = settings;
        this.zone = zone;
        this.now = now;
        this.listener = listener;
        this.faults = faults;
    }

    /**
     * Delivers at most so many contracts, one after the other on the calling thread. An OLT that did not answer once is left
     * alone for the rest of the call, so that it costs the others one time-out and no more.
     */
    public DeliverySummary deliver(int max) {
        DeliverySummary done = DeliverySummary.NONE;
        Set<OltId> silent = new HashSet<>();
        while (done.leased() < max) {
            int size = Math.min(BATCH, max - done.leased());
            List<WorkLease> leases = transactions.call(() -> {
                Instant start = now.get();
                return storage.work().lease(size, settings.name(), start, start.plus(settings.lease()));
            });
            for (WorkLease lease : leases) {
                done = done.plus(isolated(lease, silent));
            }
            if (leases.size() < size) {
                return done;
            }
        }
        return done;
    }

    /** A contract that cannot be read, or throws, is tried again and given up by itself. Others wait for nothing. */
    private DeliveryOutcome isolated(WorkLease lease, Set<OltId> silent) {
        try {
            DeliveryOutcome outcome = deliver(lease, silent);
            faults.over(FaultIsolation.Work.DELIVERY, lease.contract());
            return outcome;
        } catch (RuntimeException thrown) {
            ContractFault fault = faults.of(FaultIsolation.Work.DELIVERY, lease.contract(), thrown);
            boolean last = isLast(lease) || lease.attempts() + 1 >= MOST_FAULTS;
            boolean held = transactions.call(() -> last
                    ? storage.work().park(lease, fault.problem())
                    : storage.work().retry(lease, now.get().plus(delay(lease)), fault.problem()));
            return !held ? DeliveryOutcome.LOST : last ? DeliveryOutcome.FAILED : DeliveryOutcome.RETRIED;
        }
    }

    private DeliveryOutcome deliver(WorkLease lease, Set<OltId> silent) {
        if (!now.get().isBefore(lease.until())) {
            return DeliveryOutcome.LOST;
        }
        // What is due is settled before the network is told: a pause that is over is not delivered once more.
        Optional<Contract> contract = transactions.call(
                () -> settler.settle(lease.contract(), now.get()).map(Decision::contract));
        List<TargetResult> results = contract.map(found -> network.deliver(found, silent, isLast(lease), lease.until()))
                .orElse(List.of());
        Duration rest = contract.flatMap(Contract::line)
                        .filter(line ->
                                silent.contains(line.registration().ponPort().olt()))
                        .isPresent()
                ? SILENCE
                : POSTPONEMENT;
        boolean failedBefore = contract.filter(found -> found.provisioning().summary() == Summary.FAILED)
                .isPresent();
        DeliveryOutcome outcome = transactions.call(() -> settle(lease, results, failedBefore, rest));
        results.forEach(result -> report(lease, result));
        return outcome;
    }

    private boolean isLast(WorkLease lease) {
        return lease.attempts() + 1 >= settings.retries().maxAttempts();
    }

    /** The lease is settled first: a worker that lost it records nothing of what it delivered. */
    private DeliveryOutcome settle(WorkLease lease, List<TargetResult> results, boolean failedBefore, Duration rest) {
        Instant at = now.get();
        DeliveryOutcome next = nextOf(results, failedBefore);
        String problem = results.stream()
                .flatMap(result -> result.problem().stream())
                .map(DeliveryEngine::words)
                .findFirst()
                .orElse("");
        boolean held = switch (next) {
            case CONFIRMED -> storage.work().complete(lease);
            case RETRIED -> storage.work().retry(lease, at.plus(delay(lease)), problem);
            case POSTPONED -> storage.work().release(lease, at.plus(rest));
            case FAILED -> storage.work().park(lease, problem);
            case LOST -> false;
        };
        if (!held) {
            LOG.warn("contract {}: the lease was lost; what was delivered is not recorded", lease.contract());
            return DeliveryOutcome.LOST;
        }
        record(lease.contract(), results, at);
        return next;
    }

    /** How the row is settled. It is parked when a target failed and no other is left to try. */
    private static DeliveryOutcome nextOf(List<TargetResult> results, boolean failedBefore) {
        return Stream.of(DeliveryOutcome.RETRIED, DeliveryOutcome.POSTPONED, DeliveryOutcome.FAILED)
                .filter(outcome -> results.stream().anyMatch(result -> result.outcome() == outcome))
                .findFirst()
                .orElse(failedBefore && !results.isEmpty() ? DeliveryOutcome.FAILED : DeliveryOutcome.CONFIRMED);
    }

    private Duration delay(WorkLease lease) {
        return settings.retries().delay(lease.attempts() + 1, settings.random().nextDouble());
    }

    private void record(ContractId id, List<TargetResult> results, Instant at) {
        Optional<Contract> before = storage.contracts().find(id);
        if (before.isEmpty()) {
            return;
        }
        CommandMetadata metadata = CommandMetadata.at(at, zone, ACTOR, Trigger.NETWORK);
        Decision decision = new Decision(before.get(), List.of());
        for (TargetResult result : results) {
            Optional<Command> command = commandFor(result);
            if (command.isPresent()) {
                Either<Rejection, Decision> next =
                        decision.then(contract -> Decider.decide(contract, command.get(), metadata));
                // An answer to what is no longer wanted changes nothing; the row is due again.
                decision = next.getOrElse(decision);
            }
        }
        writer.write(before, decision, Set.of(), at);
    }

    private static Optional<Command> commandFor(TargetResult result) {
        return switch (result.outcome()) {
            case CONFIRMED -> Optional.of(new Command.ConfirmProvisioning(result.target(), result.version()));
            case FAILED ->
                result.problem()
                        .map(problem -> new Command.FailProvisioning(result.target(), result.version(), problem));
            case RETRIED, POSTPONED, LOST -> Optional.empty();
        };
    }

    private void report(WorkLease lease, TargetResult result) {
        DeliveryReport report = new DeliveryReport(
                lease.contract(),
                result.target(),
                result.version(),
                lease.attempts() + 1,
                result.outcome(),
                result.problem(),
                result.took());
        String problem = result.problem().map(DeliveryEngine::words).orElse("");
        if (report.outcome() == DeliveryOutcome.FAILED) {
            LOG.warn(
                    "contract {}: {} given up at attempt {}: {}",
                    report.contract(),
                    report.target(),
                    report.attempt(),
                    problem);
        } else {
            LOG.debug(
                    "contract {}: {} attempt {}: {} {}",
                    report.contract(),
                    report.target(),
                    report.attempt(),
                    report.outcome(),
                    problem);
        }
        listener.onDelivery(report);
    }

    private static String words(ProvisioningFailure failure) {
        return failure.code() + ": " + failure.detail();
    }
}
