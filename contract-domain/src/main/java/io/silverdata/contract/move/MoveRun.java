package io.silverdata.contract.move;

import java.util.function.Consumer;

/**
 * A plant move under way. What is done is kept with the contracts, the plant and the move itself, so a run that died is simply made again,
 * by name, on any host; two at once do nothing twice. Not thread-safe: one caller at a time.
 */
public interface MoveRun {

    /**
     * Gives the next contracts their turn, each in a unit of work of its own.
     *
     * @param max how many at most, 1 or more
     * @param each receives the result of each turn, after it was committed
     * @return how far it has come, and what to do next
     * @throws IllegalArgumentException if {@code max} is below 1
     * @throws io.silverdata.contract.spi.StorageException if the storage fails for other contracts too: those before are done
     * @throws IllegalStateException inside a unit of work: a run commits by itself
     */
    MoveProgress advance(int max, Consumer<MoveItem> each);
}
