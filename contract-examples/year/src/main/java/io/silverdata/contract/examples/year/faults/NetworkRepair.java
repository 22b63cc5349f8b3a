package io.silverdata.contract.examples.year.faults;

import io.silverdata.contract.AuditRun;
import io.silverdata.contract.BulkLimits;
import io.silverdata.contract.BulkProgress;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.Selection;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Trigger;
import java.util.HashSet;
import java.util.Set;

/**
 * Repairs what simulated devices lost: they live in the process and end with it, as if all had been replaced by empty ones. A year
 * that is resumed does what an operator does then: audits the network, and lets what is missing be delivered again.
 */
public final class NetworkRepair {
    private static final CommandContext OPERATIONS = CommandContext.by("operations", Trigger.SYSTEM);
    private static final int PAGE = 500;

    private NetworkRepair() {}

    /** Lets what differs be delivered again; returns of how many contracts. */
    public static int run(Contracts contracts) {
        Set<ContractId> repaired = new HashSet<>();
        AuditRun run = contracts
                .audit(Selection.all(), OPERATIONS)
                .repairing(BulkLimits.none())
                .begin();
        BulkProgress.State state;
        do {
            state = run.advance(
                            PAGE,
                            item -> item.result()
                                    .ifPresent(result ->
                                            repaired.add(result.contract().id())))
                    .state();
        } while (state == BulkProgress.State.MORE);
        return repaired.size();
    }
}
