package io.silverdata.contract.internal.runs;

import io.silverdata.contract.dunning.DunningDecision;
import io.silverdata.contract.dunning.DunningFacts;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The collection of debt under way, by the policies of the operator. */
final class PolicyDunningRun implements DunningRun {
    private static final int PAGE = 200;

    private final RunParts parts;
    private final DunningExecutor executor;
    private final boolean dryRun;
    private final DunningPreview preview;
    private final Limiter limiter;
    private final ContractWalk walk;
    private final Deque<Seen> page = new ArrayDeque<>();
    private final DunningTally tally = new DunningTally();
    private long withheld;
    private Optional<ContractId> reached = Optional.empty();

    private record Seen(Contract contract, Optional<DunningFacts> facts) {}

    PolicyDunningRun(RunParts parts, DunningExecutor executor, Selection selection, boolean dryRun, RunLimits limits) {
        this.parts = parts;
        this.executor = executor;
        this.dryRun = dryRun;
        limiter = new Limiter(limits, parts);
        walk = parts.walk(selection, Optional.empty());
        long live = parts.live();
        DunningCount count = count(parts.walk(selection, Optional.empty()));
        preview = new DunningPreview(count, live, Limiter.allowed(limits, live));
    }

    @Override
    public DunningPreview preview() {
        return preview;
    }

    @Override
    public DunningProgress advance(int max, Consumer<DunningItem> each) {
        Objects.requireNonNull(each, "each");
        parts.requireAdvance("a dunning run", max);
        Optional<Instant> queueTooLong = dryRun ? Optional.empty() : limiter.queueTooLong();
        if (queueTooLong.isPresent()) {
            return progress(RunState.WAITING, queueTooLong);
        }
        for (int turn = 0; turn < max; turn++) {
            if (page.isEmpty()) {
                page.addAll(nextPage(walk));
            }
            if (page.isEmpty()) {
                return progress(withheld > 0 ? RunState.STOPPED : RunState.FINISHED, Optional.empty());
            }
            Seen seen = page.element();
            Either<Rejection, DunningDecision> decision = executor.decide(seen.contract, seen.facts, parts.now());
            boolean writes = !dryRun && decision.isRight() && !(decision.get() instanceof DunningDecision.Nothing);
            Optional<Instant> notBefore = writes ? limiter.notBefore() : Optional.empty();
            if (notBefore.isPresent()) {
                return progress(RunState.WAITING, notBefore);
            }
            DunningItem item = writes ? take(seen.contract) : look(seen.contract, decision);
            page.remove();
            reached = Optional.of(seen.contract.id());
            each.accept(item);
        }
        return progress(RunState.MORE, Optional.empty());
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
        limiter.spend();
        Either<Rejection, DunningExecutor.Outcome> outcome = executor.execute(contract.id(), this::isAllowed);
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

    private DunningProgress progress(RunState state, Optional<Instant> resumeAt) {
        return new DunningProgress(state, tally.result(), withheld, reached, resumeAt);
    }

    private DunningCount count(ContractWalk all) {
        DunningTally tally = new DunningTally();
        for (List<Seen> next = nextPage(all); !next.isEmpty(); next = nextPage(all)) {
            Instant now = parts.now();
            for (Seen seen : next) {
                Either<Rejection, DunningDecision> decision = executor.decide(seen.contract, seen.facts, now);
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
    private List<Seen> nextPage(ContractWalk contractsLeft) {
        List<Contract> contracts = new ArrayList<>();
        while (contracts.size() < PAGE) {
            Optional<Contract> next = contractsLeft.next();
            if (next.isEmpty()) {
                break;
            }
            contracts.add(next.get());
        }
        if (contracts.isEmpty()) {
            return List.of();
        }
        Map<ContractId, DunningFacts> facts =
                executor.facts(contracts.stream().map(Contract::id).toList());
        return contracts.stream()
                .map(contract -> new Seen(contract, Optional.ofNullable(facts.get(contract.id()))))
                .toList();
    }
}
