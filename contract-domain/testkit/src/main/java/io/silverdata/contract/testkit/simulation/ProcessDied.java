package io.silverdata.contract.testkit.simulation;

/** Ends the threads of a process that was killed. Its ports throw it from then on, so that it has no effect any more. */
final class ProcessDied extends Error {
    private static final long serialVersionUID = 1L;

    ProcessDied() {
        super("the process was killed", null, false, false);
    }
}
