package io.silverdata.contract.adapters.radius.dynauth;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The 256 identifiers of one source port, and who holds them. The one that is free for the longest time is taken first (RFC
 * 5080, section 2.2.2), and none before it has rested. For one thread.
 *
 * @param <T> who holds an identifier
 */
final class Identifiers<T> {
    private static final int COUNT = 256;

    private final long rest;
    private final @Nullable Object[] holders = new @Nullable Object[COUNT];
    // a ring of free identifiers, in the order in which they became free
    private final int[] free = new int[COUNT];
    private final long[] freeSince = new long[COUNT];
    private int first;
    private int count = COUNT;

    /**
     * All free, and rested.
     *
     * @param now in nanoseconds
     */
    Identifiers(Duration rest, long now) {
        this.rest = rest.toNanos();
        for (int i = 0; i < COUNT; i++) {
            free[i] = i;
            freeSince[i] = now - this.rest;
        }
    }

    /** How long ago the next one ended its rest; negative: how long until it does; {@code Long.MIN_VALUE}: none is free. */
    long restedFor(long now) {
        return count == 0 ? Long.MIN_VALUE : now - freeSince[first] - rest;
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

    /** Gives it back: it rests from now on. */
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
