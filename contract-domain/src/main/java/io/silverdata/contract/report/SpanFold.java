package io.silverdata.contract.report;

import static io.silverdata.contract.model.SuspensionReason.Category.CUSTOMER_REQUEST;
import static io.silverdata.contract.model.SuspensionReason.Category.NON_PAYMENT;

import io.silverdata.contract.model.CancellationReason;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.SuspensionReason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The spans of one contract. For one thread. */
final class SpanFold {
    private final ContractProjection projection;
    private final List<Span> spans = new ArrayList<>();

    private record Between(Instant from, Instant to) {}

    private SpanFold(ContractProjection projection) {
        this.projection = projection;
    }

    static List<Span> of(ContractProjection projection) {
        SpanFold fold = new SpanFold(projection);
        fold.order();
        fold.reservations();
        fold.service();
        projection.liveSince().ifPresent(fold::live);
        fold.network();
        return List.copyOf(fold.spans);
    }

    /** An adopted contract was ordered and built elsewhere. */
    private void order() {
        if (projection.adoption != null) {
            return;
        }
        LocalDate drafted = projection.day(projection.contract.draftedAt());
        Optional<LocalDate> served = projection.servedAt().map(projection::day);
        Optional<LocalDate> over = served.isPresent() ? served : projection.cancellationDay();
        LocalDate from = over.filter(drafted::isAfter).orElse(drafted);
        add(Span.Kind.ORDER, from, over);
        if (served.isEmpty() && over.isPresent()) {
            add(Span.Kind.ABANDONED, from, over);
        }
        for (Timeline.Period<Boolean> period :
                projection.givenUp.days(projection::day).periods(from, over)) {
            if (period.value()) {
                add(Span.Kind.GIVEN_UP, period.from(), period.to());
            }
        }
    }

    private void reservations() {
        projection.reservations.forEach(reserved -> addLabelled(
                Span.Kind.RESERVED, reserved.on(), Optional.of(reserved.on()), reserved.ranOut() ? Span.RAN_OUT : ""));
    }

    private void service() {
        Optional<Instant> served = projection.servedAt();
        // How long it took to take a contract over says nothing of how long the next order takes.
        if (served.isEmpty() || projection.takenOver) {
            return;
        }
        served(ClockStart.DRAFTED, projection.contract.draftedAt(), served.get());
        @Nullable Instant feasible = projection.feasibleAt;
        if (feasible != null) {
            served(ClockStart.FEASIBLE, feasible, served.get());
        }
        served(ClockStart.ACTIVATED, projection.contract.activatedAt().orElseThrow(), served.get());
        if (projection.failedBeforeService) {
            Instant drafted = projection.contract.draftedAt();
            addTimed(Span.Kind.SERVED_AFTER_FAILURE, "", drafted, served.get(), took(drafted, served.get()));
        }
    }

    private void served(ClockStart clock, Instant from, Instant to) {
        addTimed(Span.Kind.SERVED, clock.name(), from, to, waited(from, to, Duration::between));
        projection
                .settings
                .businessHours()
                .ifPresent(calendar -> addTimed(
                        Span.Kind.SERVED, clock.name() + Span.BUSINESS, from, to, waited(from, to, calendar::between)));
    }

    /** How long the customer waited, without holds that the customer asked for, each moment counted once. */
    private Duration waited(Instant from, Instant to, BiFunction<Instant, Instant, Duration> clock) {
        List<Between> waits = projection.holds.all().stream()
                .filter(held -> held.hold.reason().category() == CUSTOMER_REQUEST)
                .map(held -> cut(held, from, to))
                .filter(wait -> wait.from.isBefore(wait.to))
                .sorted(Comparator.comparing(Between::from))
                .toList();
        Duration sum = took(from, to, clock);
        Instant counted = from;
        for (Between wait : waits) {
            Instant start = wait.from.isBefore(counted) ? counted : wait.from;
            if (start.isBefore(wait.to)) {
                sum = sum.minus(took(start, wait.to, clock));
                counted = wait.to;
            }
        }
        return sum;
    }

    private static Between cut(HoldHistory.Held held, Instant from, Instant to) {
        Instant placed = held.placedAt();
        Instant lifted = held.liftedAt().filter(to::isAfter).orElse(to);
        return new Between(placed.isBefore(from) ? from : placed, lifted);
    }

    private void live(Instant since) {
        LocalDate activated = projection.day(since);
        Optional<LocalDate> cancelled = projection.cancellationDay();
        addLabelled(
                Span.Kind.ACTIVATED,
                activated,
                Optional.of(activated),
                projection.adoption == null ? "" : Span.ADOPTED);
        projection.plans.days(projection::day).periods(activated, cancelled).forEach(this::addLive);
        cancelled.ifPresent(day -> end(activated, day));
        held(activated, cancelled);
        cuts(since);
        reconnections();
        projection.contract.predecessor().ifPresent(earlier -> wonBack(activated, earlier));
        for (Timeline.Period<Boolean> period :
                projection.drifted.days(projection::day).periods(activated, cancelled)) {
            if (period.value()) {
                add(Span.Kind.DRIFTED, period.from(), period.to());
            }
        }
    }

