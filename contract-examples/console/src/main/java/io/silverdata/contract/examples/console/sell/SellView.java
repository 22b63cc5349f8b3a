package io.silverdata.contract.examples.console.sell;

import io.silverdata.contract.examples.console.web.Choice;
import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The screen Sell.
 *
 * @param form the address and the plan, later also what is agreed
 * @param plans to choose from
 * @param answer whether the address can be served; empty until that was asked
 */
public record SellView(Form form, List<Choice> plans, Optional<Answer> answer) {

    /**
     * Whether an address can be served.
     *
     * @param splitters what was looked at, the nearest first
     * @param choices of the qualified splitters, after one for the best
     */
    public record Answer(
            Phrase verdict,
            String kind,
            boolean isQualified,
            Instant expiresAt,
            List<SplitterLine> splitters,
            List<Choice> choices,
            SiteMap map) {}

    /** A splitter with the answer to each check. */
    public record SplitterLine(
            String splitter,
            String ponPort,
            String drop,
            Phrase verdict,
            String kind,
            Optional<String> power,
            Optional<String> margin,
            List<CheckLine> checks) {}

    /**
     * The answer to one check.
     *
     * @param detail the figures behind it
     */
    public record CheckLine(Phrase check, Phrase result, String kind, String detail) {}
}
