package io.silverdata.contract.command;

/** When a plan change takes effect. A day begins in the operator's zone. */
public enum PlanChangeTiming {
    /** Now. */
    IMMEDIATELY,
    /** On the first day of the next billing period. */
    AT_CYCLE_END,
    /** More than before: now. Less: on the first day of the next billing period. */
    UPGRADE_NOW_DOWNGRADE_AT_CYCLE_END
}
