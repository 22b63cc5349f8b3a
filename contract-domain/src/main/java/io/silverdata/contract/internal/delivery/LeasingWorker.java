package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.internal.command.CommandRequest;
import io.silverdata.contract.internal.command.CommandRunner;
import io.silverdata.contract.internal.transaction.FaultIsolation;
import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.spi.QueueDepth;
import io.silverdata.contract.spi.QueuedWork;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.WorkState;
import io.silverdata.contract.worker.ContractWorker;
import io.silverdata.contract.worker.DeliverySummary;
import io.silverdata.contract.worker.DueSummary;
import io.silverdata.contract.worker.Health;
import io.silverdata.contract.worker.NetworkStatus;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The worker that leases rows of the work queue, so that any number of them share it. */
public final class LeasingWorker implements ContractWorker {
    private final Storage storage;
    private final Transactions transactions;
    private final CommandRunner commands;
    private final DeliveryEngine delivery;
    private final DueRunner due;
    private final AccessProvisioner radius;
    private final LineProvisioner olts;
    private final Supplier<Instant> now;
    private final FaultIsolation faults;
    private final QueueDesk queue;

    /** A worker; all parts are shared with the facade. */
    public LeasingWorker(
            Storage storage,
            Transactions transactions,
            CommandRunner commands,
            DeliveryEngine delivery,
            DueRunner due,
            AccessProvisioner radius,
            LineProvisioner olts,
            Supplier<Instant> now,
            FaultIsolation faults,
            WorkerSettings settings) {
        this.storage = storage;
        this.transactions = transactions;
        this.commands = commands;
        this.delivery = delivery;
        this.due = due;
        this.radius = radius;
        this.olts = olts;
        this.now = now;
        this.faults = faults;
        queue = new QueueDesk(storage, transactions, settings);
    }

    @Override
    public DeliverySummary deliverPending(int max) {
        requirePositive(max);
        transactions.requireOutside("deliverPending");
        return delivery.deliver(max);
    }

    @Override
    public DueSummary applyDue(int max) {
        requirePositive(max);
        return due.apply(max, now.get());
    }

    @Override
    public Either<Rejection, CommandResult> retryProvisioning(ContractId contract, CommandContext context) {
        return commands.run(
                CommandRequest.on(contract, "retryProvisioning", CommandKind.RETRY_PROVISIONING, context),
                new Command.RetryProvisioning());
    }

    @Override
    public List<ParkedWork> parked(int max) {
        requirePositive(max);
        return storage.work().parked(max);
    }

    @Override
    public List<QueuedWork> queue(Set<WorkState> states, Optional<ContractId> after, int max) {
        requirePositive(max);
        return storage.work().page(states, now.get(), after, max);
    }

    @Override
    public Optional<NetworkStatus> networkStatus(ContractId contract) {
        return queue.status(contract);
    }

    @Override
    public void redeliver(ContractId contract) {
        queue.deliverNow(contract, now.get());
    }

    @Override
    public Set<NetworkTarget> park(ContractId contract, String reason) {
        return queue.park(contract, Objects.requireNonNull(reason, "reason"), now.get());
    }

    @Override
    public Health health() {
        Instant at = now.get();
        QueueDepth depth = storage.work().depth(at);
        return new Health(
                at,
                depth,
                depth.oldestDue()
                        .map(oldest -> Duration.between(oldest, at))
                        .filter(lag -> !lag.isNegative())
                        .orElse(Duration.ZERO),
                faults.present(),
                storage.longestTransaction(),
                storage.deviceLeases().held(at),
                Stream.concat(radius.devices().stream(), olts.devices().stream())
                        .toList());
    }

    private static void requirePositive(int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max must be 1 or more, was " + max);
        }
    }
}
