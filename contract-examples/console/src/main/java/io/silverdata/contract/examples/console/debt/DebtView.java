package io.silverdata.contract.examples.console.debt;

import io.silverdata.contract.examples.console.background.RunView;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.runs.DunningPreview;
import io.silverdata.contract.runs.DunningProgress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run over debts as its page shows it.
 *
 * @param preview what was to be done when it began
 * @param looked how many contracts had their turn
 * @param counts how many contracts had which result
 * @param result whose rows are shown
 */
public record DebtView(
        RunView run,
        DebtPlan plan,
        Optional<DunningPreview> preview,
        long looked,
        List<Count> counts,
        String result,
        List<Row> rows) {

    /** What was done to one contract, or would be, and why. */
    public record Row(String contract, Optional<String> number, Phrase why) {}

    /** How many contracts had a result. */
    public record Count(String result, long count) {}

    static DebtView of(DebtJob job, Optional<DebtResult> wanted) {
        Optional<DunningProgress> progress = job.findings().progress();
        List<Count> counts = Stream.of(DebtResult.values())
                .map(result -> new Count(result.name(), progress.map(result::in).orElse(0L)))
                .toList();
        DebtResult result = wanted.orElseGet(() -> firstFound(counts));
        return new DebtView(
                RunView.of(job.run()),
                job.plan(),
                job.findings().preview(),
                progress.map(so -> so.count().looked()).orElse(0L),
                counts,
                result.name(),
                job.findings().rows().of(result));
    }

    private static DebtResult firstFound(List<Count> counts) {
        return counts.stream()
                .filter(count -> count.count() > 0)
                .findFirst()
                .map(count -> DebtResult.valueOf(count.result()))
                .orElse(DebtResult.CUT);
    }
}
