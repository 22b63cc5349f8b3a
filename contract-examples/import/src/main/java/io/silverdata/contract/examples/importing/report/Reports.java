package io.silverdata.contract.examples.importing.report;

import io.silverdata.contract.examples.importing.adopting.ImportResult;
import io.silverdata.contract.examples.importing.adopting.RowResult;
import io.silverdata.contract.examples.importing.reading.Export;
import io.silverdata.contract.examples.importing.reading.Finding;
import io.silverdata.contract.examples.importing.reading.Kind;
import io.silverdata.contract.examples.importing.reading.Mapping;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is said about an import. */
public final class Reports {
    private static final String DRY_RUN = "Dry run: nothing was written to the database.";

    private final Export export;
    private final Mapping mapping;
    private final ImportResult result;
    private final boolean dryRun;
    private final FinanceReport finance;
    private final NocReport noc;

    public Reports(
            Export export, Mapping mapping, ImportResult result, Map<PlanId, PlanSnapshot> plans, boolean dryRun) {
        this.export = export;
        this.mapping = mapping;
        this.result = result;
        this.dryRun = dryRun;
        finance = new FinanceReport(result, plans);
        noc = new NocReport(result);
    }

    /** The totals, for people. */
    public List<String> totals() {
        List<String> lines = new ArrayList<>();
        if (dryRun) {
            lines.add(DRY_RUN);
        }
        lines.add("Rows: " + result.rows().size());
        lines.add((dryRun ? "  would be adopted: " : "  adopted: ") + result.count(RowResult.State.ADOPTED));
        lines.add("  adopted before: " + result.count(RowResult.State.ADOPTED_BEFORE));
        lines.add("  left out: " + result.count(RowResult.State.LEFT_OUT));
        lines.add("  bad: " + result.count(RowResult.State.BAD));
        Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
        result.findings().forEach(finding -> kinds.merge(finding.kind(), 1L, Long::sum));
        kinds.forEach((kind, count) -> lines.add("    " + kind.text() + ": " + count));
        lines.add("");
        lines.addAll(finance.lines());
        lines.add("");
        lines.addAll(noc.lines());
        return lines;
    }

    /**
     * Writes the files into a folder that is there.
     *
     * @return what was written
     */
    public List<Path> write(Path folder) throws IOException {
        Path bad = folder.resolve("bad-rows.csv");
        Path financeText = folder.resolve("finance.txt");
        Path financeRows = folder.resolve("finance.csv");
        Path nocText = folder.resolve("noc.txt");
        Path ports = folder.resolve("noc-ports.csv");
        Path open = folder.resolve("noc-open.csv");
        CsvFile.write(bad, mapping.charset(), mapping.separator(), badHeader(), badRows());
        Files.write(financeText, headed(finance.lines()));
        finance.write(financeRows);
        Files.write(nocText, headed(noc.lines()));
        noc.writePorts(ports);
        noc.writeOpen(open);
        return List.of(bad, financeText, financeRows, nocText, ports, open);
    }

    /** Nobody shall take the report of a dry run for that of a run. */
    private List<String> headed(List<String> lines) {
        return dryRun ? Stream.concat(Stream.of(DRY_RUN), lines.stream()).toList() : lines;
    }

    /** As in the export, so that the rows are corrected and read again; what is added is not read. */
    private List<String> badHeader() {
        return Stream.concat(export.header().stream(), Stream.of("bad_line", "bad_columns", "bad_why"))
                .toList();
    }

    private List<List<String>> badRows() {
        return result.rows().stream()
                .filter(row -> row.state() == RowResult.State.BAD)
                .map(row -> Stream.concat(
                                export.header().stream()
                                        .map(column -> row.row().cells().raw(column)),
                                Stream.of(
                                        String.valueOf(row.row().cells().line()),
                                        joined(row, Finding::column),
                                        joined(row, Finding::why)))
                        .toList())
                .toList();
    }

    private interface Part {
        String of(Finding finding);
    }

    private static String joined(RowResult row, Part part) {
        return row.findings().stream().map(part::of).collect(Collectors.joining(" | "));
    }
}
