package io.silverdata.contract.spring.worker;

import io.silverdata.contract.Contracts;

/**
 * What is done after each round of deliveries, on the worker's thread. Each bean of this type is called; what it throws is logged, and the
 * others are called all the same.
 */
@FunctionalInterface
public interface WorkerRound {

    /** Called when nothing more was due, or after a full batch. */
    void ended(Contracts contracts);
}
