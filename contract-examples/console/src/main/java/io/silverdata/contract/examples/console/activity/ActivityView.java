package io.silverdata.contract.examples.console.activity;

import io.silverdata.contract.examples.console.web.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of events.
 *
 * @param rows the latest first
 * @param next the link to the next page, if there is one
 */
public record ActivityView(List<Row> rows, Optional<String> next) {

    /**
     * Something that happened to a contract.
     *
     * @param at when it was recorded
     * @param effectiveAt from when it counts, if that is earlier
     */
    public record Row(
            Instant at,
            Optional<Instant> effectiveAt,
            Phrase title,
            Optional<Phrase> detail,
            String contract,
            String number,
            String actor,
            String trigger) {}
}
