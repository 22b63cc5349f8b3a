package io.silverdata.contract.examples.benchmarks.transitions;

/** The five states that every library is given. */
enum Phase {
    NONE,
    DRAFT,
    ACTIVE,
    SUSPENDED,
    CANCELLED
}
