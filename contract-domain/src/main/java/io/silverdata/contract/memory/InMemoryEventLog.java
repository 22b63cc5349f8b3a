package io.silverdata.contract.memory;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.spi.ConflictException;
import io.silverdata.contract.spi.EventCursor;
import io.silverdata.contract.spi.EventLog;
import io.silverdata.contract.spi.EventPage;
import io.silverdata.contract.spi.UnitOfWork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list that grows at its end. A cursor is the number of events before it. */
final class InMemoryEventLog implements EventLog {
    private final UnitOfWork unitOfWork;
    private final UndoLog undo;
    private final List<RecordedEvent> log = new ArrayList<>();
    private final Map<ContractId, List<RecordedEvent>> histories = new HashMap<>();
    private int committed;

    InMemoryEventLog(UnitOfWork unitOfWork, UndoLog undo) {
        this.unitOfWork = unitOfWork;
        this.undo = undo;
    }

    @Override
    public void append(List<RecordedEvent> events) {
        unitOfWork.execute(() -> {
            events.forEach(this::append);
            undo.afterCommit(() -> committed = log.size());
        });
    }

    @Override
    public void rewrite(List<RecordedEvent> events) {
        unitOfWork.execute(() -> events.forEach(this::rewrite));
    }

    private void rewrite(RecordedEvent event) {
        List<RecordedEvent> history = histories.getOrDefault(event.contract(), List.of());
        replace(history, event);
        replace(log, event);
    }

    private void replace(List<RecordedEvent> events, RecordedEvent event) {
        for (int place = 0; place < events.size(); place++) {
            RecordedEvent present = events.get(place);
            if (present.contract().equals(event.contract()) && present.version() == event.version()) {
                int found = place;
                events.set(found, event);
                undo.push(() -> events.set(found, present));
                return;
            }
        }
    }

    @Override
    public List<RecordedEvent> history(ContractId contract) {
        return unitOfWork.call(() -> List.copyOf(histories.getOrDefault(contract, List.of())));
    }

    @Override
    public EventPage read(EventCursor after, int max) {
        Bounds.max(max);
        return unitOfWork.call(() -> {
            int start = position(after);
            int end = start + Math.min(max, committed - start);
            return new EventPage(
                    log.subList(start, end), end == start ? after : new EventCursor(Integer.toString(end)));
        });
    }

    /** All of them, of the unit of work, too, in the order of the log. */
    List<RecordedEvent> all() {
        return Collections.unmodifiableList(log);
    }

    private void append(RecordedEvent event) {
        List<RecordedEvent> history = histories.computeIfAbsent(event.contract(), first -> new ArrayList<>());
        long last = history.isEmpty() ? 0 : history.get(history.size() - 1).version();
        if (event.version() <= last) {
            throw new ConflictException(
                    ConflictException.Kind.CONTRACT_VERSION,
                    "contract " + event.contract() + " has events up to version " + last + ", was given version "
                            + event.version());
        }
        log.add(event);
        history.add(event);
        undo.push(() -> {
            log.remove(log.size() - 1);
            history.remove(history.size() - 1);
        });
    }

    private int position(EventCursor cursor) {
        if (cursor.equals(EventCursor.START)) {
            return 0;
        }
        try {
            int position = Integer.parseInt(cursor.value());
            if (position > 0 && position <= committed) {
                return position;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(strange(cursor), notANumber);
        }
        throw new IllegalArgumentException(strange(cursor));
    }

    private String strange(EventCursor cursor) {
        return "cursor must come from this log, which has " + committed + " events, was " + cursor.value();
    }
}
