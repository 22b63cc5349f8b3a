package io.silverdata.contract.examples.importing.adopting;

import io.silverdata.contract.examples.importing.reading.Finding;
import io.silverdata.contract.examples.importing.reading.RowReading;
import java.util.List;

/**
 * The result of a row.
 *
 * @param row what was read
 * @param state whether it is here now
 * @param findings why not; none unless it is {@link State#BAD}
 */
public record RowResult(RowReading row, State state, List<Finding> findings) {

    /** Where the contract of a row is now. */
    public enum State {
        ADOPTED,
        ADOPTED_BEFORE,
        BAD,
        LEFT_OUT
    }

    public RowResult {
        findings = List.copyOf(findings);
    }

    /** Whether it is here. */
    public boolean isHere() {
        return state == State.ADOPTED || state == State.ADOPTED_BEFORE;
    }
}
