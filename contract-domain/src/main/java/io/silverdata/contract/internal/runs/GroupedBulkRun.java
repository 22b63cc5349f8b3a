package io.silverdata.contract.internal.runs;

import io.silverdata.contract.internal.runs.ContractWalk.Turn;
import io.silverdata.contract.internal.transaction.FaultIsolation;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.BulkItem.Outcome;
import io.silverdata.contract.runs.BulkPreview;
import io.silverdata.contract.runs.BulkProgress;
import io.silverdata.contract.runs.BulkRun;
import io.silverdata.contract.runs.RunState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bulk command under way, a group of contracts at a time. */
final class GroupedBulkRun implements BulkRun {
    private static final Logger LOG = LoggerFactory.getLogger(GroupedBulkRun.class);

    private final GroupedBulk bulk;
    private final BulkPreview preview;
    private final Limiter limiter;
    private final Deque<BulkItem> untold = new ArrayDeque<>();
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private ContractWalk walk;
    private Optional<ContractId> reached;
    private BulkProgress pause;

    GroupedBulkRun(GroupedBulk bulk, Optional<ContractId> after, BulkPreview preview) {
        this.bulk = bulk;
        this.preview = preview;
        this.reached = after;
        this.limiter = new Limiter(bulk.limits(), bulk.parts());
        this.walk = bulk.walk(after);
        this.pause = progress(RunState.MORE, Optional.empty());
    }

    @Override
    public BulkProgress advance(int max, Consumer<BulkItem> each) {
        Objects.requireNonNull(each, "each");
        bulk.parts().requireAdvance("a bulk command", max);
        tell(each);
        Optional<Instant> queueTooLong = limiter.queueTooLong();
        if (queueTooLong.isPresent()) {
            return progress(RunState.WAITING, queueTooLong);
        }
        walk.resume(max);
        for (int left = max; left > 0; ) {
            List<Turn> group = new ArrayList<>();
            try {
                take(group, Math.min(left, ContractWalk.PAGE), each);
            } catch (RuntimeException failed) {
                walk = bulk.walk(reached);
                throw failed;
            }
            if (group.isEmpty()) {
                return pause;
            }
            left -= group.size();
        }
        return progress(RunState.MORE, Optional.empty());
    }

    /** Gathers a group and does it: all in one unit of work or, if that fails, each in one of its own. */
    private void take(List<Turn> group, int max, Consumer<BulkItem> each) {
        Optional<List<BulkItem>> done = together(group, max);
        if (done.isPresent()) {
            done.get().forEach(this::count);
            tell(each);
            return;
        }
        for (Turn turn : group) {
            count(bulk.executeAlone(turn));
            tell(each);
        }
    }

    private Optional<List<BulkItem>> together(List<Turn> group, int max) {
        try {
            return Optional.of(bulk.executeTogether(() -> gather(group, max)));
        } catch (RuntimeException failed) {
            if (group.isEmpty()) {
                throw failed;
            }
            LOG.debug("{} contracts could not be done together: {}", group.size(), failed.getMessage());
            return Optional.empty();
        }
    }

    /** Adds contracts whose turn it is now; if it is nobody's, {@code pause} says why. */
    private List<Turn> gather(List<Turn> group, int max) {
        while (group.size() < max) {
            boolean isLimitReached =
                    count(Outcome.ACCEPTED) + count(Outcome.REPEATED) + group.size() >= preview.allowed();
            if (isLimitReached && !group.isEmpty()) {
                return group;
            }
            Optional<Instant> notBefore = limiter.notBefore();
            if (notBefore.isPresent()) {
                pause = progress(RunState.WAITING, notBefore);
                return group;
            }
            Optional<Turn> next = walk.next();
            if (next.isEmpty()) {
                pause = progress(RunState.FINISHED, Optional.empty());
                return group;
            }
            if (isLimitReached) {
                walk = bulk.walk(reached);
                pause = progress(RunState.STOPPED, Optional.empty());
                return group;
            }
            group.add(next.get());
            limiter.spend();
        }
        return group;
    }

    private void count(BulkItem item) {
        reached = Optional.of(item.id());
        counts.merge(item.outcome(), 1L, Long::sum);
        if (item.fault().isPresent()) {
            bulk.parts().faults().found(FaultIsolation.Work.BULK, item.fault().get());
        } else {
            bulk.parts().faults().over(FaultIsolation.Work.BULK, item.id());
        }
        untold.add(item);
    }

    private void tell(Consumer<BulkItem> each) {
        for (BulkItem item = untold.poll(); item != null; item = untold.poll()) {
            each.accept(item);
        }
    }

    private BulkProgress progress(RunState state, Optional<Instant> resumeAt) {
        return new BulkProgress(
                state,
                preview.selected(),
                count(Outcome.ACCEPTED),
                count(Outcome.REPEATED),
                count(Outcome.REFUSED),
                count(Outcome.NOT_SELECTED),
                count(Outcome.FAULTY),
                reached,
                resumeAt);
    }

    private long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}
