package io.silverdata.contract.model;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A commercial plan as it was when the customer agreed to it; later changes in the catalogue do not touch it. {@link #builder}
 * makes one.
 *
 * @param id the host's key
 * @param version the version in the host's catalogue, 0 or more
 * @param name as shown to people, 1 to 128 characters
 * @param technology what the access line must be
 * @param rates how fast it is
 * @param price what it costs
 * @param profiles what the network calls it
 * @param minimumTermMonths months the holder commits to stay, 0 to 120
 */
public record PlanSnapshot(
        PlanId id,
        int version,
        String name,
        Technology technology,
        Rates rates,
        Price price,
        NetworkProfiles profiles,
        int minimumTermMonths) {
    private static final Rule NAME = Rule.text("name", 128);

    /**
     * The recurring price of a plan.
     *
     * @param amount for one cycle
     * @param cycle what the amount is for
     */
    public record Price(Money amount, BillingCycle cycle) {
        private static final int MONTHS_IN_YEAR = 12;

        public Price {
            Objects.requireNonNull(amount, "amount");
            Objects.requireNonNull(cycle, "cycle");
        }

        /** The amount for a year, which has a whole number of cycles of each length, so that nothing is divided. */
        public BigDecimal perYear() {
            return amount.amount().multiply(BigDecimal.valueOf(MONTHS_IN_YEAR / cycle.months()));
        }
    }

    /**
     * What the network calls a plan.
     *
     * @param access the plan group in RADIUS
     * @param line the line profile on the OLT
     */
    public record NetworkProfiles(ProfileName access, ProfileName line) {
        public NetworkProfiles {
            Objects.requireNonNull(access, "access");
            Objects.requireNonNull(line, "line");
        }
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming field, value and range
     */
    public PlanSnapshot {
        Objects.requireNonNull(id, "id");
        checkVersion(version);
        NAME.check(name);
        Objects.requireNonNull(technology, "technology");
        Objects.requireNonNull(rates, "rates");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(profiles, "profiles");
        checkMinimumTerm(minimumTermMonths);
    }

    /** Begins a plan; see {@link Builder} for what is required and what the defaults are. */
    public static Builder builder(PlanId id) {
        return new Builder(Objects.requireNonNull(id, "id"));
    }

    /** The rate towards the subscriber. */
    public Bandwidth download() {
        return rates.download();
    }

    /** The same plan at another price, as somebody agreed on it. */
    public PlanSnapshot at(Price agreed) {
        return new PlanSnapshot(id, version, name, technology, rates, agreed, profiles, minimumTermMonths);
    }

    /** The rate from the subscriber. */
    public Bandwidth upload() {
        return rates.upload();
    }

    /** The plan group in RADIUS. */
    public ProfileName accessProfile() {
        return profiles.access();
    }

    /** The line profile on the OLT. */
    public ProfileName lineProfile() {
        return profiles.line();
    }

    /**
     * Whether the customer who moves to this plan gets less: a lower download rate, or at the same rate a lower price
     * per month (compared only in one currency).
     */
    public boolean isDowngradeFrom(PlanSnapshot current) {
        int byRate = download().compareTo(current.download());
        if (byRate != 0
                || !price.amount().currency().equals(current.price.amount().currency())) {
            return byRate < 0;
        }
        return price.perYear().compareTo(current.price.perYear()) < 0;
    }

    private static int checkVersion(int version) {
        return Rule.range("version", version, 0, Integer.MAX_VALUE);
    }

    static int checkMinimumTerm(int months) {
        return Rule.range("minimumTermMonths", months, 0, 120);
    }

    /**
     * A plan in the making. Name, download, upload, price and both profiles are required; the rest has a default. Each
     * value is checked where it is set. Not thread-safe.
     */
    public static final class Builder {
        private final PlanId id;
        private int version;
        private @Nullable String name;
        private Technology technology = Technology.GPON;
        private @Nullable Bandwidth download;
        private @Nullable Bandwidth upload;
        private @Nullable Burst burst;
        private @Nullable Money price;
        private BillingCycle cycle = BillingCycle.MONTHLY;
        private @Nullable ProfileName accessProfile;
        private @Nullable ProfileName lineProfile;
        private int minimumTermMonths;

        private Builder(PlanId id) {
            this.id = id;
        }

        /**
         * The version in the host's catalogue. Default: 0.
         *
         * @param number 0 or more
         * @throws IllegalArgumentException if it is less
         */
        public Builder version(int number) {
            version = checkVersion(number);
            return this;
        }

        /**
         * The name as shown to people. Required.
         *
         * @param text 1 to 128 characters without control characters or lone surrogates
         * @throws IllegalArgumentException if it is not of that form
         */
        public Builder name(String text) {
            name = NAME.check(text);
            return this;
        }

        /** What the access line must be. Default: {@link Technology#GPON}. */
        public Builder technology(Technology kind) {
            technology = Objects.requireNonNull(kind, "technology");
            return this;
        }

        /** The rate towards the subscriber. Required. */
        public Builder download(Bandwidth rate) {
            download = Objects.requireNonNull(rate, "download");
            return this;
        }

        /** The rate from the subscriber. Required. */
        public Builder upload(Bandwidth rate) {
            upload = Objects.requireNonNull(rate, "upload");
            return this;
        }

        /** How much faster it may go for a while; no slower than the rates. Default: no burst. */
        public Builder burst(Burst faster) {
            burst = Objects.requireNonNull(faster, "burst");
            return this;
        }

        /** The price of one cycle. Required. */
        public Builder price(Money amount) {
            price = Objects.requireNonNull(amount, "price");
            return this;
        }

        /** What the price is for. Default: {@link BillingCycle#MONTHLY}. */
        public Builder cycle(BillingCycle period) {
            cycle = Objects.requireNonNull(period, "cycle");
            return this;
        }

        /** The plan group in RADIUS. Required. */
        public Builder accessProfile(ProfileName group) {
            accessProfile = Objects.requireNonNull(group, "accessProfile");
            return this;
        }

        /** The line profile on the OLT. Required. */
        public Builder lineProfile(ProfileName profile) {
            lineProfile = Objects.requireNonNull(profile, "lineProfile");
            return this;
        }

        /**
         * How many months the holder commits to stay. Default: 0, no minimum term.
         *
         * @param months 0 to 120
         * @throws IllegalArgumentException if it is not in that range
         */
        public Builder minimumTermMonths(int months) {
            minimumTermMonths = checkMinimumTerm(months);
            return this;
        }

        /**
         * The plan.
         *
         * @throws IllegalStateException naming a required value that is missing
         */
        public PlanSnapshot build() {
            return new PlanSnapshot(
                    id,
                    version,
                    required("name", name),
                    technology,
                    new Rates(required("download", download), required("upload", upload), Optional.ofNullable(burst)),
                    new Price(required("price", price), cycle),
                    new NetworkProfiles(required("accessProfile", accessProfile), required("lineProfile", lineProfile)),
                    minimumTermMonths);
        }

        private <T> T required(String slot, @Nullable T value) {
            if (value == null) {
                throw new IllegalStateException("plan " + id + ": " + slot + " is required");
            }
            return value;
        }
    }
}
