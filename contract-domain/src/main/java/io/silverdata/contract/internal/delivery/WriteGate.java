package io.silverdata.contract.internal.delivery;

import io.silverdata.contract.internal.transaction.Transactions;
import io.silverdata.contract.model.Coexistence;
import io.silverdata.contract.model.CoexistenceChange;
import io.silverdata.contract.spi.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this process knows of the coexistence: read again when it is older than a second, so that a switch is seen everywhere within that
 * time. If it cannot be read, nothing is written. Holds no lock while it reads. Thread-safe.
 */
public final class WriteGate {
    private static final Logger LOG = LoggerFactory.getLogger(WriteGate.class);

    /** The bound that is documented: within this time every process knows of a switch. */
    private static final Duration OLDEST = Duration.ofSeconds(1);

    /** A worker that died between reading and recording leaves targets that nobody wakes at the switch. */
    private static final Duration WAKES = Duration.ofMinutes(1);

    private static final int PAGE = 100;

    private final Storage storage;
    private final Transactions transactions;
    private final Supplier<Instant> now;
    private volatile Known known = new Known(Coexistence.NONE, Instant.MIN);
    private volatile Woken woken = new Woken(0, Instant.MIN);

    /** What was read, and when. */
    private record Known(Coexistence coexistence, Instant readAt) {
        boolean isFresh(Instant at) {
            return isWithin(OLDEST, readAt, at);
        }

        /** Of two threads that read side by side, the one that has seen more. */
        Known or(Known other) {
            return other.coexistence.revision() > coexistence.revision()
                            || (other.coexistence.revision() == coexistence.revision() && other.readAt.isAfter(readAt))
                    ? other
                    : this;
        }
    }

    /** Up to which revision this process has woken what was held, and when. */
    private record Woken(long revision, Instant at) {}

    /** A gate; all parts are shared with the facade. */
    public WriteGate(Storage storage, Transactions transactions, Supplier<Instant> now) {
        this.storage = storage;
        this.transactions = transactions;
        this.now = now;
    }

    /** The coexistence as it is, or was a second ago at most. */
    public Coexistence current() {
        Known last = known;
        return last.isFresh(now.get()) ? last.coexistence() : read(last.coexistence());
    }

    /** The coexistence as the unit of work around the caller sees it, which may be rolled back: this is not remembered. */
    Coexistence stored() {
        return stored(known.coexistence());
    }

    /** What was read is not fresh any more: this process has switched. */
    synchronized void expire() {
        known = new Known(known.coexistence(), Instant.MIN);
    }

    private synchronized Coexistence remember(Known read) {
        known = known.or(read);
        return known.coexistence();
    }

    private Coexistence read(Coexistence before) {
        Instant at = now.get();
        Coexistence read = stored(before);
        Coexistence seen = remember(new Known(read, at));
        if (read.revision() > before.revision()) {
            LOG.warn(
                    "what is written to was switched: revision {}, {} in general, {} exceptions",
                    read.revision(),
                    read.everything(),
                    read.others().size());
        }
        return seen;
    }

    private Coexistence stored(Coexistence before) {
        Coexistence stored = before;
        List<CoexistenceChange> changes;
        do {
            changes = storage.coexistence().after(stored.revision(), PAGE);
            for (CoexistenceChange change : changes) {
                stored = stored.with(change);
            }
        } while (changes.size() == PAGE);
        return stored;
    }

    /**
     * Marks what is held at an earlier revision, once for each revision that this process sees, and once a minute. Costs nothing as long as
     * nobody has ever switched anything.
     */
    void wake() {
        Coexistence current = current();
        Instant at = now.get();
        Woken last = woken;
        boolean isDue = current.revision() > last.revision() || !isWithin(WAKES, last.at(), at);
        if (current.revision() > 0 && isDue) {
            long rows = transactions.call(() -> storage.work().wake(current.revision(), at));
            woken = new Woken(current.revision(), at);
            if (rows > 0) {
                LOG.info("{} contracts that were held are looked at again", rows);
            }
        }
    }

    private static boolean isWithin(Duration age, Instant since, Instant at) {
        // a clock that was set back makes what was read neither fresh nor old
        return !since.equals(Instant.MIN) && !at.isBefore(since) && at.isBefore(since.plus(age));
    }
}
