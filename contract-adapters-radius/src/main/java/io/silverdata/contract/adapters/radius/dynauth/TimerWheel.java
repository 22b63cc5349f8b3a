package io.silverdata.contract.adapters.radius.dynauth;

import org.jspecify.annotations.Nullable;

/**
 * What is to happen later: a hashed wheel, in which setting and cancelling take the same time however many wait. Nothing
 * happens early, and nothing later than one tick after its time. For one thread.
 */
@SuppressWarnings("ReferenceEquality") // the places in a list are meant, not what is there
final class TimerWheel {
    private static final long TICK = 5_000_000;
    private static final int BUCKETS = 1_024;

    private final Entry[] buckets = new Entry[BUCKETS];
    private final Entry due = new Sentinel();
    private final long origin;
    private long tick;
    // no bucket before it has anything in it
    private long earliest = Long.MAX_VALUE;
    private int size;

    /** A wheel that begins to turn at a time in nanoseconds. */
    TimerWheel(long now) {
        origin = now;
        for (int i = 0; i < BUCKETS; i++) {
            buckets[i] = new Sentinel();
        }
    }

    /** Something that can be set and cancelled any number of times. */
    abstract static class Entry {
        private @Nullable Entry before;
        private @Nullable Entry after;
        private long at;

        /** Its time has come. It is not set any more. */
        abstract void fire(long now);
    }

    private static final class Sentinel extends Entry {
        Sentinel() {
            super.before = this;
            super.after = this;
        }

        @Override
        void fire(long now) {
            throw new IllegalStateException("a sentinel has no time");
        }
    }

    /** Sets it for a time, in place of any earlier setting. A time that is over comes with the next tick. */
    void set(Entry entry, long at) {
        cancel(entry);
        entry.at = at;
        long sinceOrigin = Math.max(0, at - origin);
        // rounded up: when the tick is over, so is the time
        long when = Math.max((sinceOrigin + TICK - 1) / TICK, tick + 1);
        append(buckets[(int) (when % BUCKETS)], entry);
        // one that is due in a later turn of the wheel is met, and left, somewhere in this one
        earliest = Math.min(earliest, when > tick + BUCKETS ? tick + 1 : when);
        size++;
    }

    /** Makes that it does not fire. */
    void cancel(Entry entry) {
        if (entry.before != null) {
            unlink(entry);
            size--;
        }
    }

    /** Fires what is due. */
    void advance(long now) {
        long current = (now - origin) / TICK;
        long first = Math.max(tick + 1, current - BUCKETS + 1);
        tick = Math.max(tick, current);
        for (long passed = first; passed <= current; passed++) {
            collect(buckets[(int) (passed % BUCKETS)], now);
        }
        for (Entry entry = next(due); entry != due; entry = next(due)) {
            cancel(entry);
            entry.fire(now);
        }
    }

    /** How many nanoseconds until there may be something to fire; {@code Long.MAX_VALUE} if nothing is set. */
    long untilNext(long now) {
        if (size > 0) {
            for (long ahead = Math.max(earliest, tick + 1); ahead <= tick + BUCKETS; ahead++) {
                Entry bucket = buckets[(int) (ahead % BUCKETS)];
                if (next(bucket) != bucket) {
                    earliest = ahead;
                    return Math.max(0, origin + ahead * TICK - now);
                }
            }
        }
        return Long.MAX_VALUE;
    }

    /** How many are set. */
    int size() {
        return size;
    }

    // A bucket also holds what is due in a later turn of the wheel.
    private void collect(Entry bucket, long now) {
        Entry entry = next(bucket);
        while (entry != bucket) {
            Entry following = next(entry);
            if (entry.at - now <= 0) {
                unlink(entry);
                append(due, entry);
            }
            entry = following;
        }
    }

    private static void append(Entry list, Entry entry) {
        Entry last = previous(list);
        entry.before = last;
        entry.after = list;
        last.after = entry;
        list.before = entry;
    }

    private static void unlink(Entry entry) {
        Entry before = previous(entry);
        Entry after = next(entry);
        before.after = after;
        after.before = before;
        entry.before = null;
        entry.after = null;
    }

    private static Entry next(Entry entry) {
        return linked(entry.after);
    }

    private static Entry previous(Entry entry) {
        return linked(entry.before);
    }

    private static Entry linked(@Nullable Entry entry) {
        if (entry == null) {
            throw new IllegalStateException("not in a list");
        }
        return entry;
    }
}
