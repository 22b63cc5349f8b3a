package io.silverdata.contract.report;

import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.DayRange;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SuspensionReason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Figures of a window, made of spans. {@link #spans} folds a contract's events into spans; {@link #of(Collection,
 * ReportSettings)} looks through them all and is the specification; whoever keeps spans where they can be added up fast
 * implements {@link Spans} and gets the same figures.
 */
public final class Kpis {
    private static final int MEDIAN = 50;
    private static final int EIGHTY = 80;
    private static final int NINETY = 90;
    private static final int HUNDRED = 100;

    private final Spans spans;
    private final ReportSettings settings;

    /**
     * Figures made of the answers of {@code spans}.
     *
     * @param settings by which the spans were folded
     */
    public Kpis(Spans spans, ReportSettings settings) {
        this.spans = Objects.requireNonNull(spans, "spans");
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    /**
     * Figures of contracts, by looking through all of their events.
     *
     * @param histories for each contract its events from the first on, in order of version
     * @throws IllegalArgumentException if one of them is no such history
     */
    public static Kpis of(Collection<List<RecordedEvent>> histories, ReportSettings settings) {
        return new Kpis(
                new SpanList(histories.stream()
                        .flatMap(history -> spans(history, settings).stream())
                        .toList()),
                settings);
    }

    /**
     * The spans in the life of one contract.
     *
     * @param history its events from the first on, in order of version
     * @throws IllegalArgumentException if the events are no such history
     */
    public static List<Span> spans(List<RecordedEvent> history, ReportSettings settings) {
        return SpanFold.of(ContractProjection.of(history, Objects.requireNonNull(settings, "settings")));
    }

    /**
     * All figures of a window.
     *
     * @param window days in the operator's zone
     * @throws IllegalArgumentException if it is asked for business hours, and the settings have none
     */
    public KpiReport report(DayRange window, KpiOptions options) {
        if (options.businessHours() && settings.businessHours().isEmpty()) {
            throw new IllegalArgumentException(
                    "businessHours must be false, or a calendar in the settings of the reports");
        }
        long base = count(spans.lastingAt(Span.Kind.LIVE, window.from()));
        long baseAtEnd = count(spans.lastingAt(Span.Kind.LIVE, window.to()));
        Map<String, Total> begun = spans.begunIn(Span.Kind.ACTIVATED, window);
        long adopted = begun.getOrDefault(Span.ADOPTED, Total.NONE).count();
        return new KpiReport(
                window,
                options,
                base,
                baseAtEnd,
                count(spans.lastingAt(Span.Kind.HELD, window.to())),
                count(begun) - adopted,
                adopted,
                churn(window, options, base, baseAtEnd),
                revenue(window),
                provisioning(window, options),
                reconnections(window),
                collection(window, options, base),
                throttling(window),
                reservations(window),
                ports(window, options, baseAtEnd),
                drift(window, baseAtEnd));
    }

    private KpiReport.Churn churn(DayRange window, KpiOptions options, long base, long baseAtEnd) {
        Map<String, Total> all = spans.overIn(Span.Kind.CHURNED, window);
        Map<String, Total> ofBase = spans.overInFromBefore(Span.Kind.CHURNED, window);
        Map<CancellationReason.Category, Long> byCategory = new EnumMap<>(CancellationReason.Category.class);
        for (CancellationReason.Category category : CancellationReason.Category.values()) {
            byCategory.put(
                    category, ofBase.getOrDefault(category.name(), Total.NONE).count());
        }
        return new KpiReport.Churn(
                base,
                baseAtEnd,
                byCategory,
                count(all) - count(ofBase),
                count(spans.overIn(Span.Kind.ENDED, window)),
                spans.wonBack(window, options.winBackDays()),
                window.to().plusDays(options.winBackDays()));
    }

    private Map<Currency, KpiReport.Revenue> revenue(DayRange window) {
        Map<String, Total> base = spans.lastingAt(Span.Kind.LIVE, window.from());
        Map<String, BigDecimal> lost = spans.lostRevenue(window);
        Map<String, BigDecimal> contracted = spans.contractedRevenue(window);
        Map<Currency, KpiReport.Revenue> revenue = new HashMap<>();
        base.forEach((currency, total) -> revenue.put(
                Currency.getInstance(currency),
                new KpiReport.Revenue(
                        total.amount(),
                        lost.getOrDefault(currency, BigDecimal.ZERO),
                        contracted.getOrDefault(currency, BigDecimal.ZERO))));
        return revenue;
    }

    private KpiReport.Provisioning provisioning(DayRange window, KpiOptions options) {
        String clock = options.clockStart().name() + (options.businessHours() ? Span.BUSINESS : "");
        Map<String, Total> served = spans.overIn(Span.Kind.SERVED, window);
        Total total = served.getOrDefault(clock, Total.NONE);
        long all = served.getOrDefault(ClockStart.DRAFTED.name(), Total.NONE).count();
        Map<Long, Duration> ranked =
                spans.ranked(Span.Kind.SERVED, clock, window, ranks(total, MEDIAN, EIGHTY, NINETY));
        long stumbled = count(spans.overIn(Span.Kind.SERVED_AFTER_FAILURE, window));
        return new KpiReport.Provisioning(
                options.clockStart(),
                total.count(),
                mean(total),
                Optional.ofNullable(ranked.get(rank(total, MEDIAN))),
                Optional.ofNullable(ranked.get(rank(total, EIGHTY))),
                Optional.ofNullable(ranked.get(rank(total, NINETY))),
                count(spans.lastingAt(Span.Kind.ORDER, window.to())),
                count(spans.lastingAt(Span.Kind.GIVEN_UP, window.to())),
                count(spans.overIn(Span.Kind.ABANDONED, window)),
                Ratio.of(all - stumbled, all));
    }

    private KpiReport.Reconnections reconnections(DayRange window) {
        Map<String, Total> over = spans.overIn(Span.Kind.RECONNECTED, window);
        Total counted = over.getOrDefault(Span.COUNTS, Total.NONE);
        return new KpiReport.Reconnections(
                counted.count(),
                Ratio.of(counted.count(), count(spans.begunIn(Span.Kind.CUT, window))),
                spans.repeaters(Span.Kind.RECONNECTED, Span.COUNTS, window),
                counted.timed(),
                mean(counted),
                over.getOrDefault(Span.OTHER, Total.NONE).count());
    }

    private KpiReport.Collection collection(DayRange window, KpiOptions options, long base) {
        long cuts = count(spans.begunIn(Span.Kind.CUT, window));
        long contracts = spans.contractsBegunIn(Span.Kind.CUT, window);
        long cured = spans.overWithin(Span.Kind.CUT, window, options.cureDays());
        return new KpiReport.Collection(
                cuts,
                contracts,
                Ratio.of(spans.contractsOfBaseBegunIn(Span.Kind.CUT, window), base),
                cured,
                Ratio.of(cured, cuts),
                window.to().plusDays(options.cureDays()));
    }

    private KpiReport.Throttling throttling(DayRange window) {
        Map<String, Total> begun = spans.begunIn(Span.Kind.THROTTLED, window);
        Map<SuspensionReason.Category, Long> byCategory = new EnumMap<>(SuspensionReason.Category.class);
        for (SuspensionReason.Category category : SuspensionReason.Category.values()) {
            byCategory.put(
                    category, begun.getOrDefault(category.name(), Total.NONE).count());
        }
        return new KpiReport.Throttling(byCategory, count(spans.lastingAt(Span.Kind.THROTTLED, window.to())));
    }

    private KpiReport.Reservations reservations(DayRange window) {
        Map<String, Total> begun = spans.begunIn(Span.Kind.RESERVED, window);
        long reserved = count(begun);
        long expired = begun.getOrDefault(Span.RAN_OUT, Total.NONE).count();
        return new KpiReport.Reservations(reserved, expired, Ratio.of(expired, reserved));
    }

    private KpiReport.Ports ports(DayRange window, KpiOptions options, long baseAtEnd) {
        return new KpiReport.Ports(
                baseAtEnd,
                count(spans.lastingAt(Span.Kind.RESTING, window.to())),
                spans.lastingLonger(Span.Kind.RESTING, window.to(), options.ghostDays()));
    }

    private KpiReport.Drift drift(DayRange window, long baseAtEnd) {
        long drifted = count(spans.lastingAt(Span.Kind.DRIFTED, window.to()));
        Total repaired = total(spans.overIn(Span.Kind.REPAIRED, window));
        return new KpiReport.Drift(drifted, Ratio.of(drifted, baseAtEnd), repaired.count(), mean(repaired));
    }

    private static Set<Long> ranks(Total total, int... percents) {
        return Arrays.stream(percents)
                .mapToObj(percent -> rank(total, percent))
                .filter(rank -> rank > 0)
                .collect(Collectors.toSet());
    }

    /** Nearest rank: of n times in order, the one at the place of n times p by 100, rounded up. */
    private static long rank(Total total, int percent) {
        return (total.timed() * percent + HUNDRED - 1) / HUNDRED;
    }

    private static Optional<Duration> mean(Total total) {
        return total.timed() == 0
                ? Optional.empty()
                : Optional.of(total.duration().dividedBy(total.timed()).truncatedTo(ChronoUnit.MICROS));
    }

    private static Total total(Map<String, Total> totals) {
        return totals.values().stream().reduce(Total.NONE, Total::plus);
    }

    private static long count(Map<String, Total> totals) {
        return total(totals).count();
    }
}
