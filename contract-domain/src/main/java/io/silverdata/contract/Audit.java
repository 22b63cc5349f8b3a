package io.silverdata.contract;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.internal.ContractWalk;
import io.silverdata.contract.internal.NetworkReader;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.Storage;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A comparison of the network with the contracts of a selection: {@link #begin} it, then {@link AuditRun#advance} it. Made by
 * {@link Contracts#audit}. Immutable and thread-safe.
 *
 * <p>RADIUS is asked for many logins at once, each OLT for everything it serves. What differs by that is looked at once more by
 * itself before it is told, and is told only if the contract did not change meanwhile: a delivery under way is never taken for
 * drift. Unless told to repair, an audit writes nothing.
 */
public final class Audit {
    private final Contracts contracts;
    private final Storage storage;
    private final NetworkReader network;
    private final Supplier<Instant> now;
    private final Selection selection;
    private final CommandContext context;
    private final Scope scope;

    /** What it does besides comparing. */
    record Scope(boolean repair, boolean extras, BulkLimits limits) {}

    Audit(
            Contracts contracts,
            Storage storage,
            NetworkReader network,
            Supplier<Instant> now,
            Selection selection,
            CommandContext context,
            Scope scope) {
        this.contracts = contracts;
        this.storage = storage;
        this.network = network;
        this.now = now;
        this.selection = selection;
        this.context = context;
        this.scope = scope;
    }

    /**
     * The same, and what is missing or different is delivered again: recorded as drift, and as repaired once the network
     * confirms. What is extra stays.
     *
     * @param limits how many targets at most, how fast, and how long the work queue may get; a share counts of the live
     *     contracts
     */
    public Audit repairing(BulkLimits limits) {
        Objects.requireNonNull(limits, "limits");
        return with(new Scope(true, scope.extras(), limits));
    }

    /**
     * The same, and every OLT of the plant and all of RADIUS are searched for what no contract asks for, whatever the
     * selection.
     */
    public Audit searchingExtras() {
        return with(new Scope(scope.repair(), true, scope.limits()));
    }

    /** Begins. No device is asked before {@link AuditRun#advance}. */
    public AuditRun begin() {
        return new AuditRun(this, Optional.empty());
    }

    /** The same from where an earlier run had come: contracts up to {@code reached} are passed over. */
    public AuditRun beginAfter(ContractId reached) {
        return new AuditRun(this, Optional.of(reached));
    }

    private Audit with(Scope other) {
        return new Audit(contracts, storage, network, now, selection, context, other);
    }

    ContractWalk walk(Optional<ContractId> after) {
        return new ContractWalk(storage.contracts(), selection.named(), selection::includes, after);
    }

    Scope scope() {
        return scope;
    }

    Contracts contracts() {
        return contracts;
    }

    Storage storage() {
        return storage;
    }

    NetworkReader network() {
        return network;
    }

    CommandContext context() {
        return context;
    }

    Instant now() {
        return now.get();
    }
}
