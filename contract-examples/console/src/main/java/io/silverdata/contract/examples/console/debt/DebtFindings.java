package io.silverdata.contract.examples.console.debt;

import io.silverdata.contract.examples.console.background.KeptRows;
import io.silverdata.contract.examples.console.background.Slice;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.examples.console.web.RejectionPhrases;
import io.silverdata.contract.runs.DunningItem;
import io.silverdata.contract.runs.DunningPreview;
import io.silverdata.contract.runs.DunningProgress;
import io.silverdata.contract.runs.DunningRun;
import io.silverdata.contract.runs.RunState;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a run over debts has done so far, contract by contract. Thread-safe, but advanced by one thread at a time. */
final class DebtFindings {
    private static final int SLICE = 200;

    private final Supplier<DunningRun> begin;
    private final KeptRows<DebtResult, DebtView.Row> rows = new KeptRows<>(DebtResult.class);
    private @Nullable DunningRun run;
    private volatile @Nullable DunningPreview preview;
    private volatile @Nullable DunningProgress progress;

    DebtFindings(Supplier<DunningRun> begin) {
        this.begin = begin;
    }

    /** Counts first, since that reads every contract; then takes the steps, a slice at a time. */
    Slice.Next advance() {
        DunningRun begun = run;
        if (begun == null) {
            begun = begin.get();
            run = begun;
            preview = begun.preview();
            return new Slice.Next(RunState.MORE, Optional.empty());
        }
        DunningProgress next = begun.advance(SLICE, this::keep);
        progress = next;
        return new Slice.Next(next.state(), next.resumeAt());
    }

    Optional<DunningPreview> preview() {
        return Optional.ofNullable(preview);
    }

    Optional<DunningProgress> progress() {
        return Optional.ofNullable(progress);
    }

    KeptRows<DebtResult, DebtView.Row> rows() {
        return rows;
    }

    private void keep(DunningItem item) {
        rows.add(
                DebtResult.of(item),
                new DebtView.Row(
                        item.id().toString(),
                        item.contract().map(contract -> contract.number().toString()),
                        why(item)));
    }

    private static Phrase why(DunningItem item) {
        return item.fault()
                .map(fault -> Phrase.plain(fault.problem()))
                .or(() -> item.refusal().map(RejectionPhrases::of))
                .orElseGet(() -> DecisionPhrases.of(item.decision().orElseThrow()));
    }
}
