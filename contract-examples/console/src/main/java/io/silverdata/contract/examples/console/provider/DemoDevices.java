package io.silverdata.contract.examples.console.provider;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.spi.AccessOrder;
import io.silverdata.contract.spi.LineOrder;
import io.silverdata.contract.spring.worker.WorkerRound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the demo's devices, which are empty when the process starts, what the contracts in the database say: a few contracts after each
 * round of deliveries, on the worker's thread, so that no delivery comes in between. ONUs are plugged in where their contracts are, and
 * where an installer is to come.
 */
final class DemoDevices implements WorkerRound {
    private static final Logger LOG = LoggerFactory.getLogger(DemoDevices.class);
    private static final int AT_ONCE = 60;

    private final DemoNetwork network;
    private Page page = Page.first(AT_ONCE);
    private boolean isDone;
    private int installers;

    DemoDevices(DemoNetwork network) {
        this.network = network;
    }

    @Override
    public void ended(Contracts contracts) {
        if (isDone) {
            return;
        }
        Listing<ContractSummary> listing = contracts.search(ContractQuery.all(), page);
        List<ContractId> ids = listing.items().stream().map(ContractSummary::id).toList();
        tell(contracts.findAll(ids));
        listing.next().ifPresentOrElse(next -> page = Page.after(next, AT_ONCE), () -> {
            isDone = true;
            LOG.info("the demo's devices know all contracts");
        });
    }

    private void tell(List<Contract> contracts) {
        List<AccessOrder> logins = new ArrayList<>();
        Map<OltId, List<LineOrder>> lines = new LinkedHashMap<>();
        for (Contract contract : contracts) {
            DesiredNetwork desired = DesiredNetwork.of(contract);
            desired.access().service().map(AccessOrder.Ensure::new).ifPresent(logins::add);
            Optional<LineService> line = desired.line().service();
            line.ifPresent(service -> {
                network.plugIn(service.line().ports().ponPort(), service.line().onu());
                LineOrder order = new LineOrder.Ensure(service);
                lines.computeIfAbsent(order.olt(), olt -> new ArrayList<>()).add(order);
            });
            awaitInstaller(contract);
        }
        network.radius().carryOut(logins);
        lines.forEach((olt, orders) -> network.gateway().carryOut(olt, orders));
    }

    private void awaitInstaller(Contract contract) {
        if (contract.status() == Status.DRAFT) {
            contract.reservation()
                    .ifPresent(reservation -> network.plugIn(
                            reservation.ports().ponPort(),
                            new OnuSerial(String.format(Locale.ROOT, "HWTC%08X", 0x7B00_0000 + ++installers))));
        }
    }
}
