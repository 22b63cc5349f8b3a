package io.silverdata.contract.examples.console.network;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.spi.QueuedWork;
import io.silverdata.contract.spi.TargetWork;
import io.silverdata.contract.spi.WorkHolder;
import io.silverdata.contract.spi.WorkState;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads pages of the work queue, with the numbers of their contracts. */
@Component
final class QueuePages {
    private static final int ROWS = 50;

    private final Contracts contracts;
    private final Clock clock;

    QueuePages(Contracts contracts, Clock clock) {
        this.contracts = contracts;
        this.clock = clock;
    }

    QueueView page(Optional<WorkState> state, Optional<ContractId> after) {
        Set<WorkState> states = state.<Set<WorkState>>map(EnumSet::of).orElse(EnumSet.allOf(WorkState.class));
        List<QueuedWork> found = contracts.worker().queue(states, after, ROWS + 1);
        List<QueuedWork> shown = found.subList(0, Math.min(ROWS, found.size()));
        Map<ContractId, String> numbers = numbers(shown);
        Instant now = clock.instant();
        return new QueueView(
                state.map(WorkState::name).orElse(""),
                shown.stream().map(work -> row(work, numbers, now)).toList(),
                found.size() > ROWS ? Optional.of(shown.get(ROWS - 1).contract().toString()) : Optional.empty());
    }

    private Map<ContractId, String> numbers(List<QueuedWork> rows) {
        return contracts.summaries(rows.stream().map(QueuedWork::contract).toList()).stream()
                .collect(Collectors.toMap(
                        ContractSummary::id, summary -> summary.number().value()));
    }

    private static QueueView.Row row(QueuedWork work, Map<ContractId, String> numbers, Instant now) {
        return new QueueView.Row(
                work.contract().toString(),
                numbers.getOrDefault(work.contract(), work.contract().toString()),
                Stream.of(NetworkTarget.values())
                        .map(target -> target(target, work.of(target), now))
                        .toList(),
                work.holder().filter(held -> held.until().isAfter(now)).map(WorkHolder::worker),
                work.access().isParked() || work.line().isParked(),
                work.leasableFrom().isPresent());
    }

    private static QueueView.Target target(NetworkTarget target, TargetWork work, Instant now) {
        return new QueueView.Target(target.name(), state(work, now), work.attempts(), work.dueAt(), work.problem());
    }

    private static String state(TargetWork work, Instant now) {
        if (work.isParked()) {
            return "PARKED";
        }
        if (work.isHeld()) {
            return "HELD";
        }
        if (work.dueAt().isEmpty()) {
            return "DONE";
        }
        return work.isDue(now) ? "DUE" : "WAITING";
    }
}
