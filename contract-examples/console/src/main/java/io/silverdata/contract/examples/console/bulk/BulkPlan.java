package io.silverdata.contract.examples.console.bulk;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.background.RunFields;
import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionReason;
import io.silverdata.contract.query.ContractOrder;
import io.silverdata.contract.query.ContractQuery;
import io.silverdata.contract.query.InvalidQueryException;
import io.silverdata.contract.runs.Bulk;
import io.silverdata.contract.runs.RunLimits;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a bulk command is to do.
 *
 * @param name under which nothing is done twice
 * @param kind which command
 * @param query on which contracts
 * @param action the command
 * @param limits how many, and how fast
 * @param form as it was typed, to be shown, and to be sent again
 */
record BulkPlan(String name, BulkKind kind, ContractQuery query, Bulk.Action action, RunLimits limits, Form form) {
    /** As the library has it, and short enough for the identity of a contract behind it. */
    private static final Pattern NAME = Pattern.compile("[!-~]{1,91}");

    /** What was typed, with what is wrong about it, and the plan if nothing is. */
    record Read(Form form, Optional<BulkPlan> plan) {}

    static Read read(Form typed, PageContext page, Contracts contracts) {
        RunFields fields = new RunFields(typed, page);
        String name = fields.required("name");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            fields.wrong("name", page.text("bulk.name.wrong"));
        }
        ContractQuery query = query(fields, page);
        Optional<BulkKind> kind = fields.requiredChoice("command", BulkKind.class);
        Optional<Bulk.Action> action = kind.flatMap(one -> one.read(fields, contracts));
        RunLimits limits = fields.limits();
        return new Read(
                fields.form(),
                fields.isWrong()
                        ? Optional.empty()
                        : action.map(does -> new BulkPlan(name, kind.orElseThrow(), query, does, limits, typed)));
    }

    private static ContractQuery query(RunFields fields, PageContext page) {
        ContractQuery.Builder query = ContractQuery.builder().orderBy(ContractOrder.IDENTITY);
        if (fields.given("status").equals(Optional.of("LIVE"))) {
            query.status(Status.ACTIVE, Status.SUSPENDED);
        } else {
            fields.choice("status", Status.class).ifPresent(query::status);
        }
        fields.value("olt", OltId::parse).ifPresent(query::olt);
        fields.value("plan", PlanId::parse).ifPresent(query::plan);
        fields.choice("held", SuspensionReason.Category.class)
                .map(BulkKind::reason)
                .ifPresent(query::heldFor);
        fields.choice("provisioning", ProvisioningState.Summary.class).ifPresent(query::provisioning);
        try {
            fields.given("address").ifPresent(query::addressContaining);
        } catch (InvalidQueryException bad) {
            fields.wrong("address", page.rejection(bad.invalidValue()));
        }
        return query.build();
    }
}
