package io.silverdata.contract.report;

import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.SuspensionReason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a window, as they are known now: a change that is backdated into the window changes them. {@code
 * docs/reports.md} has each formula with an example.
 *
 * @param window days in the operator's zone, the last one not included
 * @param options what was asked for
 * @param base contracts that were live when the window began, suspended ones included
 * @param baseAtEnd the same when it ended
 * @param suspendedAtEnd of those, held for at least one reason
 * @param activated contracts that were activated in the window
 * @param adopted contracts that were adopted from another system in the window; no new customers
 * @param churn contracts that ended
 * @param revenue the same in money, for each currency
 * @param provisioning how long customers waited
 * @param reconnections service restored after cuts
 * @param collection cuts for debt
 * @param throttling lowered rates
 * @param reservations ports reserved
 * @param ports ports sold
 * @param drift devices that differed from the contract
 */
public record KpiReport(
        DayRange window,
        KpiOptions options,
        long base,
        long baseAtEnd,
        long suspendedAtEnd,
        long activated,
        long adopted,
        Churn churn,
        Map<Currency, Revenue> revenue,
        Provisioning provisioning,
        Reconnections reconnections,
        Collection collection,
        Throttling throttling,
        Reservations reservations,
        Ports ports,
        Drift drift) {

    public KpiReport {
        revenue = Map.copyOf(revenue);
    }

    /**
     * Contracts that ended. Drafts, relocations, plan changes and transfers do not count.
     *
     * @param base live when the window began
     * @param baseAtEnd live when it ended
     * @param byCategory those of the base that ended and count as churn, by who or what ended them; every category is there
     * @param early ended and count as churn, but were activated or adopted in the window too: not of the base, and in no rate
     * @param uncounted ended for a reason that does not count as churn
     * @param wonBack those of {@code byCategory} whose customer came back in time
     * @param finalFrom the day from which {@code wonBack} no longer changes by itself
     */
    public record Churn(
            long base,
            long baseAtEnd,
            Map<CancellationReason.Category, Long> byCategory,
            long early,
            long uncounted,
            long wonBack,
            LocalDate finalFrom) {

        public Churn {
            byCategory = Map.copyOf(byCategory);
        }

        /** Those of the base that ended and count as churn. */
        public long total() {
            return byCategory.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Lost by the base that is asked for. */
        public Ratio rate(ChurnBase of) {
            return ratio(total(), of);
        }

        /** Lost by their own wish. */
        public Ratio voluntary(ChurnBase of) {
            return ratio(byCategory.getOrDefault(CancellationReason.Category.CUSTOMER, 0L), of);
        }

        /** Lost by debt. */
        public Ratio involuntary(ChurnBase of) {
            return ratio(byCategory.getOrDefault(CancellationReason.Category.NON_PAYMENT, 0L), of);
        }

        /** Lost without those who came back; provisional before {@link #finalFrom}. */
        public Ratio net(ChurnBase of) {
            return ratio(total() - wonBack, of);
        }

        private Ratio ratio(long part, ChurnBase of) {
            return switch (of) {
                case START -> Ratio.of(part, base);
                case AVERAGE -> Ratio.of(2 * part, base + baseAtEnd);
            };
        }
    }

    /**
     * Revenue in one currency, as prices of a year without tax and discount. Lost and contracted are parts of the base: together they
     * are at most the whole.
     *
     * @param base of the contracts that were live when the window began, at the prices of then
     * @param lost of those that churned, at the prices of then
     * @param contracted by how much the prices of those that are live when it ends are lower than then
     */
    public record Revenue(BigDecimal base, BigDecimal lost, BigDecimal contracted) {

        /** Drops trailing zeros, so that equal amounts are equal. */
        public Revenue {
            base = Ratio.stripped(base);
            lost = Ratio.stripped(lost);
            contracted = Ratio.stripped(contracted);
        }

        /** Lost with contracts. */
        public Ratio churn() {
            return new Ratio(lost, base);
        }

        /** Lost by plan changes of contracts that stay. */
        public Ratio contraction() {
            return new Ratio(contracted, base);
        }
    }

    /**
     * Time to provision, of contracts that the network confirmed for the first time in the window, without holds that
     * the customer asked for. Percentiles are by nearest rank: the shortest time that this percentage of contracts does not
     * exceed.
     *
     * @param clockStart from when
     * @param served how many were confirmed and have that start
     * @param mean sum by number, cut to the microsecond
     * @param p50 half waited at most this long
     * @param p80 as above
     * @param p90 as above
     * @param open orders without service at the end of the window
     * @param givenUp of those, with failed provisioning
     * @param abandoned orders that were cancelled in the window without ever being served
     * @param rightFirstTime confirmed without a provisioning failure, by served
     */
    public record Provisioning(
            ClockStart clockStart,
            long served,
            Optional<Duration> mean,
            Optional<Duration> p50,
            Optional<Duration> p80,
            Optional<Duration> p90,
            long open,
            long givenUp,
            long abandoned,
            Ratio rightFirstTime) {}

    /**
     * Subscribers whose Internet was cut ({@link io.silverdata.contract.model.Enforcement#cutsService}) and came back, for a reason
     * that counts, which is debt unless the operator's policies say otherwise.
     *
     * @param count how many times
     * @param rate by the cuts for debt that began in the window; may exceed the whole
     * @param repeaters contracts with more than one
     * @param confirmed those that RADIUS confirmed
     * @param meanTime of those, from the lift to the confirmation
     * @param others times that ended for reasons that do not count
     */
    public record Reconnections(
            long count, Ratio rate, long repeaters, long confirmed, Optional<Duration> meanTime, long others) {}

    /**
     * Cuts for debt, while live: without Internet, not merely slow.
     *
     * @param cuts that began in the window
     * @param contracts different ones among them
     * @param suspension those of them that were live when the window began, by the base
     * @param cured cuts that were over in time, by lift or by ease
     * @param cure by all cuts
     * @param finalFrom the day from which {@code cured} no longer changes by itself
     */
    public record Collection(
            long cuts, long contracts, Ratio suspension, long cured, Ratio cure, LocalDate finalFrom) {}

    /**
     * Subscribers with a lowered rate.
     *
     * @param byCategory times that began in the window, by why; every category is there
     * @param lasting times that last when the window ends
     */
    public record Throttling(Map<SuspensionReason.Category, Long> byCategory, long lasting) {

        public Throttling {
            byCategory = Map.copyOf(byCategory);
        }

        /** Times that began in the window. */
        public long total() {
            return byCategory.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Ports that were set aside for drafts.
     *
     * @param reserved in the window
     * @param expired of those, expired by now; grows while some are open
     * @param expiry by those reserved
     */
    public record Reservations(long reserved, long expired, Ratio expiry) {}

    /**
     * Splitter outputs at the end of the window.
     *
     * @param inUse live contracts, each of which has one; one that was adopted without its output counts too
     * @param resting given back, and not yet removed from the OLT
     * @param ghosts of those, for longer than was asked for
     */
    public record Ports(long inUse, long resting, long ghosts) {

        /**
         * In use, divided by all outputs for subscribers of the plant.
         *
         * @param outputs how many there are
         */
        public Ratio occupancy(long outputs) {
            return Ratio.of(inUse, outputs);
        }
    }

    /**
     * Devices that do something else than their contract says.
     *
     * @param drifted live contracts with such a device when the window ends
     * @param share by all live contracts
     * @param repaired in the window
     * @param meanTime of those, from the finding to the repair
     */
    public record Drift(long drifted, Ratio share, long repaired, Optional<Duration> meanTime) {}
}
