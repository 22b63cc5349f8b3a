package io.silverdata.contract.spi;

/**
 * A place in the event log. Only the log that gave it understands it.
 *
 * @param value opaque, at most 128 characters
 */
public record EventCursor(String value) {
    private static final int MOST = 128;

    /** Before the first event. */
    public static final EventCursor START = new EventCursor("");

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if it is longer than 128 characters
     */
    public EventCursor {
        if (value.length() > MOST) {
            throw new IllegalArgumentException("value must be at most " + MOST + " characters, was " + value.length());
        }
    }
}
