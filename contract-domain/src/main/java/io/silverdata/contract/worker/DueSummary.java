package io.silverdata.contract.worker;

import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.spi.ContractFault;
import java.util.List;

/**
 * What one call of {@link ContractWorker#applyDue} did.
 *
 * @param contracts how many contracts were looked at; fewer than asked for means that nothing more is due
 * @param events what happened, contract by contract
 * @param faults contracts that could not be settled, and why; each is tried again after a minute, then less and less often
 */
public record DueSummary(int contracts, List<RecordedEvent> events, List<ContractFault> faults) {

    public DueSummary {
        events = List.copyOf(events);
        faults = List.copyOf(faults);
    }
}
