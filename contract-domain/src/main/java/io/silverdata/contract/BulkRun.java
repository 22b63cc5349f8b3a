package io.silverdata.contract;

import io.silverdata.contract.BulkProgress.State;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.internal.ContractWalk;
import io.silverdata.contract.internal.Pace;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bulk command under way. It does nothing by itself: the host calls {@link #advance} from its own scheduler, and pauses it
 * by not calling. Not thread-safe: one caller at a time.
 */
public final class BulkRun {
    private static final Logger LOG = LoggerFactory.getLogger(BulkRun.class);
    static final Duration QUEUE_CHECK = Duration.ofSeconds(1);

    private final Bulk bulk;
    private final BulkPreview preview;
    private final Pace pace;
    private final Deque<BulkItem> untold = new ArrayDeque<>();
    private ContractWalk walk;
    private Optional<ContractId> reached;
    private BulkProgress pause;
    private long accepted;
    private long repeated;
    private long refused;

    BulkRun(Bulk bulk, Optional<ContractId> after, BulkPreview preview) {
        this.bulk = bulk;
        this.preview = preview;
        this.reached = after;
        this.pace = new Pace(bulk.limits().perSecond(), bulk.now());
        this.walk = bulk.walk(after);
        this.pause = progress(State.MORE, Optional.empty());
    }

    /**
     * Gives the command on the next contracts. If one throws, those before it are done, and the next call begins with it.
     *
     * @param max how many contracts at most, 1 or more
     * @param each is told what came of each contract, after it was committed
     * @return how far it has come, and what is to be done next
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    public BulkProgress advance(int max, Consumer<BulkItem> each) {
        Objects.requireNonNull(each, "each");
        if (max < 1) {
            throw new IllegalArgumentException("max must be 1 or more, was " + max);
        }
        tell(each);
        if (bulk.isQueueTooLong()) {
            return progress(State.WAITING, Optional.of(bulk.now().plus(QUEUE_CHECK)));
        }
        for (int left = max; left > 0; ) {
            List<Contract> group = new ArrayList<>();
            try {
                take(group, Math.min(left, Bulk.GROUP), each);
            } catch (RuntimeException failed) {
                walk = bulk.walk(reached);
                throw failed;
            }
            if (group.isEmpty()) {
                return pause;
            }
            left -= group.size();
        }
        return progress(State.MORE, Optional.empty());
    }

    /** Gathers a group and does it: all in one unit of work or, if that fails, each in one of its own. */
    private void take(List<Contract> group, int max, Consumer<BulkItem> each) {
        Optional<List<BulkItem>> done = together(group, max);
        if (done.isPresent()) {
            done.get().forEach(this::count);
            tell(each);
            return;
        }
        for (Contract contract : group) {
            count(bulk.carryOut(contract));
            tell(each);
        }
    }

    private Optional<List<BulkItem>> together(List<Contract> group, int max) {
        try {
            return Optional.of(bulk.carryOutTogether(() -> gather(group, max)));
        } catch (RuntimeException failed) {
            if (group.isEmpty() || bulk.isInside()) {
                throw failed;
            }
            LOG.debug("{} contracts could not be done together: {}", group.size(), failed.getMessage());
            return Optional.empty();
        }
    }

    /** Adds contracts whose turn it is now; if it is nobody's, {@code pause} says why. */
    private List<Contract> gather(List<Contract> group, int max) {
        while (group.size() < max) {
            boolean isLimitReached = accepted + repeated + group.size() >= preview.allowed();
            if (isLimitReached && !group.isEmpty()) {
                return group;
            }
            Optional<Instant> notBefore = pace.notBefore(bulk.now());
            if (notBefore.isPresent()) {
                pause = progress(State.WAITING, notBefore);
                return group;
            }
            Optional<Contract> next = walk.next();
            if (next.isEmpty()) {
                pause = progress(State.FINISHED, Optional.empty());
                return group;
            }
            if (isLimitReached) {
                walk = bulk.walk(reached);
                pause = progress(State.STOPPED, Optional.empty());
                return group;
            }
            group.add(next.get());
            pace.spend();
        }
        return group;
    }

    private void count(BulkItem item) {
        reached = Optional.of(item.contract().id());
        if (item.refusal().isPresent()) {
            refused++;
        } else if (item.result().filter(CommandResult::repeated).isPresent()) {
            repeated++;
        } else {
            accepted++;
        }
        untold.add(item);
    }

    private void tell(Consumer<BulkItem> each) {
        for (BulkItem item = untold.poll(); item != null; item = untold.poll()) {
            each.accept(item);
        }
    }

    private BulkProgress progress(State state, Optional<Instant> resumeAt) {
        return new BulkProgress(state, preview.selected(), accepted, repeated, refused, reached, resumeAt);
    }
}
