package io.silverdata.contract.examples.benchmarks.harness;

/** The memory of this process. */
public final class Heap {
    private static final int COLLECTIONS = 3;

    private Heap() {}

    /** KiB in use after a full collection. */
    public static long usedKib() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return (runtime.totalMemory() - runtime.freeMemory()) / 1_024;
    }
}
