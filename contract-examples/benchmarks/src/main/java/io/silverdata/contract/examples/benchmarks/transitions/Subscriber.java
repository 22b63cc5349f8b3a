package io.silverdata.contract.examples.benchmarks.transitions;

/** What the guard of every transition looks at: one field. */
record Subscriber(boolean blocked) {
    boolean permits() {
        return !blocked;
    }
}
