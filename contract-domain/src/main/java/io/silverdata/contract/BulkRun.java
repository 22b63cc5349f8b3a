package io.silverdata.contract;

import io.silverdata.contract.BulkProgress.State;
import io.silverdata.contract.internal.ContractWalk;
import io.silverdata.contract.internal.Pace;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A bulk command under way. It does nothing by itself: the host calls {@link #advance} from its own scheduler, and pauses it
 * by not calling. Not thread-safe: one caller at a time.
 */
public final class BulkRun {
    static final Duration QUEUE_CHECK = Duration.ofSeconds(1);

    private final Bulk bulk;
    private final BulkPreview preview;
    private final Pace pace;
    private ContractWalk walk;
    private Optional<ContractId> reached;
    private long accepted;
    private long repeated;
    private long refused;

    BulkRun(Bulk bulk, Optional<ContractId> after, BulkPreview preview) {
        this.bulk = bulk;
        this.preview = preview;
        this.reached = after;
        this.pace = new Pace(bulk.limits().perSecond(), bulk.now());
        this.walk = bulk.walk(after);
    }

    /**
     * Gives the command on the next contracts, each in a unit of work of its own. If one throws, those before it are done,
     * and the next call begins with it.
     *
     * @param most how many contracts at most, 1 or more
     * @param each is told what came of each contract, after it was committed
     * @return how far it has come, and what is to be done next
     * @throws IllegalArgumentException if {@code most} is below 1
     */
    public BulkProgress advance(int most, Consumer<BulkItem> each) {
        Objects.requireNonNull(each, "each");
        if (most < 1) {
            throw new IllegalArgumentException("most must be 1 or more, was " + most);
        }
        if (bulk.isQueueTooLong()) {
            return progress(State.WAITING, Optional.of(bulk.now().plus(QUEUE_CHECK)));
        }
        for (int turn = 0; turn < most; turn++) {
            Optional<Instant> notBefore = pace.notBefore(bulk.now());
            if (notBefore.isPresent()) {
                return progress(State.WAITING, notBefore);
            }
            Optional<Contract> next = walk.next();
            if (next.isEmpty()) {
                return progress(State.FINISHED, Optional.empty());
            }
            if (accepted + repeated >= preview.allowed()) {
                walk = bulk.walk(reached);
                return progress(State.STOPPED, Optional.empty());
            }
            each.accept(take(next.get()));
        }
        return progress(State.MORE, Optional.empty());
    }

    private BulkItem take(Contract contract) {
        BulkItem item;
        try {
            item = BulkItem.of(contract, bulk.carryOut(contract.id()));
        } catch (RuntimeException failed) {
            walk = bulk.walk(reached);
            throw failed;
        }
        pace.spend();
        reached = Optional.of(contract.id());
        if (item.refusal().isPresent()) {
            refused++;
        } else if (item.receipt().filter(Receipt::repeated).isPresent()) {
            repeated++;
        } else {
            accepted++;
        }
        return item;
    }

    private BulkProgress progress(State state, Optional<Instant> goOnAt) {
        return new BulkProgress(state, preview.selected(), accepted, repeated, refused, reached, goOnAt);
    }
}
