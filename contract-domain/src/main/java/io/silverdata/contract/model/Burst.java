package io.silverdata.contract.model;

import java.time.Duration;
import java.util.Objects;

/**
 * For how long, and how much faster than its {@link Rates}, a line may go after a pause. Not every NAS has such a thing.
 *
 * @param download the rate towards the subscriber meanwhile
 * @param upload the rate from the subscriber meanwhile
 * @param downloadThreshold the mean rate towards the subscriber above which it ends
 * @param uploadThreshold the mean rate from the subscriber above which it ends
 * @param time over which the mean is taken: whole seconds, 1 to 3600
 */
public record Burst(
        Bandwidth download, Bandwidth upload, Bandwidth downloadThreshold, Bandwidth uploadThreshold, Duration time) {

    /**
     * Checks the time.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public Burst {
        Objects.requireNonNull(download, "download");
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(downloadThreshold, "downloadThreshold");
        Objects.requireNonNull(uploadThreshold, "uploadThreshold");
        Rule.range("burstSeconds", time.toSeconds(), 1, 3600);
        if (!time.equals(Duration.ofSeconds(time.toSeconds()))) {
            throw new IllegalArgumentException(
                    new Rejection.InvalidValue("burstTime", time.toString(), "whole seconds").message());
        }
    }

    /** A burst to these rates, that ends when the mean over the time is above these thresholds. */
    public static Burst of(Rates rates, Rates thresholds, Duration time) {
        return new Burst(rates.download(), rates.upload(), thresholds.download(), thresholds.upload(), time);
    }

    /** Download first. */
    @Override
    public String toString() {
        return download + " down, " + upload + " up for " + time.toSeconds() + " s";
    }
}
