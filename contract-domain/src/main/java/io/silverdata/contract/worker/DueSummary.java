package io.silverdata.contract.worker;

import io.silverdata.contract.model.RecordedEvent;
import java.util.List;

/**
 * What one call of {@link ContractWorker#applyDue} did.
 *
 * @param contracts how many contracts were looked at; fewer than asked for means that nothing more is due
 * @param events what happened, contract by contract
 */
public record DueSummary(int contracts, List<RecordedEvent> events) {

    public DueSummary {
        events = List.copyOf(events);
    }
}
