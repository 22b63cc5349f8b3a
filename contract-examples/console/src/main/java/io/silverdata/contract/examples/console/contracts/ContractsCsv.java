package io.silverdata.contract.examples.console.contracts;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.web.Csv;
import io.silverdata.contract.examples.console.web.CustomerNames;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All contracts that fit, page by page: an export of any length needs the memory of one page. */
@Component
class ContractsCsv {
    private final Contracts contracts;
    private final CustomerNames customers;

    ContractsCsv(Contracts contracts, CustomerNames customers) {
        this.contracts = contracts;
        this.customers = customers;
    }

    void write(ContractQuery query, Writer out) throws IOException {
        Csv csv = new Csv(out);
        csv.row(List.of(
                "number",
                "id",
                "status",
                "customer",
                "name",
                "plan",
                "address",
                "latitude",
                "longitude",
                "olt",
                "line",
                "onu",
                "login",
                "radius",
                "olt_state",
                "holds",
                "drafted_at",
                "next_due_at"));
        Page page = Page.first(Page.MAX_SIZE);
        while (true) {
            Listing<ContractSummary> listing = contracts.search(query, page);
            for (ContractSummary contract : listing.items()) {
                csv.row(row(contract));
            }
            if (listing.next().isEmpty()) {
                return;
            }
            page = Page.after(listing.next().get(), Page.MAX_SIZE);
        }
    }

    private List<String> row(ContractSummary contract) {
        return List.of(
                contract.number().value(),
                contract.id().toString(),
                contract.status().name(),
                contract.customer().value(),
                customers.name(contract.customer()),
                contract.plan().value(),
                contract.address().text(),
                Double.toString(contract.address().position().latitude()),
                Double.toString(contract.address().position().longitude()),
                contract.line()
                        .map(line -> line.ports().ponPort().olt().value())
                        .orElse(""),
                contract.line().map(line -> line.ports().ponPort().toString()).orElse(""),
                contract.line().map(line -> line.onu().value()).orElse(""),
                contract.radiusUser().map(RadiusUser::value).orElse(""),
                contract.accessState().name(),
                contract.lineState().name(),
                contract.holds().stream().map(ContractSummary.Hold::reason).collect(Collectors.joining(" ")),
                contract.draftedAt().toString(),
                contract.nextDueAt().map(Object::toString).orElse(""));
    }
}
