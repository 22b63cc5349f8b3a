package io.silverdata.contract.internal.runs;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.internal.runs.ContractWalk.Turn;
import io.silverdata.contract.internal.transaction.FaultIsolation;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.runs.Bulk;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.BulkPreview;
import io.silverdata.contract.runs.BulkRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A bulk command whose contracts share units of work in groups. */
final class GroupedBulk implements Bulk {
    private final RunParts parts;
    private final String name;
    private final Selection selection;
    private final Action action;
    private final CommandContext context;
    private final RunLimits limits;

    GroupedBulk(
            RunParts parts, String name, Selection selection, Action action, CommandContext context, RunLimits limits) {
        this.parts = parts;
        this.name = name;
        this.selection = selection;
        this.action = action;
        this.context = context;
        this.limits = limits;
    }

    @Override
    public Bulk within(RunLimits other) {
        return new GroupedBulk(parts, name, selection, action, context, Objects.requireNonNull(other, "limits"));
    }

    @Override
    public BulkPreview preview(int max) {
        List<Contract> first = new ArrayList<>();
        List<ContractFault> firstFaults = new ArrayList<>();
        long selected = 0;
        long faulty = 0;
        ContractWalk walk = walk(Optional.empty());
        for (Optional<Turn> next = walk.next(); next.isPresent(); next = walk.next()) {
            Turn turn = next.get();
            if (turn.contract().isPresent()) {
                selected++;
                add(turn.contract(), first, max);
            } else {
                faulty++;
                add(turn.fault(), firstFaults, max);
            }
        }
        long live = parts.live();
        return new BulkPreview(selected, live, Limiter.allowed(limits, live), first, faulty, firstFaults);
    }

    private static <T> void add(Optional<T> one, List<T> shown, int max) {
        if (shown.size() < max) {
            one.ifPresent(shown::add);
        }
    }

    @Override
    public Either<Rejection, BulkRun> begin() {
        return begin(Optional.empty());
    }

    @Override
    public Either<Rejection, BulkRun> beginAfter(ContractId reached) {
        return begin(Optional.of(reached));
    }

    private Either<Rejection, BulkRun> begin(Optional<ContractId> after) {
        BulkPreview preview = preview(0);
        return preview.isAllowed()
                ? Either.right(new GroupedBulkRun(this, after, preview))
                : Either.left(new Rejection.SelectionTooLarge(preview.selected(), preview.live(), preview.allowed()));
    }

    RunParts parts() {
        return parts;
    }

    RunLimits limits() {
        return limits;
    }

    ContractWalk walk(Optional<ContractId> after) {
        return parts.walk(selection, after);
    }

    /** In one unit of work: on all contracts of the group, or on none. */
    List<BulkItem> executeTogether(Supplier<List<Turn>> group) {
        Storage storage = parts.storage();
        return parts.commands().together(() -> {
            List<Turn> gathered = group.get();
            // read together what each command would read by itself; contracts before keys, so that a contract changed
            // by a
            // twin of this command is never seen without the twin's key
            Map<ContractId, ContractFault> faults = new HashMap<>();
            storage.contracts()
                    .readAll(gathered.stream().map(Turn::id).toList())
                    .faults()
                    .forEach(fault -> faults.put(fault.contract(), fault));
            storage.commands()
                    .findAll(gathered.stream()
                            .flatMap(turn -> contextFor(turn.id()).idempotencyKey().stream())
                            .toList());
            return gathered.stream()
                    .map(turn -> Optional.ofNullable(faults.get(turn.id()))
                            .map(fault -> BulkItem.faulty(turn.contract(), fault))
                            .orElseGet(() -> execute(turn)))
                    .toList();
        });
    }

    /** In a unit of work of its own. What is wrong with this contract alone becomes its item. */
    BulkItem executeAlone(Turn turn) {
        try {
            return parts.commands().togetherRepeatedly(() -> execute(turn));
        } catch (RuntimeException thrown) {
            return BulkItem.faulty(turn.contract(), parts.faults().of(FaultIsolation.Work.BULK, turn.id(), thrown));
        }
    }

    /** Selection, guard and write see the same contract: that of this unit of work. */
    private BulkItem execute(Turn turn) {
        if (turn.fault().isPresent()) {
            return BulkItem.faulty(turn.contract(), turn.fault().get());
        }
        Contract seen = turn.contract().orElseThrow();
        Contract contract = parts.storage().contracts().find(turn.id()).orElse(seen);
        CommandContext once = contextFor(turn.id());
        if (!selection.includes(parts.current(contract)) && !isDone(once)) {
            return BulkItem.notSelected(contract);
        }
        Either<Rejection, CommandResult> outcome = action.execute(turn.id(), once);
        return outcome.isRight() ? BulkItem.accepted(seen, outcome.get()) : BulkItem.refused(seen, outcome.getLeft());
    }

    /** Whether it was done under this name, perhaps by a twin of this run: then it answers with its first result. */
    private boolean isDone(CommandContext once) {
        return once.idempotencyKey()
                .flatMap(key -> parts.storage().commands().find(key))
                .isPresent();
    }

    private CommandContext contextFor(ContractId contract) {
        return context.once(name + "/" + contract);
    }
}
