package io.silverdata.contract.examples.year;

import io.silverdata.contract.AuditRun;
import io.silverdata.contract.BulkLimits;
import io.silverdata.contract.BulkProgress;
import io.silverdata.contract.Selection;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Trigger;
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
                .audit(Selection.all(), OPERATIONS)
                .repairing(BulkLimits.none())
                .begin();
        while (run.advance(
                                PAGE,
                                item -> item.result()
                                        .ifPresent(result ->
                                                lost.add(result.contract().id())))
                        .state()
                == BulkProgress.State.MORE) {
            // goes on with the next contracts
        }
        return lost.size();
    }
}
