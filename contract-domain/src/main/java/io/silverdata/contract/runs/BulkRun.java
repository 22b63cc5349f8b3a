package io.silverdata.contract.runs;

import java.util.function.Consumer;

/** A bulk command under way. Not thread-safe: one caller at a time. */
public interface BulkRun {

    /**
     * Gives the command on the next contracts. One that throws is passed over and reported with its fault; it may be tried again
     * under the same name. If the storage fails, those before are done, and the next call begins where it failed.
     *
     * @param max how many contracts at most, 1 or more
     * @param each receives the result of each contract, after it was committed
     * @return how far it has come, and what to do next
     * @throws IllegalArgumentException if {@code max} is below 1
     * @throws io.silverdata.contract.spi.StorageException if the storage fails for other contracts too
     * @throws IllegalStateException inside a unit of work: a run commits by itself, so nothing it reported could be rolled back
     */
    BulkProgress advance(int max, Consumer<BulkItem> each);
}
