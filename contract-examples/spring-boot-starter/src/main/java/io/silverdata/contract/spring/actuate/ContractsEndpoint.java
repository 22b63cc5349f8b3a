package io.silverdata.contract.spring.actuate;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.spi.ParkedWork;
import io.silverdata.contract.worker.ContractWorker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** What operators ask first: how far the queue is, what was given up, and to try one again. */
@Endpoint(id = "contracts")
public final class ContractsEndpoint {
    private static final int PARKED = 100;

    private final ContractWorker worker;

    ContractsEndpoint(ContractWorker worker) {
        this.worker = worker;
    }

    /** Queue, lag, devices, and the first hundred targets that were given up. */
    @ReadOperation
    public Map<String, Object> overview() {
        Map<String, Object> view = new LinkedHashMap<>(HealthView.of(worker.health()));
        view.put("parked", parked(worker.parked(PARKED)));
        return view;
    }

    /** Delivers a contract again: both targets, attempts counted anew. */
    @WriteOperation
    public void redeliver(@Selector UUID contract) {
        worker.redeliver(new ContractId(contract));
    }

    private static List<Map<String, String>> parked(List<ParkedWork> work) {
        return work.stream().map(ContractsEndpoint::row).toList();
    }

    private static Map<String, String> row(ParkedWork parked) {
        return Map.of(
                "contract",
                parked.contract().toString(),
                "target",
                parked.target().name(),
                "problem",
                parked.problem());
    }
}
