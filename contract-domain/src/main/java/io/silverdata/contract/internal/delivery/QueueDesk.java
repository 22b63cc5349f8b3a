package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.spi.QueuedWork;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkSettlement;
import io.silverdata.contract.worker.NetworkStatus;
import io.silverdata.contract.worker.TargetStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people ask about the queue, and do to single rows of it. Thread-safe. */
final class QueueDesk {
    private static final String RADIUS = "RADIUS";

    private final Storage storage;
    private final Transactions transactions;
    private final WorkerSettings settings;

    QueueDesk(Storage storage, Transactions transactions, WorkerSettings settings) {
        this.storage = storage;
        this.transactions = transactions;
        this.settings = settings;
    }

    Optional<NetworkStatus> status(ContractId id) {
        return transactions.call(() -> storage.contracts().find(id).map(contract -> {
            Optional<QueuedWork> row = storage.work().find(id);
            return new NetworkStatus(
                    id,
                    contract.provisioning().summary(),
                    status(contract, NetworkTarget.ACCESS, row),
                    status(contract, NetworkTarget.LINE, row),
                    row.flatMap(QueuedWork::holder));
        }));
    }

    void deliverNow(ContractId contract, Instant now) {
        transactions.run(() -> storage.work().enqueue(contract, EnumSet.allOf(NetworkTarget.class), now));
    }

    /** A worker that has the row now would not notice, so that the row has to be free. */
    Set<NetworkTarget> park(ContractId contract, String reason, Instant now) {
        return transactions.call(() -> {
            Set<NetworkTarget> parked = EnumSet.noneOf(NetworkTarget.class);
            storage.work()
                    .lease(contract, settings.name(), now, now.plus(settings.lease()))
                    .ifPresent(lease -> {
                        storage.work()
                                .settle(List.of(new WorkSettlement(
                                        lease, parked(lease.access(), reason), parked(lease.line(), reason))));
                        for (NetworkTarget target : NetworkTarget.values()) {
                            if (lease.of(target).dueAt().isPresent()) {
                                parked.add(target);
                            }
                        }
                    });
            return parked;
        });
    }

    private static TargetWork parked(TargetWork work, String reason) {
        return work.dueAt().isPresent() ? new TargetWork(Optional.empty(), work.attempts(), Optional.of(reason)) : work;
    }

    private static TargetStatus status(Contract contract, NetworkTarget target, Optional<QueuedWork> row) {
        return new TargetStatus(
                target,
                device(contract, target),
                contract.provisioning().of(target),
                row.map(work -> work.of(target)).orElse(TargetWork.NONE));
    }

    private static Optional<String> device(Contract contract, NetworkTarget target) {
        return switch (target) {
            case ACCESS -> contract.radiusUser().map(login -> RADIUS);
            case LINE ->
                contract.line().map(line -> line.registration().ponPort().olt().value());
        };
    }
}
