package io.silverdata.contract.model;

import java.util.Objects;

/**
 * The two rates of a subscriber, as the subscriber sees them.
 *
 * @param download towards the subscriber
 * @param upload from the subscriber
 */
public record Rates(Bandwidth download, Bandwidth upload) {

    public Rates {
        Objects.requireNonNull(download, "download");
        Objects.requireNonNull(upload, "upload");
    }

    /** Rates in Mbit/s, download first. */
    public static Rates ofMbps(long download, long upload) {
        return new Rates(Bandwidth.ofMbps(download), Bandwidth.ofMbps(upload));
    }

    /** Rates in kbit/s, download first. */
    public static Rates ofKbps(long download, long upload) {
        return new Rates(Bandwidth.ofKbps(download), Bandwidth.ofKbps(upload));
    }

    /** Download first. */
    @Override
    public String toString() {
        return download + " down, " + upload + " up";
    }
}
