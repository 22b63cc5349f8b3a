package io.silverdata.contract.internal.runs;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.internal.delivery.NetworkDriver;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.runs.AdoptionItem;
import io.silverdata.contract.runs.Audit;
import io.silverdata.contract.runs.Bulk;
import io.silverdata.contract.runs.ContractRuns;
import io.silverdata.contract.runs.DunningRun;
import io.silverdata.contract.runs.Extra;
import io.silverdata.contract.runs.KeyedAdoption;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.Selection;
import io.silverdata.contract.spi.DeviceOutcome;
import io.vavr.control.Either;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Prepares runs over what a selection selects. */
public final class SelectionRuns implements ContractRuns {
    // An idempotency key has room for 128 characters: the name, a slash and an identity of 36.
    private static final Pattern BULK_NAME = Pattern.compile("[!-~]{1,91}");

    private final RunParts parts;
    private final NetworkReader reader;
    private final DunningExecutor dunning;
    private final ExtraRemoval removal;
    private final GroupedAdoption adoption;

    /** Runs; all parts are shared with the facade. */
    public SelectionRuns(
            RunParts parts,
            NetworkReader reader,
            NetworkDriver driver,
            DunningExecutor dunning,
            GroupedAdoption adoption) {
        this.parts = parts;
        this.reader = reader;
        this.dunning = dunning;
        removal = new ExtraRemoval(parts, driver);
        this.adoption = adoption;
    }

    @Override
    public Bulk bulk(String name, Selection selection, Bulk.Action action, CommandContext context) {
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(action, "action");
        if (!BULK_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("name", name, "1 to 91 printable ASCII characters without spaces")
                            .message());
        }
        requireUnconditional(context);
        return new GroupedBulk(parts, name, selection, action, context, RunLimits.none());
    }

    @Override
    public List<AdoptionItem> adopt(List<KeyedAdoption> adoptions, CommandContext context) {
        requireUnconditional(context);
        parts.transactions().requireOutside("the adoption of many contracts");
        return adoption.adoptAll(adoptions, context);
    }

    @Override
    public Audit audit(Selection selection, CommandContext context) {
        Objects.requireNonNull(selection, "selection");
        requireUnconditional(context);
        return new NetworkAudit(parts, reader, selection, context, false, false, RunLimits.none());
    }

    @Override
    public DunningRun dunning(Selection selection, boolean dryRun, RunLimits limits) {
        Objects.requireNonNull(selection, "selection");
        Objects.requireNonNull(limits, "limits");
        return new PolicyDunningRun(parts, dunning, selection, dryRun, limits);
    }

    @Override
    public List<Either<Rejection, DeviceOutcome>> removeExtras(List<Extra> extras, CommandContext context) {
        parts.transactions().requireOutside("removeExtras");
        return removal.remove(extras, context);
    }

    private static void requireUnconditional(CommandContext context) {
        if (context.idempotencyKey().isPresent() || context.expectedVersion().isPresent()) {
            throw new IllegalArgumentException("context must name neither an idempotency key nor a version");
        }
    }
}
