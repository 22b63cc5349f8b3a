package io.silverdata.contract.internal.runs;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.runs.Audit;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.Selection;
import java.util.Objects;
import java.util.Optional;

/** An audit that reads the network through a {@link NetworkReader}. */
record NetworkAudit(
        RunParts parts,
        NetworkReader network,
        Selection selection,
        CommandContext context,
        boolean repairs,
        boolean searchesExtras,
        RunLimits limits)
        implements Audit {

    @Override
    public Audit repairing(RunLimits other) {
        return new NetworkAudit(
                parts, network, selection, context, true, searchesExtras, Objects.requireNonNull(other, "limits"));
    }

    @Override
    public Audit searchingExtras() {
        return new NetworkAudit(parts, network, selection, context, repairs, true, limits);
    }

    @Override
    public AuditRun begin() {
        return new NetworkAuditRun(this, Optional.empty());
    }

    @Override
    public AuditRun beginAfter(ContractId reached) {
        return new NetworkAuditRun(this, Optional.of(reached));
    }
}
