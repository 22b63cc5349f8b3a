package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.engine.Decision;
import io.silverdata.contract.internal.transaction.ContractSettler;
import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spi.WorkLease;
import io.silverdata.contract.spi.WorkSettlement;
import io.silverdata.contract.worker.DeliverySummary;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the network to what contracts say: leases rows of work, delivers the latest desired state of many contracts side by side, and
 * records the outcomes, provided that the leases still hold. Thread-safe.
 */
public final class DeliveryEngine {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryEngine.class);

    /** Contracts that one call delivers side by side. It bounds the memory that a call takes. */
    private static final int WINDOW = 512;

    /** Outcomes that are recorded in one unit of work. */
    private static final int SETTLED_TOGETHER = 128;

    private final Storage storage;
    private final Transactions transactions;
    private final ContractSettler settler;
    private final NetworkDriver network;
    private final WorkerSettings settings;
    private final Supplier<Instant> now;
    private final ContractsListener listener;
    private final DeliveryRecorder recorder;

    /** An engine; all parts are shared with the facade. */
    public DeliveryEngine(
            Storage storage,
            Transactions transactions,
            ContractSettler settler,
            NetworkDriver network,
            WorkerSettings settings,
            Supplier<Instant> now,
            ContractsListener listener,
            DeliveryRecorder recorder) {
        this.storage = storage;
        this.transactions = transactions;
        this.settler = settler;
        this.network = network;
        this.settings = settings;
        this.now = now;
        this.listener = listener;
        this.recorder = recorder;
    }

    /** Delivers at most so many contracts. */
    public DeliverySummary deliver(int max) {
        network.gate().wake();
        try (HeldLeases leases = network.hold()) {
            return new Call(leases, max).run();
        }
    }

    /** One call: what it has leased and not settled yet, and what it did. */
    private final class Call {
        private final HeldLeases leases;
        private final Wave wave;
        private final Map<ContractId, WorkLease> open = new LinkedHashMap<>();
        private DeliverySummary done = DeliverySummary.NONE;
        private int left;

        Call(HeldLeases leases, int max) {
            this.leases = leases;
            this.left = max;
            wave = new Wave(network, leases, settings.executor(), now, listener);
        }

        DeliverySummary run() {
            try {
                while (true) {
                    refill();
                    wave.start();
                    if (wave.endedCount() >= SETTLED_TOGETHER || wave.isIdle()) {
                        settle(wave.takeEnded());
                        if (open.isEmpty() && left == 0) {
                            return done;
                        }
                    } else {
                        wave.advance();
                    }
                }
            } finally {
                handBack();
            }
        }

        /** Leases more once half of the window is free. */
        private void refill() {
            int free = Math.min(WINDOW - open.size(), left);
            if (free == 0 || (open.size() > WINDOW / 2 && free < left)) {
                return;
            }
            List<WorkLease> taken = leases.take(free);
            left = taken.size() < free ? 0 : left - free;
            taken.forEach(lease -> open.put(lease.contract(), lease));
            begin(taken);
        }

        /** What is due is settled before the network is told: a pause that is over is not delivered once more. */
        private void begin(List<WorkLease> taken) {
            if (taken.isEmpty()) {
                return;
            }
            try {
                transactions
                        .call(() -> {
                            storage.contracts()
                                    .findAll(taken.stream()
                                            .map(WorkLease::contract)
                                            .toList());
                            return taken.stream().map(this::begun).toList();
                        })
                        .forEach(wave::add);
            } catch (RuntimeException together) {
                LOG.debug("contracts are read one by one", together);
                taken.forEach(this::beginAlone);
            }
        }

        private Delivery begun(WorkLease lease) {
            Instant at = now.get();
            return new Delivery(lease, settler.settle(lease.contract(), at).map(Decision::contract), at);
        }

        /** A contract that cannot be read, or throws, is tried again and given up by itself. Others wait for nothing. */
        private void beginAlone(WorkLease lease) {
            try {
                wave.add(transactions.call(() -> begun(lease)));
            } catch (RuntimeException thrown) {
                closed(lease);
                done = done.plus(recorder.fault(lease, thrown));
            }
        }

        private void settle(List<Delivery> deliveries) {
            for (int from = 0; from < deliveries.size(); from += SETTLED_TOGETHER) {
                List<Delivery> group = deliveries.subList(from, Math.min(from + SETTLED_TOGETHER, deliveries.size()));
                done = done.plus(recorder.record(group));
                group.forEach(delivery -> closed(delivery.lease()));
            }
        }

        private void closed(WorkLease lease) {
            open.remove(lease.contract());
            leases.drop(lease);
        }

        /** After an exception: every row goes back at once, once no device is being written to. */
        private void handBack() {
            if (open.isEmpty()) {
                return;
            }
            wave.quiesce();
            try {
                transactions.run(() -> storage.work()
                        .settle(open.values().stream()
                                .map(WorkSettlement::released)
                                .toList()));
            } catch (RuntimeException failure) {
                LOG.warn("{} leases could not be given back and end by themselves", open.size(), failure);
            }
        }
    }
}
