package io.silverdata.contract.examples.console.bulk;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.examples.console.web.RejectionPhrases;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.runs.RunLimits;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at what a bulk command would do: counts, and tries it on the first contracts without writing. */
@Component
final class BulkPreviews {
    /** Each costs what the command costs. */
    private static final int TRIED = 10;

    private static final ContractQuery LIVE =
            ContractQuery.builder().status(Status.ACTIVE, Status.SUSPENDED).build();

    private final Contracts contracts;

    BulkPreviews(Contracts contracts) {
        this.contracts = contracts;
    }

    BulkLook of(BulkPlan plan, CommandContext by) {
        CommandContext trial = CommandContext.by(by.actor().value(), by.trigger());
        long live = contracts.count(LIVE);
        return new BulkLook(
                contracts.count(plan.query()),
                live,
                allowed(plan.limits(), live),
                plan.kind().hurts(),
                contracts.search(plan.query(), Page.first(TRIED)).items().stream()
                        .map(contract -> row(contract, tried(plan, contract.id(), trial)))
                        .toList());
    }

    private Optional<Phrase> tried(BulkPlan plan, ContractId contract, CommandContext trial) {
        return contracts
                .preview(undone -> plan.action().execute(contract, trial))
                .fold(refusal -> Optional.of(RejectionPhrases.of(refusal)), accepted -> Optional.empty());
    }

    private static long allowed(RunLimits limits, long live) {
        return limits.maxShare() == 1
                ? limits.maxContracts()
                : Math.min(limits.maxContracts(), (long) Math.floor(live * limits.maxShare()));
    }

    private static BulkLook.Row row(ContractSummary contract, Optional<Phrase> refusal) {
        return new BulkLook.Row(
                contract.id().toString(),
                contract.number().toString(),
                contract.customer(),
                contract.status().name(),
                contract.plan().value(),
                refusal);
    }
}
