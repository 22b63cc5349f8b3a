package io.silverdata.contract.examples.console.install;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.PortState;
import io.silverdata.contract.model.Reservation;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.OutputSummary;
import java.util.List;

/** Drafts that wait at a PON port. Reads the outputs of its splitters, about a hundred. */
final class Drafts {
    private final Contracts contracts;

    Drafts(Contracts contracts) {
        this.contracts = contracts;
    }

    List<ActivationView.Waiting> at(PonPortId ponPort, PageContext page) {
        List<ContractId> reserving = contracts
                .plant()
                .tree(ponPort)
                .map(tree -> tree.splitters().stream()
                        .flatMap(node -> contracts
                                .plant()
                                .outputs(node.splitter().splitter().id())
                                .stream())
                        .filter(output -> output.state() == PortState.RESERVED)
                        .map(OutputSummary::holder)
                        .flatMap(holder -> holder.stream())
                        .filter(holder -> holder.status() == Status.DRAFT)
                        .map(ContractSummary::id)
                        .toList())
                .orElse(List.of());
        return contracts.findAll(reserving).stream()
                .map(draft -> waiting(draft, page))
                .toList();
    }

    private static ActivationView.Waiting waiting(Contract draft, PageContext page) {
        return new ActivationView.Waiting(
                draft.number().value(),
                page.customer(draft.customer()),
                draft.address().text(),
                draft.reservation()
                        .map(reservation -> reservation.ports().splitterOutput().toString())
                        .orElse(""),
                draft.reservation().map(Reservation::until));
    }
}
