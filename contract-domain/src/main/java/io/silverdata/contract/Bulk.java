package io.silverdata.contract;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.internal.CommandRunner;
import io.silverdata.contract.internal.ContractWalk;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One command on every contract of a selection: looked at first with {@link #preview}, then run with {@link #begin} and {@link
 * BulkRun#advance}. Made by {@link Contracts#bulk}. Immutable and thread-safe.
 *
 * <p>Each contract has its own result, and is done at most once under the name of the bulk command: its idempotency key is the
 * name, a slash and the contract's identity. So a run that was paused for good, or whose process died, is simply begun again
 * under the same name: what was done answers with its first result, and is written no second time.
 *
 * <p>Up to 200 contracts share a unit of work, since what a command costs is its waiting for the storage. If that
 * fails, because another unit of work was faster with one of them or because the action throws, each has one of its own.
 */
public final class Bulk {
    static final int GROUP = ContractWalk.PAGE;

    private final Contracts contracts;
    private final Storage storage;
    private final CommandRunner commands;
    private final String name;
    private final Selection selection;
    private final Action action;
    private final CommandContext context;
    private final BulkLimits limits;

    /** What is done to each contract; for example {@code (contracts, id, context) -> contracts.suspend(id, debt, context)}. */
    @FunctionalInterface
    public interface Action {
        /**
         * Gives the command. May be called again for a contract if nothing was kept of the first time.
         *
         * @param context has the idempotency key of this contract and must be passed on
         */
        Either<Rejection, CommandResult> carryOut(Contracts contracts, ContractId contract, CommandContext context);
    }

    Bulk(
            Contracts contracts,
            Storage storage,
            CommandRunner commands,
            String name,
            Selection selection,
            Action action,
            CommandContext context,
            BulkLimits limits) {
        this.contracts = contracts;
        this.storage = storage;
        this.commands = commands;
        this.name = name;
        this.selection = selection;
        this.action = action;
        this.context = context;
        this.limits = limits;
    }

    /** The same within limits. */
    public Bulk within(BulkLimits other) {
        Objects.requireNonNull(other, "other");
        return new Bulk(contracts, storage, commands, name, selection, action, context, other);
    }

    /**
     * Counts what would be touched, and writes nothing.
     *
     * @param max how many of the contracts to show, 0 or more
     */
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
        long live = Contracts.live(storage);
        return new BulkPreview(selected, live, limits.max(live), first);
    }

    /**
     * Counts what is selected and, if that is within the limits, begins. Nothing is touched before {@link
     * BulkRun#advance}.
     *
     * @return the run, or {@link Rejection.SelectionTooLarge}
     */
    public Either<Rejection, BulkRun> begin() {
        return begin(Optional.empty());
    }

    /** The same from where an earlier run had come: contracts up to {@code reached} are passed over. */
    public Either<Rejection, BulkRun> beginAfter(ContractId reached) {
        return begin(Optional.of(reached));
    }

    private Either<Rejection, BulkRun> begin(Optional<ContractId> after) {
        BulkPreview preview = preview(0);
        return preview.isAllowed()
                ? Either.right(new BulkRun(this, after, preview))
                : Either.left(new Rejection.SelectionTooLarge(preview.selected(), preview.live(), preview.allowed()));
    }

    ContractWalk walk(Optional<ContractId> after) {
        return new ContractWalk(storage.contracts(), selection.named(), selection::includes, after);
    }

    BulkItem carryOut(Contract contract) {
        return BulkItem.of(contract, action.carryOut(contracts, contract.id(), context(contract)));
    }

    /** In one unit of work: on all of them, or on none. */
    List<BulkItem> carryOutTogether(Supplier<List<Contract>> group) {
        return commands.together(() -> {
            List<Contract> gathered = group.get();
            storage.contracts().findAll(gathered.stream().map(Contract::id).toList());
            storage.commands()
                    .findAll(gathered.stream()
                            .flatMap(contract -> context(contract).idempotencyKey().stream())
                            .toList());
            return gathered.stream().map(this::carryOut).toList();
        });
    }

    /** Whether who calls is inside a unit of work of its own, so that what failed cannot be tried again here. */
    boolean isInside() {
        return commands.isInside();
    }

    private CommandContext context(Contract contract) {
        return context.once(name + "/" + contract.id());
    }

    BulkLimits limits() {
        return limits;
    }

    Instant now() {
        return commands.now();
    }

    boolean isQueueTooLong() {
        return limits.isExceededBy(storage.work(), commands.now());
    }
}
