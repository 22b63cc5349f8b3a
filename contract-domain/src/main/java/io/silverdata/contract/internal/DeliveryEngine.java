package io.silverdata.contract.internal;

import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.listener.DeliveryReport;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.worker.DeliverySummary;
import io.silverdata.contract.worker.RetryPolicy;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the network to what contracts say: leases rows of work, delivers the latest desired state, and keeps what came of
 * it, provided that the lease still holds.
 */
public final class DeliveryEngine {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryEngine.class);
    private static final Actor ACTOR = new Actor("contract");
    private static final int BATCH = 16;
    private static final Duration POSTPONEMENT = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Storage storage;
    private final Transactions transactions;
    private final DecisionWriter ledger;
    private final NetworkDriver network;
    private final RetryPolicy retries;
    private final RandomGenerator random;
    private final ZoneId zone;
    private final String worker;
    private final Duration workLease;
    private final Supplier<Instant> now;
    private final ContractsListener listener;

    /** An engine; all parts are shared with the facade. */
    public DeliveryEngine(
            Storage storage,
            Transactions transactions,
            DecisionWriter ledger,
            NetworkDriver network,
            RetryPolicy retries,
            RandomGenerator random,
            ZoneId zone,
            String worker,
            Duration lease,
            Supplier<Instant> now,
            ContractsListener listener) {
        this.storage = storage;
        this.transactions = transactions;
        this.ledger = ledger;
        this.network = network;
        this.retries = retries;
        this.random = random;
        this.zone = zone;
        this.worker = worker;
        this.workLease = lease;
        this.now = now;
        this.listener = listener;
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
                return storage.work().lease(size, worker, start, start.plus(workLease));
            });
            for (WorkLease lease : leases) {
                done = done.plus(deliver(lease, silent));
            }
            if (leases.size() < size) {
                return done;
            }
        }
        return done;
    }

    private DeliverySummary deliver(WorkLease lease, Set<OltId> silent) {
        if (!now.get().isBefore(lease.until())) {
            return tally(Settlement.LOST);
        }
        Optional<Contract> contract =
                transactions.call(() -> storage.contracts().find(lease.contract()));
        List<TargetResult> results =
                contract.map(found -> network.deliver(found, silent)).orElse(List.of());
        Duration rest = contract.flatMap(Contract::line)
                        .filter(line ->
                                silent.contains(line.registration().ponPort().olt()))
                        .isPresent()
                ? SILENCE
                : POSTPONEMENT;
        Settlement settlement = transactions.call(() -> settle(lease, results, rest));
        results.forEach(result -> report(lease, result));
        return tally(settlement);
    }

    private void report(WorkLease lease, TargetResult result) {
        boolean lastAttempt = isLast(lease);
        DeliveryReport report = new DeliveryReport(
                lease.contract(),
                result.target(),
                result.version(),
                lease.attempts() + 1,
                outcome(result, lastAttempt),
                result.problem(),
                result.took());
        String problem = result.problem().map(DeliveryEngine::words).orElse("");
        if (report.outcome() == DeliveryReport.Outcome.FAILED) {
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

    private static DeliveryReport.Outcome outcome(TargetResult result, boolean lastAttempt) {
        return switch (result.kind()) {
            case CONFIRMED -> DeliveryReport.Outcome.CONFIRMED;
            case BUSY -> DeliveryReport.Outcome.POSTPONED;
            case RETRY -> lastAttempt ? DeliveryReport.Outcome.FAILED : DeliveryReport.Outcome.RETRIED;
            case REFUSED -> DeliveryReport.Outcome.FAILED;
        };
    }

    private static String words(ProvisioningFailure failure) {
        return failure.code() + ": " + failure.detail();
    }

    private boolean isLast(WorkLease lease) {
        return lease.attempts() + 1 >= retries.maxAttempts();
    }

    private enum Settlement {
        CONFIRMED,
        RETRIED,
        POSTPONED,
        FAILED,
        LOST
    }

    /** The lease is settled first: whoever lost it keeps nothing of what was delivered. */
    private Settlement settle(WorkLease lease, List<TargetResult> results, Duration rest) {
        Instant at = now.get();
        boolean lastAttempt = isLast(lease);
        Settlement settlement = worst(results, lastAttempt);
        String problem = results.stream()
                .flatMap(result -> result.problem().stream())
                .map(DeliveryEngine::words)
                .findFirst()
                .orElse("");
        boolean held = switch (settlement) {
            case CONFIRMED -> storage.work().complete(lease);
            case RETRIED -> storage.work().retry(lease, at.plus(delay(lease)), problem);
            case POSTPONED -> storage.work().release(lease, at.plus(rest));
            case FAILED -> storage.work().park(lease, problem);
            case LOST -> false;
        };
        if (!held) {
            LOG.warn("contract {}: the lease was lost; what was delivered is not recorded", lease.contract());
            return Settlement.LOST;
        }
        record(lease.contract(), results, lastAttempt, at);
        return settlement;
    }

    private static Settlement worst(List<TargetResult> results, boolean lastAttempt) {
        TargetResult.Kind worst =
                results.stream().map(TargetResult::kind).max(Enum::compareTo).orElse(TargetResult.Kind.CONFIRMED);
        return switch (worst) {
            case CONFIRMED -> Settlement.CONFIRMED;
            case BUSY -> Settlement.POSTPONED;
            case RETRY -> lastAttempt ? Settlement.FAILED : Settlement.RETRIED;
            case REFUSED -> Settlement.FAILED;
        };
    }

    private Duration delay(WorkLease lease) {
        return retries.delay(lease.attempts() + 1, random.nextDouble());
    }

    private void record(ContractId id, List<TargetResult> results, boolean lastAttempt, Instant at) {
        Optional<Contract> before = storage.contracts().find(id);
        if (before.isEmpty()) {
            return;
        }
        CommandMetadata metadata = CommandMetadata.at(at, zone, ACTOR, Trigger.NETWORK);
        Decision decision = new Decision(before.get(), List.of());
        for (TargetResult result : results) {
            Optional<Command> command = commandFor(result, lastAttempt);
            if (command.isPresent()) {
                Either<Rejection, Decision> next =
                        decision.then(contract -> Decider.decide(contract, command.get(), metadata));
                // An answer to what is no longer wanted changes nothing; the row is due again.
                decision = next.getOrElse(decision);
            }
        }
        ledger.keep(before, decision, Set.of(), at);
    }

    private static Optional<Command> commandFor(TargetResult result, boolean lastAttempt) {
        return switch (result.kind()) {
            case CONFIRMED -> Optional.of(new Command.ConfirmProvisioning(result.target(), result.version()));
            case REFUSED -> failure(result);
            case RETRY -> lastAttempt ? failure(result) : Optional.empty();
            case BUSY -> Optional.empty();
        };
    }

    private static Optional<Command> failure(TargetResult result) {
        ProvisioningFailure failure =
                result.problem().orElseThrow(() -> new IllegalStateException("a failure without a problem"));
        return Optional.of(new Command.FailProvisioning(result.target(), result.version(), failure));
    }

    private static DeliverySummary tally(Settlement settlement) {
        return switch (settlement) {
            case CONFIRMED -> new DeliverySummary(1, 1, 0, 0, 0, 0);
            case RETRIED -> new DeliverySummary(1, 0, 1, 0, 0, 0);
            case POSTPONED -> new DeliverySummary(1, 0, 0, 1, 0, 0);
            case FAILED -> new DeliverySummary(1, 0, 0, 0, 1, 0);
            case LOST -> new DeliverySummary(1, 0, 0, 0, 0, 1);
        };
    }
}
