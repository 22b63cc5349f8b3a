package io.silverdata.contract.examples.importing.reading;

import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.runs.KeyedAdoption;
import java.util.List;
import java.util.Optional;

/**
 * What was read of a row.
 *
 * @param cells the row
 * @param leftOut whether its status says that it stays in the other system
 * @param findings what is wrong with its cells; none if it can be adopted
 * @param price what it costs there, as far as the row says so
 * @param ponPort the PON port that its output is under, as far as the row says so
 * @param adoption the contract, if nothing is wrong with it and it is not left out
 */
public record RowReading(
        Cells cells,
        boolean leftOut,
        List<Finding> findings,
        Optional<PlanSnapshot.Price> price,
        Optional<PonPortId> ponPort,
        Optional<KeyedAdoption> adoption) {

    public RowReading {
        findings = List.copyOf(findings);
    }
}
