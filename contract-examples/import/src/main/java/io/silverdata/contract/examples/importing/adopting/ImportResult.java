package io.silverdata.contract.examples.importing.adopting;

import io.silverdata.contract.examples.importing.reading.Finding;
import io.silverdata.contract.spi.PonPortOccupancy;
import java.util.List;

/**
 * The result of all rows.
 *
 * @param rows each row, in the order of the file
 * @param occupancy how outputs are used then, for each PON port
 */
public record ImportResult(List<RowResult> rows, List<PonPortOccupancy> occupancy) {

    public ImportResult {
        rows = List.copyOf(rows);
        occupancy = List.copyOf(occupancy);
    }

    public long count(RowResult.State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    /** All that is wrong, in the order of the file. */
    public List<Finding> findings() {
        return rows.stream().flatMap(row -> row.findings().stream()).toList();
    }
}
