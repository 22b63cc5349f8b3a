package io.silverdata.contract.model;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A commercial plan as it was when the customer agreed to it; later changes in the catalogue do not touch it.
 *
 * @param id the host's key
 * @param version the version in the host's catalogue, 0 or more
 * @param name as shown to people, 1 to 128 characters
 * @param technology what the access line must be
 * @param download rate towards the subscriber
 * @param upload rate from the subscriber
 * @param price for one cycle
 * @param cycle what the price is for
 * @param accessProfile the plan group in RADIUS
 * @param lineProfile the line profile on the OLT
 * @param minimumTermMonths months the holder commits to stay, 0 to 120
 */
public record PlanSnapshot(
        PlanId id,
        int version,
        String name,
        Technology technology,
        Bandwidth download,
        Bandwidth upload,
        Money price,
        BillingCycle cycle,
        ProfileName accessProfile,
        ProfileName lineProfile,
        int minimumTermMonths) {
    private static final Rule NAME = Rule.text("name", 128);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public PlanSnapshot {
        Objects.requireNonNull(id, "id");
        Rule.range("version", version, 0, Integer.MAX_VALUE);
        NAME.check(name);
        Objects.requireNonNull(technology, "technology");
        Objects.requireNonNull(download, "download");
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(cycle, "cycle");
        Objects.requireNonNull(accessProfile, "accessProfile");
        Objects.requireNonNull(lineProfile, "lineProfile");
        Rule.range("minimumTermMonths", minimumTermMonths, 0, 120);
    }

    /**
     * Whether the customer who moves to this plan gets less: a lower download rate, or at the same rate a lower price
     * per month (compared only in one currency).
     */
    public boolean isDowngradeFrom(PlanSnapshot current) {
        int byRate = download.compareTo(current.download);
        if (byRate != 0 || !price.currency().equals(current.price.currency())) {
            return byRate < 0;
        }
        // a / m < b / n, without division: a * n < b * m
        return price.amount()
                        .multiply(BigDecimal.valueOf(current.cycle.months()))
                        .compareTo(current.price.amount().multiply(BigDecimal.valueOf(cycle.months())))
                < 0;
    }
}
