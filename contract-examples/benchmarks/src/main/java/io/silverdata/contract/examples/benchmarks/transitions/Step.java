package io.silverdata.contract.examples.benchmarks.transitions;

/** The five events that every library is given. */
enum Step {
    WRITE_DOWN,
    ACTIVATE,
    SUSPEND,
    LIFT_HOLD,
    CANCEL
}
