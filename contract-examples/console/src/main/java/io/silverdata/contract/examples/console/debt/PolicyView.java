package io.silverdata.contract.examples.console.debt;

import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.dunning.DunningStep;
import io.silverdata.contract.model.Money;
import java.util.List;
import java.util.Optional;

/** The ladder of steps by which debts are collected. */
public record PolicyView(String name, List<Step> steps) {

    /**
     * A step.
     *
     * @param day after the due date
     * @param action what is done
     * @param minimum for how much at least
     * @param noticeDays after how many days since a notice, 0 if none is needed
     */
    public record Step(int day, String action, Optional<Money> minimum, int noticeDays) {}

    static PolicyView of(DunningPolicy policy) {
        return new PolicyView(
                policy.name(), policy.steps().stream().map(PolicyView::step).toList());
    }

    private static Step step(DunningStep step) {
        return new Step(step.daysOverdue(), step.action().name(), step.minimum(), step.noticeDays());
    }
}
