package io.silverdata.contract.examples.benchmarks.transitions;

/**
 * One library's way to do what is measured. Used by one thread.
 *
 * <p>Each method answers what a caller gets, so that no work is optimised away.
 */
interface Machine {

    /** Suspends a contract that comes from storage: whatever state the machine is in, it begins in ACTIVE. */
    Object suspend();

    /** Suspends a contract that is kept in memory, and lifts the hold again: two transitions, no state put in. */
    Object suspendAndLift();

    /** Tries to activate a cancelled contract. */
    Object refuse();

    /** The state that an answer stands for. */
    Phase phaseOf(Object answer);
}
