package io.silverdata.contract.report;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.DayRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Spans in a list, which is looked through for each question: slow, and the specification of faster answers. */
final class SpanList implements Spans {
    private final List<Span> spans;

    SpanList(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    @Override
    public Map<String, Total> lastingAt(Span.Kind kind, LocalDate day) {
        return totals(
                of(kind, span -> lasts(span, day)),
                span -> new Total(1, span.amount().orElse(BigDecimal.ZERO), 0, Duration.ZERO));
    }

    @Override
    public Map<String, Total> begunIn(Span.Kind kind, DayRange days) {
        return totals(of(kind, span -> isIn(span.from(), days)), SpanList::total);
    }

    @Override
    public Map<String, Total> overIn(Span.Kind kind, DayRange days) {
        return totals(of(kind, span -> isOverIn(span, days)), SpanList::total);
    }

    @Override
    public Map<String, Total> overInFromBefore(Span.Kind kind, DayRange days) {
        return totals(of(kind, span -> isOverIn(span, days) && span.from().isBefore(days.from())), SpanList::total);
    }

    @Override
    public long overWithin(Span.Kind kind, DayRange days, int maxDays) {
        return of(
                        kind,
                        span -> isIn(span.from(), days)
                                && span.to()
                                        .filter(end -> !end.isAfter(span.from().plusDays(maxDays)))
                                        .isPresent())
                .count();
    }

    @Override
    public long lastingLonger(Span.Kind kind, LocalDate day, int days) {
        return of(kind, span -> lasts(span, day) && ChronoUnit.DAYS.between(span.from(), day) > days)
                .count();
    }

    @Override
    public long contractsBegunIn(Span.Kind kind, DayRange days) {
        return of(kind, span -> isIn(span.from(), days))
                .map(Span::contract)
                .distinct()
                .count();
    }

    @Override
    public long contractsOfBaseBegunIn(Span.Kind kind, DayRange days) {
        Map<ContractId, Span> base = live(days.from());
        return of(kind, span -> isIn(span.from(), days) && base.containsKey(span.contract()))
                .map(Span::contract)
                .distinct()
                .count();
    }

    @Override
    public Map<String, BigDecimal> lostRevenue(DayRange days) {
        Map<ContractId, Span> base = live(days.from());
        Map<String, BigDecimal> lost = new TreeMap<>();
        of(Span.Kind.CHURNED, span -> isOverIn(span, days))
                .flatMap(span -> Optional.ofNullable(base.get(span.contract())).stream())
                .forEach(before -> lost.merge(before.label(), price(before), BigDecimal::add));
        return lost;
    }

    @Override
    public Map<String, BigDecimal> contractedRevenue(DayRange days) {
        Map<ContractId, Span> after = live(days.to());
        Map<String, BigDecimal> contracted = new TreeMap<>();
        live(days.from())
                .forEach((contract, before) -> Optional.ofNullable(after.get(contract))
                        .filter(now ->
                                now.label().equals(before.label()) && price(now).compareTo(price(before)) < 0)
                        .ifPresent(now ->
                                contracted.merge(before.label(), price(before).subtract(price(now)), BigDecimal::add)));
        return contracted;
    }

    /** A contract is under one plan at a time. */
    private Map<ContractId, Span> live(LocalDate day) {
        return of(Span.Kind.LIVE, span -> lasts(span, day)).collect(Collectors.toMap(Span::contract, span -> span));
    }

    private static BigDecimal price(Span live) {
        return live.amount().orElseThrow();
    }

    @Override
    public long repeaters(Span.Kind kind, String label, DayRange days) {
        return of(kind, span -> span.label().equals(label) && isOverIn(span, days))
                .collect(Collectors.groupingBy(Span::contract, Collectors.counting()))
                .values()
                .stream()
                .filter(times -> times > 1)
                .count();
    }

    @Override
    public long wonBack(DayRange days, int maxDays) {
        Map<ContractId, List<Span>> backs = of(Span.Kind.WON_BACK, span -> true)
                .collect(Collectors.groupingBy(span -> span.other().orElseThrow()));
        return of(Span.Kind.CHURNED, span -> isOverIn(span, days) && span.from().isBefore(days.from()))
                .filter(span -> backs.getOrDefault(span.contract(), List.of()).stream()
                        .anyMatch(back ->
                                !back.from().isAfter(span.to().orElseThrow().plusDays(maxDays))))
                .count();
    }

    @Override
    public Map<Long, Duration> ranked(Span.Kind kind, String label, DayRange days, Collection<Long> ranks) {
        List<Duration> inOrder = of(kind, span -> span.label().equals(label) && isOverIn(span, days))
                .flatMap(span -> span.duration().stream())
                .sorted()
                .toList();
        Map<Long, Duration> ranked = new TreeMap<>();
        for (long rank : ranks) {
            if (rank <= inOrder.size()) {
                ranked.put(rank, inOrder.get(Math.toIntExact(rank) - 1));
            }
        }
        return ranked;
    }

    private Stream<Span> of(Span.Kind kind, Predicate<Span> wanted) {
        return spans.stream().filter(span -> span.kind() == kind).filter(wanted);
    }

    private static Map<String, Total> totals(Stream<Span> spans, Function<Span, Total> total) {
        Map<String, Total> totals = new TreeMap<>();
        spans.forEach(span -> totals.merge(span.label(), total.apply(span), Total::plus));
        return totals;
    }

    private static Total total(Span span) {
        return new Total(
                1,
                span.amount().orElse(BigDecimal.ZERO),
                span.duration().isPresent() ? 1 : 0,
                span.duration().orElse(Duration.ZERO));
    }

    private static boolean lasts(Span span, LocalDate day) {
        return span.from().isBefore(day)
                && span.to().filter(end -> end.isBefore(day)).isEmpty();
    }

    private static boolean isOverIn(Span span, DayRange days) {
        return span.to().filter(end -> isIn(end, days)).isPresent();
    }

    private static boolean isIn(LocalDate day, DayRange days) {
        return !day.isBefore(days.from()) && day.isBefore(days.to());
    }
}
