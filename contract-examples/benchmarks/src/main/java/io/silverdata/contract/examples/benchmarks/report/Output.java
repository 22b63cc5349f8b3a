package io.silverdata.contract.examples.benchmarks.report;

import java.util.Arrays;
import java.util.Locale;

/** Prints Markdown, and takes the middle of some rounds. */
final class Output {
    private Output() {}

    /** Something that is measured. */
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }

    /** The median of each task in milliseconds; the tasks take turns, after one round that does not count. */
    static double[] medians(int rounds, Task... tasks) throws Exception {
        double[][] took = new double[tasks.length][rounds];
        for (int round = -1; round < rounds; round++) {
            for (int task = 0; task < tasks.length; task++) {
                long begin = System.nanoTime();
                tasks[task].run();
                if (round >= 0) {
                    took[task][round] = (System.nanoTime() - begin) / 1e6;
                }
            }
        }
        return Arrays.stream(took).mapToDouble(Output::median).toArray();
    }

    private static double median(double[] took) {
        double[] sorted = took.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
