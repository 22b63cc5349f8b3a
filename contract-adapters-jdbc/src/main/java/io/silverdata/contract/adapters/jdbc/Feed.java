package io.silverdata.contract.adapters.jdbc;

import io.silverdata.contract.spi.EventCursor;

/**
 * Gives places in the feed. Whoever reads to the end takes a latch for a moment, and numbers what was committed since, in the
 * order in which it was written. Writers take no part in it and never wait.
 *
 * <p>Within a contract the order is that of the versions: whoever writes a version has seen the one before committed, so that
 * it was written, and can be seen, earlier.
 */
final class Feed {
    private static final int LEAST_BATCH = 1_000;

    private final String numbering;

    Feed(Dialect dialect) {
        String next = "SELECT seq, ROW_NUMBER() OVER (ORDER BY seq) AS nth FROM {event} WHERE feed_position IS NULL"
                + " ORDER BY seq LIMIT :most";
        numbering = switch (dialect) {
            case H2 ->
                "MERGE INTO {event} e USING (" + next + ") n ON e.seq = n.seq"
                        + " WHEN MATCHED THEN UPDATE SET e.feed_position = :last + n.nth";
            case POSTGRESQL ->
                "WITH n AS MATERIALIZED (" + next + ") UPDATE {event} e SET feed_position = :last + n.nth FROM n"
                        + " WHERE e.seq = n.seq AND e.feed_position IS NULL";
            case MARIADB ->
                "UPDATE {event} e JOIN (" + next + ") n ON e.seq = n.seq SET e.feed_position = :last + n.nth";
        };
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
     * @param position of the reader
     * @param most how many the reader wants
     * @return whether there may be more for the reader now
     */
    boolean number(Session session, long position, int most) {
        boolean unnumbered = session.query("SELECT 1 FROM {event} WHERE feed_position IS NULL ORDER BY seq LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        if (!unnumbered) {
            requireReached(
                    position,
                    session.query("SELECT position FROM {latch} WHERE name = 'feed'")
                            .mapTo(Long.class)
                            .one());
            return false;
        }
        long last = session.query("SELECT position FROM {latch} WHERE name = 'feed' FOR UPDATE")
                .mapTo(Long.class)
                .one();
        int numbered = session.update(numbering)
                .bind("last", last)
                .bind("most", Math.max(LEAST_BATCH, most))
                .execute();
        session.update("UPDATE {latch} SET position = :last WHERE name = 'feed'")
                .bind("last", last + numbered)
                .execute();
        requireReached(position, last + numbered);
        return true;
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
