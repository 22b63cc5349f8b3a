package io.silverdata.contract.adapters.radius.dynauth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The 256 identifiers of one source port, and who holds them. The one that is free for the longest time is taken first (RFC
 * 5080, section 2.2.2), and none before its delay is over. For one thread.
 *
 * @param <T> who holds an identifier
 */
final class Identifiers<T> {
    private static final int COUNT = 256;

    private final long reuseDelay;
    private final @Nullable Object[] holders = new @Nullable Object[COUNT];
    // a ring of free identifiers, in the order in which they became free
    private final int[] free = new int[COUNT];
    private final long[] freeSince = new long[COUNT];
    private int first;
    private int count = COUNT;

    /**
     * All free.
     *
     * @param reuseDelay how long one is not used again after it was released
     * @param now in nanoseconds
     */
    Identifiers(Duration reuseDelay, long now) {
        this.reuseDelay = reuseDelay.toNanos();
        for (int i = 0; i < COUNT; i++) {
            free[i] = i;
            freeSince[i] = now - this.reuseDelay;
        }
    }

    /** For how long the next one is free; negative: until then; {@code Long.MIN_VALUE}: all are held. */
    long freeFor(long now) {
        return count == 0 ? Long.MIN_VALUE : now - freeSince[first] - reuseDelay;
    }

    /** Takes the next one, which must be free. */
    int take(T holder) {
        if (count == 0) {
            throw new IllegalStateException("every identifier is taken");
        }
        int taken = free[first];
        first = (first + 1) % COUNT;
        count--;
        holders[taken] = holder;
        return taken;
    }

    /** Who holds it; null: nobody. */
    @SuppressWarnings("unchecked")
    @Nullable
    T holder(int identifier) {
        return (T) holders[identifier];
    }

    /** Gives it back: its delay begins now. */
    void release(int identifier, long now) {
        holders[identifier] = null;
        int last = (first + count) % COUNT;
        free[last] = identifier;
        freeSince[last] = now;
        count++;
    }

    /** Takes the last {@link #take} back: the identifier was not used. */
    void undoTake(int identifier) {
        holders[identifier] = null;
        first = (first + COUNT - 1) % COUNT;
        count++;
    }

    /** Everybody who holds one; a copy. */
    List<T> holders() {
        List<T> all = new ArrayList<>(COUNT - count);
        for (int identifier = 0; identifier < COUNT; identifier++) {
            T holder = holder(identifier);
            if (holder != null) {
                all.add(holder);
            }
        }
        return all;
    }
}
