package io.silverdata.contract.examples.benchmarks.radius;

/** Something that sends Disconnect-Requests to a NAS and waits for every answer. */
public interface Sender {
    /** For the table. */
    String title();

    /**
     * Sends so many.
     *
     * @throws IllegalStateException when one of them is not acknowledged
     */
    Cost send(int requests) throws Exception;

    /**
     * What it took.
     *
     * @param nanoseconds from the first request to the last answer
     * @param cpuNanoseconds of the sender's process
     */
    record Cost(int requests, long nanoseconds, long cpuNanoseconds) {
        /** Requests a second. */
        public double perSecond() {
            return requests * 1e9 / nanoseconds;
        }

        double cpuMicrosecondsEach() {
            return cpuNanoseconds / 1e3 / requests;
        }
    }
}
