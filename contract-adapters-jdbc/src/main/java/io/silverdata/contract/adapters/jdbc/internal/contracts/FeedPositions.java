package io.silverdata.contract.adapters.jdbc.internal.contracts;

import io.silverdata.contract.adapters.jdbc.dialect.Dialect;
import io.silverdata.contract.adapters.jdbc.internal.session.Session;
import io.silverdata.contract.spi.EventCursor;
import java.util.List;

/**
 * Gives places in the feed. A reader that reaches the end takes a latch for a moment, and numbers what was committed since, in the
 * order in which it was written. Writers take no part in it and never wait.
 *
 * <p>Within a contract the order is that of the versions: a unit of work that writes a version has seen the one before committed, so that
 * it was written, and can be seen, earlier.
 */
public final class FeedPositions {
    private static final int MIN_BATCH = 1_000;

    private static final String NEXT = "SELECT seq, ROW_NUMBER() OVER (ORDER BY seq) AS nth FROM {event}"
            + " WHERE feed_position IS NULL ORDER BY seq LIMIT :max";

    private final Dialect dialect;

    public FeedPositions(Dialect dialect) {
        this.dialect = dialect;
    }

    static EventCursor cursor(long position) {
        return new EventCursor(Long.toString(position));
    }

    static long position(EventCursor cursor) {
        if (cursor.equals(EventCursor.START)) {
            return 0;
        }
        try {
            long position = Long.parseLong(cursor.value());
            if (position > 0) {
                return position;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(strange(cursor.value()), notANumber);
        }
        throw new IllegalArgumentException(strange(cursor.value()));
    }

    /**
     * Numbers some of what was committed, if there is any.
     *
     * @param position up to which the reader has seen the feed
     * @param max how many the reader wants
     * @return whether there may be more for the reader now
     */
    public boolean number(Session session, long position, int max) {
        boolean unnumbered = session.query("SELECT 1 FROM {event} WHERE feed_position IS NULL ORDER BY seq LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!unnumbered) {
            // another reader may have numbered them since this one looked
            long end = session.query("SELECT position FROM {latch} WHERE name = 'feed'")
                    .mapTo(Long.class)
                    .one();
            requireReached(position, end);
            return end > position;
        }
        long last = session.lockingQuery("SELECT position FROM {latch} WHERE name = 'feed' FOR UPDATE")
                .mapTo(Long.class)
                .one();
        int numbered = fill(session, last, Math.max(MIN_BATCH, max));
        session.update("UPDATE {latch} SET position = :last WHERE name = 'feed'")
                .bind("last", last + numbered)
                .execute();
        requireReached(position, last + numbered);
        return true;
    }

    private int fill(Session session, long last, int max) {
        return switch (dialect) {
            case H2 ->
                session.update("MERGE INTO {event} e USING (" + NEXT + ") n ON e.seq = n.seq"
                                + " WHEN MATCHED THEN UPDATE SET e.feed_position = :last + n.nth")
                        .bind("last", last)
                        .bind("max", max)
                        .execute();
            // that they have no place is known under the latch; said here, it misleads the planner to compare each with
            // each
            case POSTGRESQL ->
                session.update("WITH n AS MATERIALIZED (" + NEXT
                                + ") UPDATE {event} e SET feed_position = :last + n.nth"
                                + " FROM n WHERE e.seq = n.seq")
                        .bind("last", last)
                        .bind("max", max)
                        .execute();
            case MARIADB -> fillAsSeen(session, last, max);
        };
    }

    /** A query inside an update locks what it looks at, and would wait for every writer: here it is a query of its own. */
    private static int fillAsSeen(Session session, long last, int max) {
        List<Long> seen = session.query("SELECT seq FROM {event} WHERE feed_position IS NULL ORDER BY seq LIMIT :max")
                .bind("max", max)
                .mapTo(Long.class)
                .list();
        if (!seen.isEmpty()) {
            session.update("UPDATE {event} FORCE INDEX (PRIMARY) SET feed_position = :last + FIELD(seq, <seen>)"
                            + " WHERE seq IN (<seen>) AND feed_position IS NULL")
                    .bindList("seen", seen)
                    .bind("last", last)
                    .execute();
        }
        return seen.size();
    }

    private static void requireReached(long position, long last) {
        if (position > last) {
            throw new IllegalArgumentException(strange(Long.toString(position)) + "; the feed ends at " + last);
        }
    }

    private static String strange(String value) {
        return "cursor must come from this log, was " + value;
    }
}
