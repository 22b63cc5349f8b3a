package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.listener.ContractsListener;
import io.silverdata.contract.listener.OrdersReport;
import io.silverdata.contract.model.Coexistence;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.spi.DeviceLease;
import io.silverdata.contract.spi.DeviceOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Contracts that are delivered side by side in one call. The next steps of all of them are carried out in groups, a group for each peer: one
 * for RADIUS, and one for each OLT. At most one group of a peer is under way. An OLT that did not answer once is left alone for the rest
 * of the call, so that it costs the others one time-out and no more. Used by the calling thread only. If there is an executor, it is
 * offered the groups, and the caller records outcomes meanwhile; a group for RADIUS for which it has no thread runs on the calling thread,
 * so that RADIUS never waits for OLTs.
 */
final class Wave {
    /** As many orders as a round trip to the NASes is worth. */
    private static final int RADIUS_GROUP = 512;

    /** Half of what a call holds: one half is recorded while NASes have the other. */
    private static final int OVERLAPPING_RADIUS_GROUP = 256;

    /** Few enough for another worker to have its turn soon, and for outcomes to be written down soon. */
    private static final int OLT_GROUP = 32;

    private final NetworkDriver network;
    private final HeldLeases leases;
    private final Optional<Executor> executor;
    private final Supplier<Instant> now;
    private final ContractsListener listener;

    private final Map<Peer, Deque<Delivery>> ready = new LinkedHashMap<>();
    private final Set<Peer> busy = new HashSet<>();
    private final BlockingQueue<Optional<Group>> carriedOut = new LinkedBlockingQueue<>();
    private final Set<OltId> silent = new HashSet<>();
    private Optional<Group> offered = Optional.empty();
    private final List<Delivery> ended = new ArrayList<>();

    Wave(
            NetworkDriver network,
            HeldLeases leases,
            Optional<Executor> executor,
            Supplier<Instant> now,
            ContractsListener listener) {
        this.network = network;
        this.leases = leases;
        this.executor = executor;
        this.now = now;
        this.listener = listener;
        leases.atEachRenewal(this::lookAfterExecutor);
    }

    /** Begins to deliver a contract. */
    void add(Delivery delivery) {
        Optional<Step> next = delivery.next();
        if (next.isEmpty()) {
            ended.add(delivery);
        } else {
            ready.computeIfAbsent(next.get().peer(), peer -> new ArrayDeque<>()).add(delivery);
        }
    }

    /** Whether nothing is left to carry out. */
    boolean isIdle() {
        return ready.isEmpty() && busy.isEmpty();
    }

    /** Deliveries of which every step has ended since this was asked last. */
    List<Delivery> takeEnded() {
        List<Delivery> taken = List.copyOf(ended);
        ended.clear();
        return taken;
    }

    /** How many deliveries have ended and were not taken. */
    int endedCount() {
        return ended.size();
    }

    /** Offers the next group of each peer to the executor, if there is one. */
    void start() {
        executor.ifPresent(this::offer);
    }

    /** Ends at least one group. It is carried out on this thread if no other does. */
    void advance() {
        Optional<Group> here = offered.filter(Group::isClaimed);
        offered = Optional.empty();
        if (executor.isEmpty()) {
            here = ready.keySet().stream().findFirst().map(this::group).filter(Group::isClaimed);
        }
        here.ifPresent(Group::carryOut);
        collect(here.isEmpty());
    }

    /** Waits until no group is under way any more, whatever became of it. */
    void quiesce() {
        offered.filter(Group::isClaimed).ifPresent(group -> busy.remove(group.peer));
        while (!busy.isEmpty()) {
            Optional<Group> group = taken();
            if (group.isEmpty()) {
                return;
            }
            busy.remove(group.get().peer);
        }
    }

