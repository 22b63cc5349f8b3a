package io.silverdata.contract.examples.bench;

/** The five states that every library is given. */
enum Phase {
    NONE,
    DRAFT,
    ACTIVE,
    SUSPENDED,
    CANCELLED
}
