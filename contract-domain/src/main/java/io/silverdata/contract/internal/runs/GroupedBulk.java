package io.silverdata.contract.internal.runs;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.runs.Bulk;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.BulkPreview;
import io.silverdata.contract.runs.BulkRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.util.ArrayList;
import java.util.List;
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
        long selected = 0;
        ContractWalk walk = walk(Optional.empty());
        for (Optional<Contract> next = walk.next(); next.isPresent(); next = walk.next()) {
            selected++;
            if (first.size() < max) {
                first.add(next.get());
            }
        }
        long live = parts.live();
        return new BulkPreview(selected, live, Limiter.allowed(limits, live), first);
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
    List<BulkItem> executeTogether(Supplier<List<Contract>> group) {
        Storage storage = parts.storage();
        return parts.commands().together(() -> {
            List<Contract> gathered = group.get();
            // read together what each command would read by itself; contracts before keys, so that a contract changed
            // by a
            // twin of this command is never seen without the twin's key
            storage.contracts().findAll(gathered.stream().map(Contract::id).toList());
            storage.commands()
                    .findAll(gathered.stream()
                            .flatMap(contract -> contextFor(contract).idempotencyKey().stream())
                            .toList());
            return gathered.stream().map(this::execute).toList();
        });
    }

    BulkItem execute(Contract contract) {
        Either<Rejection, CommandResult> outcome = action.execute(contract.id(), contextFor(contract));
        return new BulkItem(
                contract,
                Optional.ofNullable(outcome.getOrNull()),
                outcome.isLeft() ? Optional.of(outcome.getLeft()) : Optional.empty());
    }

    private CommandContext contextFor(Contract contract) {
        return context.once(name + "/" + contract.id());
    }
}
