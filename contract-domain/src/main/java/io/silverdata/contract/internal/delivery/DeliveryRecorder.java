package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.engine.CommandMetadata;
import io.silverdata.contract.engine.Decider;
import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.internal.transaction.DecisionWriter;
import io.silverdata.contract.internal.transaction.FaultIsolation;
import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.listener.DeliveryReport;
import io.silverdata.contract.model.Actor;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.SettledWork;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkSettlement;
import io.silverdata.contract.worker.DeliveryOutcome;
import io.silverdata.contract.worker.DeliverySummary;
import io.vavr.control.Either;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down how deliveries ended: the rows of work, and the contracts. Thread-safe. */
public final class DeliveryRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRecorder.class);
    private static final Actor ACTOR = new Actor("contract");

    /** What is wrong with a contract itself is not mended by trying as often as a device that fails. */
    private static final int MOST_FAULTS = 10;

    private final Storage storage;
    private final Transactions transactions;
    private final DecisionWriter writer;
    private final WorkerSettings settings;
    private final ZoneId zone;
    private final Supplier<Instant> now;
    private final ContractsListener listener;
    private final FaultIsolation faults;
    private final Leftovers leftovers;

    /** A recorder; all parts are shared with the facade. */
    public DeliveryRecorder(
            Storage storage,
            Transactions transactions,
            DecisionWriter writer,
            WorkerSettings settings,
            ZoneId zone,
            Supplier<Instant> now,
            ContractsListener listener,
            FaultIsolation faults,
            NetworkDriver network) {
        this.storage = storage;
        this.transactions = transactions;
        this.writer = writer;
        this.settings = settings;
        this.zone = zone;
        this.now = now;
        this.listener = listener;
        this.faults = faults;
        this.leftovers = new Leftovers(storage, transactions, network, now);
    }

    /** A delivery, and how its targets fared. */
    private record Outcome(Delivery delivery, List<TargetResult> results) {
        ContractId id() {
            return delivery.id();
        }
    }

    /** Records how deliveries ended, together if that works, else one by one. */
    DeliverySummary record(List<Delivery> deliveries) {
        List<Outcome> outcomes = deliveries.stream()
                .map(delivery -> new Outcome(
                        delivery, delivery.results(settings.retries().maxAttempts())))
                .toList();
        List<Outcome> held = outcomes.stream()
                .filter(outcome -> !outcome.delivery().isLost())
                .toList();
        DeliverySummary done = outcomes.stream()
                .filter(outcome -> outcome.delivery().isLost())
                .map(outcome -> close(outcome, true))
                .reduce(DeliverySummary.NONE, DeliverySummary::plus, DeliverySummary::plus);
        Set<ContractId> lost;
        try {
            lost = transactions.call(() -> settle(held));
        } catch (RuntimeException together) {
            LOG.debug("outcomes are recorded one by one", together);
            for (Outcome outcome : held) {
                done = done.plus(alone(outcome));
            }
            return done;
        }
        for (Outcome outcome : held) {
            done = done.plus(close(outcome, lost.contains(outcome.id())));
        }
        return done;
    }

    /** What cannot be read, or throws, is an attempt of that contract and no more. */
    DeliveryOutcome fault(WorkLease lease, RuntimeException thrown) {
        ContractFault fault = faults.of(FaultIsolation.Work.DELIVERY, lease.contract(), thrown);
        Instant at = now.get();
        boolean isLast = Stream.of(NetworkTarget.values())
                .map(lease::of)
                .filter(work -> work.isDue(at))
                .anyMatch(work -> work.attempts() + 1
                        >= Math.min(MOST_FAULTS, settings.retries().maxAttempts()));
        Pauses pauses = new Pauses(settings, at);
        WorkSettlement settlement = new WorkSettlement(
                lease,
                faulty(lease.access(), at, isLast, fault, pauses),
                faulty(lease.line(), at, isLast, fault, pauses));
        boolean isLost = !transactions
                .call(() -> storage.work().settle(List.of(settlement)))
                .lost()
                .isEmpty();
        return isLost ? DeliveryOutcome.LOST : isLast ? DeliveryOutcome.FAILED : DeliveryOutcome.RETRIED;
    }

    private static TargetWork faulty(TargetWork work, Instant at, boolean isLast, ContractFault fault, Pauses pauses) {
        if (!work.isDue(at)) {
            return work;
        }
        return isLast
                ? work.parked(fault.problem())
                : work.retried(pauses.after(work.attempts() + 1, false), fault.problem());
    }

    private DeliveryOutcome alone(Outcome outcome) {
        Set<ContractId> lost;
        try {
            lost = transactions.call(() -> settle(List.of(outcome)));
        } catch (RuntimeException thrown) {
            return fault(outcome.delivery().lease(), thrown);
        }
        return close(outcome, !lost.isEmpty());
    }

    /** The leases are settled first: a worker that lost one records nothing of what it delivered. */
    private Set<ContractId> settle(List<Outcome> outcomes) {
        Instant at = now.get();
        Pauses pauses = new Pauses(settings, at);
        SettledWork settled = storage.work()
                .settle(outcomes.stream()
                        .map(outcome -> outcome.delivery().settlement(outcome.results(), pauses))
                        .toList());
        List<Outcome> held = outcomes.stream()
                .filter(outcome -> !settled.lost().contains(outcome.id()))
                .filter(outcome -> outcome.results().stream().anyMatch(DeliveryRecorder::isDecided))
                .toList();
        storage.contracts().findAll(held.stream().map(Outcome::id).toList());
        held.forEach(outcome -> decide(outcome, settled, at));
        return settled.lost();
    }

    private static boolean isDecided(TargetResult result) {
        return result.outcome() == DeliveryOutcome.CONFIRMED || result.outcome() == DeliveryOutcome.FAILED;
    }

    /** A target that was marked meanwhile is told again, so what it answered before decides nothing. */
    private void decide(Outcome outcome, SettledWork settled, Instant at) {
        Optional<Contract> before = storage.contracts().find(outcome.id());
        if (before.isEmpty()) {
            return;
        }
        CommandMetadata metadata = CommandMetadata.at(at, zone, ACTOR, Trigger.NETWORK);
        Decision decision = new Decision(before.get(), List.of());
        for (TargetResult result : outcome.results()) {
            Optional<Command> command =
                    settled.isMarked(outcome.id(), result.target()) ? Optional.empty() : commandFor(result);
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
            case RETRIED, POSTPONED, HELD, LOST -> Optional.empty();
        };
    }

    private DeliveryOutcome close(Outcome outcome, boolean isLost) {
        faults.over(FaultIsolation.Work.DELIVERY, outcome.id());
        if (isLost) {
            deliverAgain(outcome.delivery());
        }
        outcome.results().forEach(result -> report(outcome.id(), result));
        return isLost ? DeliveryOutcome.LOST : ofRow(outcome);
    }

    /**
     * Another worker may have told the device a newer wish before this one did. What the contract wants is told again, and what it does not
     * want any more is removed.
     */
    private void deliverAgain(Delivery delivery) {
        LOG.warn("contract {}: the lease was lost; what was delivered is not recorded", delivery.id());
        Set<NetworkTarget> targets = delivery.told().stream()
                .map(Step::target)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(NetworkTarget.class)));
        if (!targets.isEmpty()) {
            transactions.run(() -> storage.work().enqueue(delivery.id(), targets, now.get()));
            delivery.told().forEach(leftovers::removeUnlessHeld);
        }
    }

    /** How a row fared: what is tried again outweighs what was given up. */
    private static DeliveryOutcome ofRow(Outcome outcome) {
        return Stream.of(
                        DeliveryOutcome.RETRIED,
                        DeliveryOutcome.POSTPONED,
                        DeliveryOutcome.HELD,
                        DeliveryOutcome.FAILED)
                .filter(worst -> outcome.results().stream().anyMatch(result -> result.outcome() == worst))
                .findFirst()
                .orElse(outcome.delivery().isWaiting() ? DeliveryOutcome.POSTPONED : DeliveryOutcome.CONFIRMED);
    }

    private void report(ContractId contract, TargetResult result) {
        if (result.outcome() == DeliveryOutcome.FAILED) {
            LOG.warn(
                    "contract {}: {} given up at attempt {}: {}",
                    contract,
                    result.target(),
                    result.attempt(),
                    result.words());
        } else {
            LOG.debug(
                    "contract {}: {} attempt {}: {} {}",
                    contract,
                    result.target(),
                    result.attempt(),
                    result.outcome(),
                    result.words());
        }
        listener.onDelivery(new DeliveryReport(
                contract,
                result.target(),
                result.version(),
                result.attempt(),
                result.outcome(),
                result.problem(),
                result.took()));
    }
}
