package io.silverdata.contract.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The two rates of a subscriber, as the subscriber sees them.
 *
 * @param download towards the subscriber
 * @param upload from the subscriber
 * @param burst how much faster it may go for a while, if the plan says so
 */
public record Rates(Bandwidth download, Bandwidth upload, Optional<Burst> burst) {

    /**
     * Checks that a burst is no slower.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public Rates {
        Objects.requireNonNull(download, "download");
        Objects.requireNonNull(upload, "upload");
        if (burst.isPresent()
                && (burst.get().download().compareTo(download) < 0
                        || burst.get().upload().compareTo(upload) < 0)) {
            throw new IllegalArgumentException(new Rejection.InvalidValue(
                            "burst", burst.get().toString(), "at least " + download + " down, " + upload + " up")
                    .message());
        }
    }

    /** Rates without a burst. */
    public Rates(Bandwidth download, Bandwidth upload) {
        this(download, upload, Optional.empty());
    }

    /** Rates in Mbit/s, download first. */
    public static Rates ofMbps(long download, long upload) {
        return new Rates(Bandwidth.ofMbps(download), Bandwidth.ofMbps(upload));
    }

    /** Rates in kbit/s, download first. */
    public static Rates ofKbps(long download, long upload) {
        return new Rates(Bandwidth.ofKbps(download), Bandwidth.ofKbps(upload));
    }

    /** The same with a burst. */
    public Rates with(Burst faster) {
        return new Rates(download, upload, Optional.of(faster));
    }

    /** Download first. */
    @Override
    public String toString() {
        String sustained = download + " down, " + upload + " up";
        return burst.map(faster -> sustained + ", burst " + faster).orElse(sustained);
    }
}