    private void offer(Executor elsewhere) {
        List<Peer> idle =
                ready.keySet().stream().filter(peer -> !busy.contains(peer)).toList();
        for (Peer peer : idle) {
            Group group = group(peer);
            if (peer.olt().isEmpty()) {
                offered = Optional.of(group);
            }
            try {
                elsewhere.execute(group);
            } catch (RejectedExecutionException full) {
                group.run();
            } catch (RuntimeException | Error defect) {
                busy.remove(peer);
                throw defect;
            }
        }
    }

    /** The next steps for a peer, which is busy until they are collected. */
    private Group group(Peer peer) {
        Deque<Delivery> waiting = ready.getOrDefault(peer, new ArrayDeque<>());
        int most = most(peer);
        List<Delivery> deliveries = new ArrayList<>();
        while (deliveries.size() < most && !waiting.isEmpty()) {
            deliveries.add(waiting.remove());
        }
        // behind the other peers, so that each has its turn
        ready.remove(peer);
        if (!waiting.isEmpty()) {
            ready.put(peer, waiting);
        }
        busy.add(peer);
        return new Group(peer, deliveries);
    }

    private int most(Peer peer) {
        if (peer.olt().isPresent()) {
            return OLT_GROUP;
        }
        return executor.isPresent() ? OVERLAPPING_RADIUS_GROUP : RADIUS_GROUP;
    }

    private void collect(boolean waits) {
        if (waits) {
            collect(taken().orElseThrow(() -> new IllegalStateException(
                    "the executor has ended without the orders to " + busy + "; they are due again")));
        }
        Optional<Group> next = polled();
        while (next.isPresent()) {
            collect(next.get());
            next = polled();
        }
    }

    /** The next group, behind any word that the executor has ended; empty if there is none. */
    private Optional<Group> polled() {
        Optional<Group> group = carriedOut.poll();
        while (group != null && group.isEmpty()) {
            group = carriedOut.poll();
        }
        return group == null ? Optional.empty() : group;
    }

    private void collect(Group group) {
        busy.remove(group.peer);
        group.rethrow();
        end(group);
    }