    private void end(LocalDate activated, LocalDate cancelled) {
        ContractProjection.@Nullable End end = projection.end;
        if (end != null) {
            CancellationReason reason = end.event().reason();
            addLabelled(
                    reason.countsAsChurn() ? Span.Kind.CHURNED : Span.Kind.ENDED,
                    activated,
                    Optional.of(cancelled),
                    reason.category().name());
        }
    }

    /** The days on which at least one hold lasts, joined. */
    private void held(LocalDate activated, Optional<LocalDate> cancelled) {
        List<LocalDate[]> days = new ArrayList<>();
        LocalDate end = cancelled.orElse(LocalDate.MAX);
        for (HoldHistory.Held held : projection.holds.all()) {
            LocalDate from = later(activated, projection.day(held.placedAt()));
            LocalDate lifted =
                    held.liftedAt().map(projection::day).filter(end::isAfter).orElse(end);
            if (from.isBefore(lifted)) {
                days.add(new LocalDate[] {from, lifted});
            }
        }
        days.sort(Comparator.comparing(range -> range[0]));
        for (int i = 0; i < days.size(); ) {
            LocalDate from = days.get(i)[0];
            LocalDate to = days.get(i)[1];
            for (i++; i < days.size() && !days.get(i)[0].isAfter(to); i++) {
                to = later(to, days.get(i)[1]);
            }
            add(Span.Kind.HELD, from, to.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(to));
        }
    }

    private void cuts(Instant activated) {
        Optional<Instant> end = projection.contract.cancelledAt();
        for (List<HoldHistory.Held> holds : projection.holds.byReason()) {
            SuspensionReason.Category category = holds.get(0).hold.reason().category();
            if (category == NON_PAYMENT) {
                HoldHistory.runs(holds, Enforcement::cutsService, activated, end)
                        .forEach(run -> addRun(Span.Kind.CUT, run, ""));
            }
            HoldHistory.runs(holds, level -> level == Enforcement.THROTTLE, activated, end)
                    .forEach(run -> addRun(Span.Kind.THROTTLED, run, category.name()));
        }
    }

    private void addRun(Span.Kind kind, HoldHistory.Run run, String label) {
        addLabelled(kind, projection.day(run.from()), run.to().map(projection::day), label);
    }

    private void wonBack(LocalDate activated, ContractId earlier) {
        spans.add(new Span(
                projection.id,
                Span.Kind.WON_BACK,
                activated,
                Optional.of(activated),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(earlier)));
    }

    private void reconnections() {
        for (HoldHistory.Reconnection reconnection : projection.reconnections()) {
            spans.add(new Span(
                    projection.id,
                    Span.Kind.RECONNECTED,
                    projection.day(reconnection.from()),
                    Optional.of(projection.day(reconnection.at().at())),
                    reconnection.counts() ? Span.COUNTS : Span.OTHER,
                    projection
                            .confirmed(reconnection)
                            .map(confirmed -> took(reconnection.at().at(), confirmed)),
                    Optional.empty(),
                    Optional.empty()));
        }
    }

    private void network() {
        for (ContractProjection.Repair repair : projection.repairs) {
            addTimed(
                    Span.Kind.REPAIRED,
                    "",
                    repair.detectedAt(),
                    repair.repairedAt(),
                    took(repair.detectedAt(), repair.repairedAt()));
        }
        projection
                .resting
                .values()
                .forEach(rest -> rest.days(projection::day).periods().forEach(period -> {
                    if (period.value()) {
                        add(Span.Kind.RESTING, period.from(), period.to());
                    }
                }));
    }

    private void add(Span.Kind kind, LocalDate from, Optional<LocalDate> to) {
        addLabelled(kind, from, to, "");
    }

    private void addLabelled(Span.Kind kind, LocalDate from, Optional<LocalDate> to, String label) {
        spans.add(new Span(projection.id, kind, from, to, label, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** A clock that was stopped before it was started shows zero. */
    private void addTimed(Span.Kind kind, String label, Instant from, Instant to, Duration duration) {
        LocalDate end = projection.day(to);
        LocalDate start = projection.day(from);
        spans.add(new Span(
                projection.id,
                kind,
                start.isAfter(end) ? end : start,
                Optional.of(end),
                label,
                Optional.of(duration),
                Optional.empty(),
                Optional.empty()));
    }

    private void addLive(Timeline.Period<PlanSnapshot> period) {
        PlanSnapshot.Price price = period.value().price();
        spans.add(new Span(
                projection.id,
                Span.Kind.LIVE,
                period.from(),
                period.to(),
                price.amount().currency().getCurrencyCode(),
                Optional.empty(),
                Optional.of(price.perYear()),
                Optional.empty()));
    }

    private static Duration took(Instant from, Instant to) {
        return took(from, to, Duration::between);
    }

    private static Duration took(Instant from, Instant to, BiFunction<Instant, Instant, Duration> clock) {
        return from.isBefore(to) ? clock.apply(from, to).truncatedTo(ChronoUnit.MICROS) : Duration.ZERO;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
