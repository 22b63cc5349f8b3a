package io.silverdata.contract.examples.console.bulk;

import io.silverdata.contract.examples.console.background.RunView;
import io.silverdata.contract.examples.console.web.Form;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.BulkProgress;
import java.util.List;
import java.util.Optional;

/**
 * A bulk command as its page shows it.
 *
 * @param name under which nothing is done twice
 * @param command which
 * @param form what was typed
 * @param selected how many contracts it is about, once it has counted them
 * @param done how many had their turn
 * @param counts how many contracts had which result
 * @param outcome whose rows are shown
 */
public record BulkView(
        RunView run,
        String name,
        String command,
        Form form,
        long selected,
        long done,
        List<Count> counts,
        String outcome,
        List<Row> rows) {

    /** What was done to one contract, or why not. */
    public record Row(String contract, Optional<String> number, Phrase what) {}

    /** How many contracts had a result. */
    public record Count(String outcome, long count) {}

    static BulkView of(BulkJob job, Optional<BulkItem.Outcome> wanted) {
        Optional<BulkProgress> progress = job.findings().progress();
        List<Count> counts = progress.map(BulkView::counts).orElse(List.of());
        BulkItem.Outcome outcome = wanted.orElse(BulkItem.Outcome.ACCEPTED);
        return new BulkView(
                RunView.of(job.run()),
                job.plan().name(),
                job.plan().kind().name(),
                job.plan().form(),
                progress.map(BulkProgress::selected).orElse(0L),
                progress.map(BulkProgress::done).orElse(0L),
                counts,
                outcome.name(),
                job.findings().rows().of(outcome));
    }

    private static List<Count> counts(BulkProgress progress) {
        return List.of(
                new Count(BulkItem.Outcome.ACCEPTED.name(), progress.accepted()),
                new Count(BulkItem.Outcome.REPEATED.name(), progress.repeated()),
                new Count(BulkItem.Outcome.REFUSED.name(), progress.refused()),
                new Count(BulkItem.Outcome.NOT_SELECTED.name(), progress.notSelected()),
                new Count(BulkItem.Outcome.FAULTY.name(), progress.faulty()));
    }
}
