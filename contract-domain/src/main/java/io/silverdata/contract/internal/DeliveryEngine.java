package io.silverdata.contract.internal;

import io.silverdata.contract.Delivery;
import io.silverdata.contract.RetryPolicy;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Decision;
import io.silverdata.contract.model.Occasion;
import io.silverdata.contract.model.ProvisioningFailure;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.WorkLease;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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

    private final Storage storage;
    private final Transactions transactions;
    private final Ledger ledger;
    private final NetworkDriver network;
    private final RetryPolicy retries;
    private final RandomGenerator random;
    private final ZoneId zone;
    private final String worker;
    private final Duration workLease;
    private final Supplier<Instant> now;

    /** An engine; all parts are shared with the facade. */
    public DeliveryEngine(
            Storage storage,
            Transactions transactions,
            Ledger ledger,
            NetworkDriver network,
            RetryPolicy retries,
            RandomGenerator random,
            ZoneId zone,
            String worker,
            Duration lease,
            Supplier<Instant> now) {
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
    }

    /** Delivers at most so many contracts, one after the other on the calling thread. */
    public Delivery deliver(int most) {
        Delivery done = Delivery.NONE;
        while (done.leased() < most) {
            int size = Math.min(BATCH, most - done.leased());
            List<WorkLease> leases = transactions.call(() -> {
                Instant start = now.get();
                return storage.work().lease(size, worker, start, start.plus(workLease));
            });
            for (WorkLease lease : leases) {
                done = done.plus(deliver(lease));
            }
            if (leases.size() < size) {
                return done;
            }
        }
        return done;
    }

    private Delivery deliver(WorkLease lease) {
        if (!now.get().isBefore(lease.until())) {
            return tally(Settlement.LOST);
        }
        Optional<Contract> contract =
                transactions.call(() -> storage.contracts().find(lease.contract()));
        List<TargetResult> results = contract.map(network::deliver).orElse(List.of());
        return tally(transactions.call(() -> settle(lease, results)));
    }

    private enum Settlement {
        CONFIRMED,
        RETRIED,
        POSTPONED,
        FAILED,
        LOST
    }

    /** The lease is settled first: whoever lost it keeps nothing of what was delivered. */
    private Settlement settle(WorkLease lease, List<TargetResult> results) {
        Instant at = now.get();
        boolean lastAttempt = lease.attempts() + 1 >= retries.mostAttempts();
        Settlement settlement = worst(results, lastAttempt);
        String problem = results.stream()
                .flatMap(result -> result.problem().stream())
                .map(failure -> failure.code() + ": " + failure.detail())
                .findFirst()
                .orElse("");
        boolean held = switch (settlement) {
            case CONFIRMED -> storage.work().complete(lease);
            case RETRIED -> storage.work().retry(lease, at.plus(delay(lease)), problem);
            case POSTPONED -> storage.work().handBack(lease, at.plus(POSTPONEMENT));
            case FAILED -> storage.work().park(lease, problem);
            case LOST -> false;
        };
        if (!held) {
            LOG.warn("contract {}: the lease was lost; what was delivered is not recorded", lease.contract());
            return Settlement.LOST;
        }
        record(lease.contract(), results, lastAttempt, at);
        if (settlement == Settlement.FAILED) {
            LOG.warn("contract {}: given up after {} attempts: {}", lease.contract(), lease.attempts() + 1, problem);
        }
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
        Occasion occasion = Occasion.at(at, zone, ACTOR, Trigger.NETWORK);
        Decision decision = new Decision(before.get(), List.of());
        for (TargetResult result : results) {
            Optional<Command> command = commandFor(result, lastAttempt);
            if (command.isPresent()) {
                Either<Rejection, Decision> next = decision.then(contract -> contract.handle(command.get(), occasion));
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

    private static Delivery tally(Settlement settlement) {
        return switch (settlement) {
            case CONFIRMED -> new Delivery(1, 1, 0, 0, 0, 0);
            case RETRIED -> new Delivery(1, 0, 1, 0, 0, 0);
            case POSTPONED -> new Delivery(1, 0, 0, 1, 0, 0);
            case FAILED -> new Delivery(1, 0, 0, 0, 1, 0);
            case LOST -> new Delivery(1, 0, 0, 0, 0, 1);
        };
    }
}
