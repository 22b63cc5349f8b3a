package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.command.CommandPreview;
import io.silverdata.contract.examples.console.web.EventPhrases;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.report.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command would do.
 *
 * @param events what would happen
 * @param changes what the network would be told; empty if nothing
 * @param owedBefore what is owed for the present billing period
 * @param owedAfter what would be owed
 */
public record PreviewView(
        List<Happening> events, List<Change> changes, List<SegmentLine> owedBefore, List<SegmentLine> owedAfter) {

    /**
     * Something that would happen.
     *
     * @param detail the values that matter
     */
    public record Happening(Phrase title, Optional<Phrase> detail) {}

    /** What one side of the network does now, and what it would do. */
    public record Change(Phrase target, List<Phrase> before, List<Phrase> after) {}

    static PreviewView of(CommandPreview preview, Instant now, ReportSettings settings) {
        DesiredNetwork after = preview.network();
        List<Change> changes = Stream.of(NetworkTarget.values())
                .filter(preview.told()::contains)
                .map(target -> new Change(
                        Phrase.term("target", target),
                        preview.before()
                                .map(before -> NetworkPhrases.of(DesiredNetwork.of(before), target))
                                .orElseGet(() -> List.of(Phrase.of("network.nothing"))),
                        NetworkPhrases.of(after, target)))
                .toList();
        boolean owes = preview.contract().status() != Status.DRAFT;
        Optional<CommandPreview.OwedInPeriod> owed = owes ? Optional.of(preview.owed(now, settings)) : Optional.empty();
        List<SegmentLine> before = lines(owed.map(CommandPreview.OwedInPeriod::before));
        List<SegmentLine> then = lines(owed.map(CommandPreview.OwedInPeriod::after));
        boolean same = before.equals(then);
        return new PreviewView(
                preview.events().stream()
                        .map(event ->
                                new Happening(EventPhrases.title(event.event()), EventPhrases.detail(event.event())))
                        .toList(),
                changes,
                same ? List.of() : before,
                same ? List.of() : then);
    }

    private static List<SegmentLine> lines(Optional<List<Segment>> segments) {
        return segments.orElse(List.of()).stream().map(SegmentLine::of).toList();
    }
}
