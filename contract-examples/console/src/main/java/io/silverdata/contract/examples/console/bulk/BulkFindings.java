package io.silverdata.contract.examples.console.bulk;

import io.silverdata.contract.examples.console.background.KeptRows;
import io.silverdata.contract.examples.console.background.RefusedRun;
import io.silverdata.contract.examples.console.background.Slice;
import io.silverdata.contract.examples.console.web.EventPhrases;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.examples.console.web.RejectionPhrases;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.runs.Bulk;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.BulkProgress;
import io.silverdata.contract.runs.BulkRun;
import io.silverdata.contract.runs.RunState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a bulk command has done so far, contract by contract. Thread-safe, but advanced by one thread at a time. */
public final class BulkFindings {
    private static final int SLICE = 200;

    private final Bulk bulk;
    private final KeptRows<BulkItem.Outcome, BulkView.Row> rows = new KeptRows<>(BulkItem.Outcome.class);
    private @Nullable BulkRun run;
    private volatile @Nullable BulkProgress progress;

    /** Of a bulk command that is not begun yet. */
    public BulkFindings(Bulk bulk) {
        this.bulk = bulk;
    }

    /** Counts first, since that reads every contract; then gives the command, a slice at a time. */
    public Slice.Next advance() {
        BulkRun begun = run;
        if (begun == null) {
            run = bulk.begin().getOrElseThrow(BulkFindings::refused);
            return new Slice.Next(RunState.MORE, Optional.empty());
        }
        BulkProgress next = begun.advance(SLICE, this::keep);
        progress = next;
        return new Slice.Next(next.state(), next.resumeAt());
    }

    /** How far it is; empty until the contracts are counted. */
    public Optional<BulkProgress> progress() {
        return Optional.ofNullable(progress);
    }

    /** Its results. */
    public KeptRows<BulkItem.Outcome, BulkView.Row> rows() {
        return rows;
    }

    private static RefusedRun refused(Rejection refusal) {
        return new RefusedRun(RejectionPhrases.of(refusal));
    }

    private void keep(BulkItem item) {
        rows.add(
                item.outcome(),
                new BulkView.Row(
                        item.id().toString(),
                        item.contract().map(contract -> contract.number().toString()),
                        what(item)));
    }

    private static Phrase what(BulkItem item) {
        return item.fault()
                .map(fault -> Phrase.plain(fault.problem()))
                .or(() -> item.refusal().map(RejectionPhrases::of))
                .or(() -> item.result()
                        .map(result -> events(result.events().stream()
                                .map(RecordedEvent::event)
                                .toList())))
                .orElseGet(() -> Phrase.of("bulk.notSelected"));
    }

    private static Phrase events(List<ContractEvent> events) {
        return Phrase.of(
                "plain", events.stream().map(EventPhrases::title).distinct().toList());
    }
}
