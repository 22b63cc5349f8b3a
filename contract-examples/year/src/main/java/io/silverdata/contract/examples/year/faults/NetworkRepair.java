package io.silverdata.contract.examples.year.faults;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.ContractRuns;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
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
    public static int run(ContractRuns runs) {
        Set<ContractId> repaired = new HashSet<>();
        AuditRun run = runs.audit(Selection.all(), OPERATIONS)
                .repairing(RunLimits.none())
                .begin();
        RunState state;
        do {
            state = run.advance(
                            PAGE,
                            item -> item.result()
                                    .ifPresent(result ->
                                            repaired.add(result.contract().id())))
                    .state();
        } while (state == RunState.MORE);
        return repaired.size();
    }
}
