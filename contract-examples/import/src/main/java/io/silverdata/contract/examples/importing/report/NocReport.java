package io.silverdata.contract.examples.importing.report;

import io.silverdata.contract.examples.importing.adopting.ImportResult;
import io.silverdata.contract.examples.importing.adopting.RowResult;
import io.silverdata.contract.examples.importing.reading.Field;
import io.silverdata.contract.examples.importing.reading.Kind;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.spi.PonPortOccupancy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How full the PON ports are then, and what has to be looked for in the field. */
final class NocReport {
    private static final Set<Kind> OF_OUTPUTS = Set.of(
            Kind.OUTPUT_UNKNOWN, Kind.OUTPUT_TAKEN, Kind.OTHER_PON_PORT, Kind.PON_PORT_FULL, Kind.OTHER_TECHNOLOGY);
    private static final List<String> PORT_COLUMNS = Stream.concat(
                    Stream.of("pon_port"),
                    Stream.of(PortState.values()).map(state -> state.name().toLowerCase(Locale.ROOT)))
            .toList();
    private static final List<String> OPEN_COLUMNS =
            List.of("line", "key", "number", "address", "onu", "login", "output", "pon_port", "why");

    private final ImportResult result;

    NocReport(ImportResult result) {
        this.result = result;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("NOC");
        lines.add(String.format(Locale.ROOT, "  %-24s %9s %9s", "OLT", "in use", "free"));
        Map<OltId, int[]> olts = new TreeMap<>();
        for (PonPortOccupancy port : result.occupancy()) {
            int[] sums = olts.computeIfAbsent(port.ponPort().olt(), any -> new int[2]);
            sums[0] += count(port, PortState.IN_USE);
            sums[1] += count(port, PortState.FREE);
        }
        olts.forEach((olt, sums) -> lines.add(String.format(Locale.ROOT, "  %-24s %9d %9d", olt, sums[0], sums[1])));
        lines.add("  ONUs here without an output: "
                + result.rows().stream().filter(NocReport::isWithoutOutput).count());
        for (Kind kind : Kind.values()) {
            long count = result.findings().stream()
                    .filter(finding -> finding.kind() == kind)
                    .count();
            if (OF_OUTPUTS.contains(kind) && count > 0) {
                lines.add("  Not here, " + kind.text() + ": " + count);
            }
        }
        return lines;
    }

    /** Each PON port with its outputs. */
    void writePorts(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (PonPortOccupancy port : result.occupancy()) {
            List<String> row = new ArrayList<>(List.of(port.ponPort().toString()));
            Stream.of(PortState.values()).forEach(state -> row.add(String.valueOf(count(port, state))));
            rows.add(row);
        }
        CsvFile.write(file, PORT_COLUMNS, rows);
    }

    /** Contracts that are here without an output, and those that are not here because of theirs. */
    void writeOpen(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (RowResult row : result.rows()) {
            if (isWithoutOutput(row)) {
                rows.add(cells(row, "here without an output"));
            }
            row.findings().stream()
                    .filter(finding -> OF_OUTPUTS.contains(finding.kind()))
                    .forEach(finding -> rows.add(cells(row, finding.kind().text() + ": " + finding.why())));
        }
        CsvFile.write(file, OPEN_COLUMNS, rows);
    }

    private static List<String> cells(RowResult row, String why) {
        List<String> cells =
                new ArrayList<>(List.of(String.valueOf(row.row().cells().line())));
        Stream.of(Field.KEY, Field.NUMBER, Field.ADDRESS, Field.ONU, Field.LOGIN, Field.OUTPUT, Field.PON_PORT)
                .forEach(field -> cells.add(row.row().cells().shown(field)));
        cells.add(why);
        return cells;
    }

    private static boolean isWithoutOutput(RowResult row) {
        return row.isHere()
                && row.row().adoption().stream()
                        .anyMatch(contract -> contract.adoption().output().isEmpty());
    }

    private static int count(PonPortOccupancy port, PortState state) {
        return port.outputs().getOrDefault(state, 0);
    }
}
