package io.silverdata.contract.examples.year.report;

import io.silverdata.contract.examples.year.reading.OrderKind;
import io.silverdata.contract.examples.year.simulation.Provider;
import io.silverdata.contract.examples.year.simulation.Tally;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.DunningAction;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of the year. */
public final class Report {
    private static final int MAX_DIFFERENCES = 20;

    private final Provider provider;
    private final PrintStream out;

    public Report(Provider provider, PrintStream out) {
        this.provider = provider;
        this.out = out;
    }

    public void print(Tally tally, NetworkCheck check, List<String> figures) {
        orders(tally);
        refusals(tally);
        time(tally);
        collection();
        statuses();
        provisioning(tally);
        title("Splitter outputs (# in use, reserved or resting; . free)");
        PortPicture.of(provider.storage().plant().occupancy(provider.clock().instant()))
                .forEach(line -> line("%s", line));
        title("Network: " + provider.network().description());
        figures.forEach(line -> line("  %s", line));
        check.differences().stream().limit(MAX_DIFFERENCES).forEach(difference -> line("  %s", difference));
        line(
                check.isGood()
                        ? "Network equals contracts: %d contracts in sync, %d differences. Read back: %d logins and ONUs."
                        : "NETWORK DIFFERS FROM CONTRACTS: %d contracts in sync, %d differences. As they should be: %d logins"
                                + " and ONUs.",
                check.contracts(),
                check.differences().size(),
                check.targets());
    }

    public void history(Contract contract) {
        List<RecordedEvent> history = provider.contracts().history(contract.id());
        title("History of " + contract.number() + " (" + contract.status() + ")");
        HistoryTable.of(history).forEach(line -> line("%s", line));
    }

    public void months(YearMonths months, Path folder) {
        title("Figures of each month (docs/reports.md says how they are made)");
        KpiTable.of(months).forEach(line -> line("%s", line));
        title("Customers at the end of each month (#), and of those suspended (s)");
        KpiPlot.customers(months.figures()).forEach(line -> line("%s", line));
        title("Customers lost in each month, by all at its beginning");
        KpiPlot.churn(months.figures()).forEach(line -> line("%s", line));
        title("Files");
        ReportFiles.write(months, folder).forEach(line -> line("  %s", line));
    }

    private void orders(Tally tally) {
        title("Orders");
        for (OrderKind kind : OrderKind.values()) {
            if (tally.accepted(kind) + tally.refused(kind) > 0) {
                line("  %-12s %5d accepted  %4d refused", kind.word(), tally.accepted(kind), tally.refused(kind));
            }
        }
        line("  %-12s %5d accepted  %4d refused", "all", tally.accepted(), tally.refused());
    }

    private void refusals(Tally tally) {
        title("Refusals by code, each with the first");
        tally.refusals().forEach((code, refusal) -> line("  %-24s %4d  %s", code, refusal.count(), refusal.first()));
    }

    private void time(Tally tally) {
        title("What time brought about");
        tally.due().forEach((event, count) -> line("  %-24s %4d", event, count));
    }

    private void collection() {
        title("Collection of debt");
        Map<DunningAction, Integer> steps = new EnumMap<>(DunningAction.class);
        int givenBack = 0;
        for (Contract contract : provider.all()) {
            for (RecordedEvent recorded : provider.contracts().history(contract.id())) {
                if (recorded.event() instanceof ContractEvent.DunningStepTaken step) {
                    steps.merge(step.mark().action(), 1, Integer::sum);
                } else if (recorded.event() instanceof ContractEvent.HoldLifted lifted
                        && lifted.hold().reason().equals(SuspensionReason.NON_PAYMENT)) {
                    givenBack++;
                }
            }
        }
        for (DunningAction action : DunningAction.values()) {
            if (steps.containsKey(action)) {
                line("  %-12s %5d", action, steps.get(action));
            }
        }
        line("  %-12s %5d", "given back", givenBack);
    }

    private void statuses() {
        title("Contracts by status");
        Map<Status, Long> counts = provider.storage().contracts().countByStatus();
        for (Status status : Status.values()) {
            line("  %-12s %5d", status, counts.getOrDefault(status, 0L));
        }
    }

    private void provisioning(Tally tally) {
        title("Provisioning");
        line(
                "  deliveries: %d, of them confirmed %d, retried %d, postponed %d, given up %d, lost %d; taken up again by"
                        + " staff %d",
                tally.delivery().leased(),
                tally.delivery().confirmed(),
                tally.delivery().retried(),
                tally.delivery().postponed(),
                tally.delivery().failed(),
                tally.delivery().lost(),
                tally.retriedByStaff());
        Map<ProvisioningState.Summary, Integer> counts = new EnumMap<>(ProvisioningState.Summary.class);
        provider.all().forEach(contract -> counts.merge(contract.provisioning().summary(), 1, Integer::sum));
        for (ProvisioningState.Summary summary : ProvisioningState.Summary.values()) {
            line("  %-12s %5d", summary, counts.getOrDefault(summary, 0));
        }
    }

    private void title(String text) {
        out.println();
        out.println(text);
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
