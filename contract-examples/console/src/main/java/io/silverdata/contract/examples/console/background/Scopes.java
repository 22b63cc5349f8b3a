package io.silverdata.contract.examples.console.background;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.web.Choice;
import io.silverdata.contract.examples.console.web.PlansOnSale;
import io.silverdata.contract.query.Page;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the forms of runs suggest for the contracts that a run is about. */
@Component
public final class Scopes {
    private final Contracts contracts;
    private final PlansOnSale plans;

    Scopes(Contracts contracts, PlansOnSale plans) {
        this.contracts = contracts;
        this.plans = plans;
    }

    /** The OLTs of the plant. */
    public List<Choice> olts() {
        return contracts.plant().olts(Page.first(Page.MAX_SIZE)).items().stream()
                .map(summary -> summary.olt().id().value())
                .map(olt -> new Choice(olt, olt))
                .toList();
    }

    /** The plans that are sold. A contract may have an older one, so a form takes others, too. */
    public List<Choice> plans() {
        return plans.all().stream()
                .map(plan -> new Choice(plan.id().value(), plan.name()))
                .toList();
    }
}
