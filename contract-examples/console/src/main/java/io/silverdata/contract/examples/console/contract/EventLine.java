package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.examples.console.web.EventPhrases;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.RecordedEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * An event in the timeline.
 *
 * @param at when it was recorded
 * @param countsFrom when it counts from, if that is another time
 * @param title the kind
 * @param detail the values that matter
 * @param actor by whom
 * @param trigger why, in one word
 * @param reason the reason that was given with the command
 */
public record EventLine(
        Instant at,
        Optional<Instant> countsFrom,
        Phrase title,
        Optional<Phrase> detail,
        String actor,
        Phrase trigger,
        Optional<String> reason) {

    static EventLine of(RecordedEvent event, Optional<String> reason) {
        return new EventLine(
                event.recordedAt(),
                Optional.of(event.effectiveAt()).filter(at -> !at.equals(event.recordedAt())),
                EventPhrases.title(event.event()),
                EventPhrases.detail(event.event()),
                event.actor().value(),
                Phrase.term("trigger", event.trigger()),
                reason);
    }
}
