package io.silverdata.contract.examples.year;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import java.util.HashSet;
import java.util.Set;

/**
 * The simulated devices live in the process and end with it, as if all had been replaced by empty ones. A year that goes on
 * does what an operator does then: audits the network, and lets what is missing be delivered again.
 */
final class LostDevices {
    private static final CommandContext OPERATIONS = CommandContext.by("operations", Trigger.SYSTEM);
    private static final int PAGE = 500;

    private LostDevices() {}

    /** Lets what differs be delivered again; returns of how many contracts. */
    static int repair(Provider provider) {
        Set<ContractId> lost = new HashSet<>();
        AuditRun run = provider.operations()
                .runs()
                .audit(Selection.all(), OPERATIONS)
                .repairing(RunLimits.none())
                .begin();
        while (run.advance(
                                PAGE,
                                item -> item.result()
                                        .ifPresent(result ->
                                                lost.add(result.contract().id())))
                        .state()
                == RunState.MORE) {
            // goes on with the next contracts
        }
        return lost.size();
    }
}
