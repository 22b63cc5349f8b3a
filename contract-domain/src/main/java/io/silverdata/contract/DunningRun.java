package io.silverdata.contract;

import io.silverdata.contract.BulkProgress.State;
import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.dunning.DunningFacts;
import io.silverdata.contract.internal.ContractWalk;
import io.silverdata.contract.internal.DunningExecutor;
import io.silverdata.contract.internal.Pace;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The collection of debt under way, made by {@link Contracts#runDunning}. It does nothing by itself: the host calls {@link
 * #advance} from its own scheduler, and pauses it by not calling. Not thread-safe: one caller at a time.
 *
 * <p>Each contract is a unit of work of its own, in which ledger and policy are asked once more. A run needs no name and no
 * memory: what was done is on the contracts, so a run that died is simply begun again, and two at once do nothing twice.
 *
 * <p>The limits are about what is taken away. If more contracts were to be cut and cancelled than they allow, then no step is
 * taken in the whole run, notices included; and none beyond the limit if there come to be more on the way. Services are given
 * back all the same.
 */
public final class DunningRun {
    private static final int PAGE = 200;

    private final Storage storage;
    private final DunningExecutor desk;
    private final boolean dryRun;
    private final BulkLimits limits;
    private final DunningPreview preview;
    private final Pace pace;
    private final ContractWalk walk;
    private final Deque<Seen> page = new ArrayDeque<>();
    private final DunningTally tally = new DunningTally();
    private long withheld;
    private Optional<ContractId> reached = Optional.empty();

    private record Seen(Contract contract, Optional<DunningFacts> facts) {}

    private DunningRun(
            Storage storage,
            DunningExecutor desk,
            boolean dryRun,
            BulkLimits limits,
            DunningPreview preview,
            ContractWalk walk) {
        this.storage = storage;
        this.desk = desk;
        this.dryRun = dryRun;
        this.limits = limits;
        this.preview = preview;
        this.walk = walk;
        this.pace = new Pace(limits.perSecond(), desk.now());
    }

    static DunningRun begin(
            Storage storage, DunningExecutor desk, Selection selection, boolean dryRun, BulkLimits limits) {
        long live = Contracts.live(storage);
        DunningPreview preview = new DunningPreview(count(desk, walk(storage, selection)), live, limits.max(live));
        return new DunningRun(storage, desk, dryRun, limits, preview, walk(storage, selection));
    }

    /** What was to be done when the run began. */
    public DunningPreview preview() {
        return preview;
    }

    /**
     * Looks at the next contracts, and does to them what the policy says. If one throws, those before it are done, and the next
     * call begins with it.
     *
     * @param max how many contracts at most, 1 or more; those with which nothing is to be done count too
     * @param each is told what came of each contract, after it was committed
     * @return how far it has come, and what is to be done next
     * @throws IllegalArgumentException if {@code max} is below 1
     */
    public DunningProgress advance(int max, Consumer<DunningItem> each) {
        Objects.requireNonNull(each, "each");
        if (max < 1) {
            throw new IllegalArgumentException("max must be 1 or more, was " + max);
        }
        if (!dryRun && limits.isExceededBy(storage.work(), desk.now())) {
            return progress(State.WAITING, Optional.of(desk.now().plus(BulkRun.QUEUE_CHECK)));
        }
        for (int turn = 0; turn < max; turn++) {
            if (page.isEmpty()) {
                page.addAll(nextPage(desk, walk));
            }
            if (page.isEmpty()) {
                return progress(withheld > 0 ? State.STOPPED : State.FINISHED, Optional.empty());
            }
            Seen seen = page.element();
            Instant now = desk.now();
            Either<Rejection, DunningDecision> decision = desk.decide(seen.contract, seen.facts, now);
            boolean writes = !dryRun && decision.isRight() && !(decision.get() instanceof DunningDecision.Nothing);
            Optional<Instant> notBefore = writes ? pace.notBefore(now) : Optional.empty();
            if (notBefore.isPresent()) {
                return progress(State.WAITING, notBefore);
            }
            DunningItem item = writes ? take(seen.contract) : look(seen.contract, decision);
            page.remove();
            reached = Optional.of(seen.contract.id());
            each.accept(item);
        }
        return progress(State.MORE, Optional.empty());
    }

    private DunningItem look(Contract contract, Either<Rejection, DunningDecision> decision) {
        if (decision.isLeft()) {
            tally.countRefusal();
            return new DunningItem(contract, Optional.empty(), Optional.empty(), Optional.of(decision.getLeft()));
        }
        tally.count(decision.get());
        return new DunningItem(contract, Optional.of(decision.get()), Optional.empty(), Optional.empty());
    }

    private DunningItem take(Contract contract) {
        pace.spend();
        Either<Rejection, DunningExecutor.Outcome> outcome = desk.carryOut(contract.id(), this::isAllowed);
        if (outcome.isLeft()) {
            tally.countRefusal();
            return new DunningItem(contract, Optional.empty(), Optional.empty(), Optional.of(outcome.getLeft()));
        }
        DunningDecision decision = outcome.get().decision();
        if (!isAllowed(decision)) {
            withheld++;
            tally.countWithheld();
            Rejection limit =
                    new Rejection.SelectionTooLarge(preview.count().takenFrom(), preview.live(), preview.allowed());
            return new DunningItem(contract, Optional.of(decision), Optional.empty(), Optional.of(limit));
        }
        tally.count(decision);
        return new DunningItem(contract, Optional.of(decision), outcome.get().result(), Optional.empty());
    }

    private boolean isAllowed(DunningDecision decision) {
        boolean step = decision.isCut() || decision.step().isPresent();
        return !step || (preview.isAllowed() && (!decision.isCut() || tally.takenFrom() < preview.allowed()));
    }

    private DunningProgress progress(State state, Optional<Instant> resumeAt) {
        return new DunningProgress(state, tally.result(), withheld, reached, resumeAt);
    }

    private static ContractWalk walk(Storage storage, Selection selection) {
        return new ContractWalk(storage.contracts(), selection.named(), selection::includes, Optional.empty());
    }

    private static DunningCount count(DunningExecutor desk, ContractWalk walk) {
        DunningTally tally = new DunningTally();
        for (List<Seen> next = nextPage(desk, walk); !next.isEmpty(); next = nextPage(desk, walk)) {
            Instant now = desk.now();
            for (Seen seen : next) {
                Either<Rejection, DunningDecision> decision = desk.decide(seen.contract, seen.facts, now);
                if (decision.isRight()) {
                    tally.count(decision.get());
                } else {
                    tally.countRefusal();
                }
            }
        }
        return tally.result();
    }

    /** The ledger is asked about many at a time. */
    private static List<Seen> nextPage(DunningExecutor desk, ContractWalk walk) {
        List<Contract> contracts = new ArrayList<>();
        while (contracts.size() < PAGE) {
            Optional<Contract> next = walk.next();
            if (next.isEmpty()) {
                break;
            }
            contracts.add(next.get());
        }
        if (contracts.isEmpty()) {
            return List.of();
        }
        Map<ContractId, DunningFacts> facts =
                desk.facts(contracts.stream().map(Contract::id).toList());
        return contracts.stream()
                .map(contract -> new Seen(contract, Optional.ofNullable(facts.get(contract.id()))))
                .toList();
    }
}
