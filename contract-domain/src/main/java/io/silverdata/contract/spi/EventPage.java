package io.silverdata.contract.spi;

import io.silverdata.contract.model.RecordedEvent;
import java.util.List;
import java.util.Objects;

/**
 * Part of the event log.
 *
 * @param events in the order of the log
 * @param end where to go on
 */
public record EventPage(List<RecordedEvent> events, EventCursor end) {

    public EventPage {
        events = List.copyOf(events);
        Objects.requireNonNull(end, "end");
    }
}
