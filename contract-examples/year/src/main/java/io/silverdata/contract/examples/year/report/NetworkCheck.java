package io.silverdata.contract.examples.year.report;

import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.year.simulation.Provider;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.runs.AuditItem;
import io.silverdata.contract.runs.AuditItem.Finding;
import io.silverdata.contract.runs.AuditProgress;
import io.silverdata.contract.runs.AuditRun;
import io.silverdata.contract.runs.RunState;
import io.silverdata.contract.runs.Selection;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the network does what the contracts say, by an audit that reads it back: every login, every ONU, and what there is
 * besides. Failed targets are not compared.
 *
 * @param contracts how many contracts are in sync
 * @param targets how many logins and ONUs, there or rightly gone, are as their contracts say
 * @param differences what is otherwise on the network, in words
 */
public record NetworkCheck(long contracts, long targets, List<String> differences) {
    private static final CommandContext AUDITOR = CommandContext.by("auditor", Trigger.SYSTEM);
    private static final int PAGE = 500;

    public static NetworkCheck of(Provider provider) {
        List<String> differences = new ArrayList<>();
        AuditRun run = provider.operations()
                .runs()
                .audit(Selection.all(), AUDITOR)
                .searchingExtras()
                .begin();
        AuditProgress progress;
        do {
            progress = run.advance(PAGE, item -> {
                if (item.isDifference() || item.finding() == Finding.UNREADABLE) {
                    differences.add(text(item));
                }
            });
        } while (progress.state() == RunState.MORE);
        long inSync = provider.all().stream()
                .filter(contract -> contract.provisioning().summary() == ProvisioningState.Summary.IN_SYNC)
                .count();
        return new NetworkCheck(inSync, progress.count(Finding.IN_SYNC), List.copyOf(differences));
    }

    public boolean isGood() {
        return differences.isEmpty();
    }

    private static String text(AuditItem item) {
        return item.contract().map(contract -> contract.number() + " ").orElse("") + item.target() + " "
                + item.finding() + ": " + item.detail();
    }
}
