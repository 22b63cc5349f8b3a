package io.silverdata.contract.examples.console.debt;

import io.silverdata.contract.examples.console.background.RunFields;
import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.runs.RunLimits;
import io.silverdata.contract.runs.Selection;
import java.util.Optional;

/**
 * What a run over debts is to do.
 *
 * @param dryRun whether nothing is to be written
 * @param selection of which contracts
 * @param limits from how many something may be taken, and how fast
 * @param form as it was typed, to be shown, and to be sent again
 */
public record DebtPlan(boolean dryRun, Selection selection, RunLimits limits, Form form) {
    private static final String FIVE_PERCENT = "5";

    /** What was typed, with what is wrong about it, and the plan if nothing is. */
    record Read(Form form, Optional<DebtPlan> plan) {}

    /** What the form begins with. */
    static Form first() {
        return Form.empty().with("maxPercent", FIVE_PERCENT).with("dryRun", "true");
    }

    static Read read(Form typed, PageContext page) {
        RunFields fields = new RunFields(typed, page);
        boolean dryRun = fields.given("dryRun").isPresent();
        if (!dryRun && fields.given("sure").isEmpty()) {
            fields.wrong("sure", page.text("debt.sure.needed"));
        }
        Selection live = Selection.live();
        Selection there = fields.value("olt", OltId::parse).map(live::onOlt).orElse(live);
        Selection chosen =
                fields.value("plan", PlanId::parse).map(there::onPlan).orElse(there);
        RunLimits limits = fields.limits();
        return new Read(
                fields.form(),
                fields.isWrong() ? Optional.empty() : Optional.of(new DebtPlan(dryRun, chosen, limits, typed)));
    }
}