    /** Waits for a group; empty if none will come, because the executor was stopped and has dropped it. */
    private Optional<Group> taken() {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    lookAfterExecutor();
                    Optional<Group> group = carriedOut.take();
                    return group.isPresent() ? group : polled();
                } catch (InterruptedException interrupted) {
                    // devices are being written to: their groups are waited for all the same
                    isInterrupted = true;
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends the wait for groups if the executor has ended: it may have dropped some. */
    private void lookAfterExecutor() {
        if (hasExecutorEnded()) {
            carriedOut.add(Optional.empty());
        }
    }

    private boolean hasExecutorEnded() {
        return executor.filter(ExecutorService.class::isInstance)
                .map(ExecutorService.class::cast)
                .filter(ExecutorService::isTerminated)
                .isPresent();
    }

    private void end(Group group) {
        for (int at = 0; at < group.deliveries.size(); at++) {
            StepOutcome outcome = group.outcomes.get(at);
            if (outcome.isSilence()) {
                group.peer.olt().ifPresent(silent::add);
            }
            Delivery delivery = group.deliveries.get(at);
            delivery.end(outcome, group.took);
            add(delivery);
        }
        group.peer.olt().filter(silent::contains).ifPresent(this::leaveAlone);
    }

    /** Ends the steps that wait for an OLT that does not answer. */
    private void leaveAlone(OltId olt) {
        Deque<Delivery> waiting = ready.remove(Peer.of(olt));
        while (waiting != null) {
            for (Delivery delivery : waiting) {
                delivery.end(StepOutcome.LEFT_ALONE, Duration.ZERO);
                add(delivery);
            }
            waiting = ready.remove(Peer.of(olt));
        }
    }

    /** Orders for one peer that are carried out together. */
    private final class Group implements Runnable {
        private final Peer peer;
        private final List<Delivery> deliveries;
        private List<StepOutcome> outcomes = List.of();
        private Duration took = Duration.ZERO;
        private Optional<Throwable> failure = Optional.empty();
        private final AtomicBoolean isBegun = new AtomicBoolean();

        Group(Peer peer, List<Delivery> deliveries) {
            this.peer = peer;
            this.deliveries = deliveries;
        }

        @Override
        public void run() {
            if (isClaimed()) {
                carryOut();
            }
        }

        /** Whether the caller is the first that asks, and so the one to carry it out. */
        boolean isClaimed() {
            return isBegun.compareAndSet(false, true);
        }

        void carryOut() {
            try {
                outcomes = peer.olt().map(this::line).orElseGet(this::access);
            } catch (RuntimeException | Error thrown) {
                failure = Optional.of(thrown);
            }
            carriedOut.add(Optional.of(this));
        }

        void rethrow() {
            if (failure.isPresent()) {
                if (failure.get() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure.get();
            }
        }

        private List<StepOutcome> access() {
            return told(network.gate().current());
        }

        private List<StepOutcome> line(OltId olt) {
            Optional<DeviceLease> lease = leases.take(olt.value());
            Coexistence current = network.gate().current();
            if (lease.filter(leases::isHeld).isEmpty()) {
                lease.ifPresent(leases::giveBack);
                return deliveries.stream().map(delivery -> StepOutcome.BUSY).toList();
            }
            try {
                List<StepOutcome> seen = told(current);
                return leases.isHeld(lease.get())
                        ? leftAlone(seen)
                        : seen.stream().map(Wave::doubted).toList();
            } finally {
                leases.giveBack(lease.get());
            }
        }

        /**
         * Only contracts whose lease still holds are told: another worker may be delivering a newer wish of the others. Between that look and
         * the order nothing may take time.
         */
        private List<StepOutcome> told(Coexistence current) {
            List<NetworkDriver.Order> orders = new ArrayList<>();
            List<StepOutcome> all = new ArrayList<>();
            List<Integer> asked = new ArrayList<>();
            for (Delivery delivery : deliveries) {
                if (leases.isHeld(delivery.lease())) {
                    asked.add(all.size());
                    orders.add(new NetworkDriver.Order(
                            Optional.of(delivery.id()), delivery.next().orElseThrow()));
                }
                all.add(StepOutcome.LEASE_LOST);
            }
            if (orders.isEmpty()) {
                return all;
            }
            Instant start = now.get();
            List<Optional<DeviceOutcome>> answers = network.carryOut(current, peer, orders);
            took = Duration.between(start, now.get());
            List<DeviceOutcome> outcomes =
                    answers.stream().flatMap(Optional::stream).toList();
            for (int at = 0; at < orders.size(); at++) {
                all.set(
                        asked.get(at),
                        answers.get(at).map(StepOutcome::of).orElseGet(() -> StepOutcome.held(current.revision())));
            }
            if (!outcomes.isEmpty()) {
                report(outcomes);
            }
            return all;
        }

        private void report(List<DeviceOutcome> outcomes) {
            listener.onOrders(new OrdersReport(
                    peer.olt(),
                    outcomes.size(),
                    (int) outcomes.stream()
                            .filter(DeviceOutcome.Applied.class::isInstance)
                            .count(),
                    took));
        }
    }

    /** Once an OLT does not answer, orders that were not sent to it are no attempts. */
    private static List<StepOutcome> leftAlone(List<StepOutcome> outcomes) {
        List<StepOutcome> all = new ArrayList<>();
        boolean isSilent = false;
        for (StepOutcome outcome : outcomes) {
            all.add(isSilent && outcome.isNotSent() ? StepOutcome.LEFT_ALONE : outcome);
            isSilent = isSilent || outcome.isSilence();
        }
        return all;
    }

    /** What was done to a device while another worker may have had it is looked at again. */
    private static StepOutcome doubted(StepOutcome outcome) {
        return outcome.kind() == StepOutcome.Kind.APPLIED || outcome.kind() == StepOutcome.Kind.AWAITED
                ? StepOutcome.of(new DeviceOutcome.Unknown("the lease of the OLT was lost meanwhile"))
                : outcome;
    }
}
