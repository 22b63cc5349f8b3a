package io.silverdata.contract.internal.runs;

import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.internal.transaction.FaultIsolation;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.runs.DunningCount;
import io.silverdata.contract.runs.DunningItem;
import io.silverdata.contract.runs.DunningPreview;
import io.silverdata.contract.runs.DunningProgress;
import io.silverdata.contract.runs.DunningRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The collection of debt under way, by the policies of the operator, a group of contracts at a time. */
final class PolicyDunningRun implements DunningRun {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyDunningRun.class);

    private final RunParts parts;
    private final DunningExecutor executor;
    private final DunningLook look;
    private final Selection selection;
    private final boolean dryRun;
    private final DunningPreview preview;
    private final Limiter limiter;
    private final Deque<DunningItem> untold = new ArrayDeque<>();
    private final DunningTally tally = new DunningTally();
    private ContractWalk walk;
    private long withheld;
    private Optional<ContractId> reached = Optional.empty();

    PolicyDunningRun(RunParts parts, DunningExecutor executor, Selection selection, boolean dryRun, RunLimits limits) {
        this.parts = parts;
        this.executor = executor;
        this.look = new DunningLook(parts, executor);
        this.selection = selection;
        this.dryRun = dryRun;
        limiter = new Limiter(limits, parts);
        walk = parts.walk(selection, Optional.empty());
        long live = parts.live();
        preview =
                new DunningPreview(count(parts.walk(selection, Optional.empty())), live, Limiter.allowed(limits, live));
    }

    @Override
    public DunningPreview preview() {
        return preview;
    }

    @Override
    public DunningProgress advance(int max, Consumer<DunningItem> each) {
        Objects.requireNonNull(each, "each");
        parts.requireAdvance("a dunning run", max);
        tell(each);
        Optional<Instant> queueTooLong = dryRun ? Optional.empty() : limiter.queueTooLong();
        if (queueTooLong.isPresent()) {
            return progress(RunState.WAITING, queueTooLong);
        }
        walk.resume(max);
        for (int left = max; left > 0; ) {
            List<DunningItem> seen = look.at(walk.next(Math.min(left, ContractWalk.PAGE)));
            if (seen.isEmpty()) {
                return progress(withheld > 0 ? RunState.STOPPED : RunState.FINISHED, Optional.empty());
            }
            Optional<Instant> notBefore = take(seen, each);
            if (notBefore.isPresent()) {
                return progress(RunState.WAITING, notBefore);
            }
            left -= seen.size();
        }
        return progress(RunState.MORE, Optional.empty());
    }

    /** Takes those whose turn the pace allows; returns when the next may be taken, if some are left over. */
    private Optional<Instant> take(List<DunningItem> seen, Consumer<DunningItem> each) {
        List<DunningItem> now = new ArrayList<>();
        List<DunningItem> group = new ArrayList<>();
        Optional<Instant> notBefore = Optional.empty();
        for (DunningItem item : seen) {
            if (writes(item)) {
                notBefore = limiter.notBefore();
                if (notBefore.isPresent()) {
                    break;
                }
                limiter.spend();
                group.add(item);
            }
            now.add(item);
        }
        try {
            carryOut(now, group, each);
        } finally {
            if (!reached.equals(Optional.of(seen.get(seen.size() - 1).id()))) {
                walk = parts.walk(selection, reached);
            }
        }
        return notBefore;
    }

    private boolean writes(DunningItem item) {
        return !dryRun
                && item.decision()
                        .filter(decision -> !(decision instanceof DunningDecision.Nothing))
                        .isPresent();
    }

    /** All of the group in one unit of work or, if that fails, each in one of its own; the others are only counted. */
    private void carryOut(List<DunningItem> now, List<DunningItem> group, Consumer<DunningItem> each) {
        Map<ContractId, DunningItem> together = together(group);
        for (DunningItem item : now) {
            boolean byItself = writes(item) && !together.containsKey(item.id());
            count(byItself ? alone(item) : together.getOrDefault(item.id(), item));
            if (byItself) {
                tell(each);
            }
        }
        tell(each);
    }

    private Map<ContractId, DunningItem> together(List<DunningItem> group) {
        Map<ContractId, DunningItem> items = new HashMap<>();
        if (group.size() < 2) {
            return items;
        }
        try {
            List<Either<Rejection, DunningExecutor.Outcome>> outcomes = executor.executeTogether(
                    group.stream().map(DunningItem::id).toList(), selection, allowedOf(group.size()));
            for (int i = 0; i < group.size(); i++) {
                items.put(group.get(i).id(), item(group.get(i), outcomes.get(i)));
            }
        } catch (RuntimeException failed) {
            LOG.debug("{} contracts could not be done together: {}", group.size(), failed.getMessage());
        }
        return items;
    }

    private DunningItem alone(DunningItem seen) {
        try {
            return item(seen, executor.execute(seen.id(), selection, decision -> isAllowed(decision, 0)));
        } catch (RuntimeException thrown) {
            return DunningItem.faulty(
                    seen.contract(), parts.faults().of(FaultIsolation.Work.DUNNING, seen.id(), thrown));
        }
    }

    /** Counts with those that were allowed before in the same group. */
    private Predicate<DunningDecision> allowedOf(int size) {
        List<DunningDecision> before = new ArrayList<>(size);
        return decision -> {
            boolean allowed = isAllowed(decision, before.size());
            if (allowed && decision.isCut()) {
                before.add(decision);
            }
            return allowed;
        };
    }

    private boolean isAllowed(DunningDecision decision, long before) {
        boolean step = decision.isCut() || decision.step().isPresent();
        return !step || (preview.isAllowed() && (!decision.isCut() || tally.takenFrom() + before < preview.allowed()));
    }

    private DunningItem item(DunningItem seen, Either<Rejection, DunningExecutor.Outcome> outcome) {
        Contract contract = seen.contract().orElseThrow();
        if (outcome.isLeft()) {
            return DunningItem.refused(contract, outcome.getLeft());
        }
        DunningDecision decision = outcome.get().decision();
        return outcome.get().withheld()
                ? DunningItem.withheld(contract, decision, limit())
                : DunningItem.decided(contract, decision, outcome.get().result());
    }

    private Rejection limit() {
        return new Rejection.SelectionTooLarge(preview.count().takenFrom(), preview.live(), preview.allowed());
    }

    private void count(DunningItem item) {
        reached = Optional.of(item.id());
        if (item.decision().isPresent() && item.refusal().isPresent()) {
            withheld++;
            tally.countWithheld();
        } else {
            tally.count(item);
        }
        if (item.fault().isPresent()) {
            parts.faults().found(FaultIsolation.Work.DUNNING, item.fault().get());
        } else {
            parts.faults().over(FaultIsolation.Work.DUNNING, item.id());
        }
        untold.add(item);
    }

    private void tell(Consumer<DunningItem> each) {
        for (DunningItem item = untold.poll(); item != null; item = untold.poll()) {
            each.accept(item);
        }
    }

    private DunningProgress progress(RunState state, Optional<Instant> resumeAt) {
        return new DunningProgress(state, tally.result(), withheld, reached, resumeAt);
    }

    private DunningCount count(ContractWalk all) {
        DunningTally count = new DunningTally();
        for (List<DunningItem> items = look.at(all.next(ContractWalk.PAGE));
                !items.isEmpty();
                items = look.at(all.next(ContractWalk.PAGE))) {
            items.forEach(count::count);
        }
        return count.result();
    }
}
