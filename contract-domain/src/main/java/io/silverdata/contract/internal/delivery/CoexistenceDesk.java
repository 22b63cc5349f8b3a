package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.coexistence.ContractCoexistence;
import io.silverdata.contract.coexistence.HeldPage;
import io.silverdata.contract.coexistence.SwitchPreview;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.model.Coexistence;
import io.silverdata.contract.model.CoexistenceChange;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.WriteSwitch;
import io.silverdata.contract.spi.Storage;
import io.vavr.control.Either;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Switches what is written to. Thread-safe. */
public final class CoexistenceDesk implements ContractCoexistence {
    private static final int MOST_HELD = 1_000;

    private final Storage storage;
    private final Transactions transactions;
    private final WriteGate gate;
    private final HeldOrders held;
    private final Supplier<Instant> now;

    /** A desk; all parts are shared with the facade. */
    public CoexistenceDesk(Storage storage, Transactions transactions, WriteGate gate, Supplier<Instant> now) {
        this.storage = storage;
        this.transactions = transactions;
        this.gate = gate;
        this.held = new HeldOrders(storage, now);
        this.now = now;
    }

    @Override
    public Coexistence current() {
        return gate.stored();
    }

    @Override
    public List<CoexistenceChange> changes(long after, int max) {
        return storage.coexistence().after(after, max);
    }

    @Override
    public HeldPage held(Optional<ContractId> after, int max) {
        if (max < 1 || max > MOST_HELD) {
            throw new IllegalArgumentException("max must be 1 to " + MOST_HELD + ", was " + max);
        }
        return held.page(current(), after, max);
    }

    @Override
    public SwitchPreview preview(WriteSwitch wanted) {
        Coexistence before = current();
        return held.preview(before, before.after(wanted));
    }

    @Override
    public Either<Rejection, CoexistenceChange> switchTo(WriteSwitch wanted, CommandContext context) {
        Objects.requireNonNull(wanted, "wanted");
        if (context.idempotencyKey().isPresent()
                || context.expectedVersion().isPresent()
                || context.effectiveAt().isPresent()) {
            throw new IllegalArgumentException(
                    "context must name neither an idempotency key nor a version nor a time in the past");
        }
        Either<Rejection, CoexistenceChange> switched = transactions.call(() -> decided(wanted, context));
        gate.expire();
        return switched;
    }

    /** In one unit of work: of two processes that switch at the same moment, one meets a conflict and tries again. */
    private Either<Rejection, CoexistenceChange> decided(WriteSwitch wanted, CommandContext context) {
        Coexistence before = gate.stored();
        Coexistence after = before.after(wanted);
        Optional<Rejection> refusal = refusal(wanted, before, after);
        if (refusal.isPresent()) {
            return Either.left(refusal.get());
        }
        CoexistenceChange change = new CoexistenceChange(
                after.revision(),
                now.get(),
                context.actor(),
                context.trigger(),
                wanted.reason(),
                wanted.mode(),
                wanted.scopes());
        storage.coexistence().append(change);
        return Either.right(change);
    }

    private Optional<Rejection> refusal(WriteSwitch wanted, Coexistence before, Coexistence after) {
        if (after.isLike(before)) {
            return Optional.of(
                    new Rejection.NothingToChange("coexistence", wanted.mode().name()));
        }
        if (after.others().size() > Coexistence.MOST_OTHERS) {
            return Optional.of(new Rejection.InvalidValue(
                    "scopes",
                    after.others().size() + " in all",
                    "at most " + Coexistence.MOST_OTHERS + " OLTs and contracts of which something is said"));
        }
        SwitchPreview preview = held.preview(before, after);
        return preview.restricted() > wanted.mostRestricted()
                ? Optional.of(new Rejection.WouldRestrict(
                        preview.restricted(),
                        wanted.mostRestricted(),
                        preview.firstRestricted().stream()
                                .limit(Rejection.WouldRestrict.MAX_NAMED)
                                .toList()))
                : Optional.empty();
    }
}
