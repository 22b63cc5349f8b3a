package io.silverdata.contract.examples.console.moves;

import io.silverdata.contract.examples.console.background.RunView;
import io.silverdata.contract.examples.console.bulk.BulkView;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.runs.BulkItem;
import io.silverdata.contract.runs.BulkPreview;
import io.silverdata.contract.runs.BulkProgress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an OLT that never comes back still holds.
 *
 * @param up whether the plant says that it is in service, so that nothing is written off
 * @param live how many live contracts have their line there, and keep it
 * @param owed how many contracts wait for it to remove an ONU
 * @param first the first of them
 */
public record WriteOffView(String olt, boolean up, long live, long owed, List<Row> first) {

    /** What would be written off of a contract. */
    public record Row(String contract, String number, CustomerId customer, List<String> onus, List<String> outputs) {
        static Row of(Contract contract, OltId olt) {
            return new Row(
                    contract.id().toString(),
                    contract.number().value(),
                    contract.customer(),
                    lines(contract, olt).map(line -> line.onu().value()).toList(),
                    lines(contract, olt)
                            .map(line -> line.ports().splitterOutput().toString())
                            .toList());
        }
    }

    /**
     * How far a write-off is.
     *
     * @param reason why
     * @param selected how many contracts it is about
     * @param done how many had their turn
     * @param rows those that were not written off, and why; then those that were
     */
    public record Progress(RunView run, String olt, String reason, long selected, long done, List<BulkView.Row> rows) {
        static Progress of(WriteOffJob job) {
            Optional<BulkProgress> progress = job.findings().progress();
            return new Progress(
                    RunView.of(job.run()),
                    job.olt().value(),
                    job.reason(),
                    progress.map(BulkProgress::selected).orElse(0L),
                    progress.map(BulkProgress::done).orElse(0L),
                    Stream.of(BulkItem.Outcome.FAULTY, BulkItem.Outcome.REFUSED, BulkItem.Outcome.ACCEPTED)
                            .flatMap(outcome -> job.findings().rows().of(outcome).stream())
                            .toList());
        }
    }

    static WriteOffView of(OltId olt, boolean up, long live, BulkPreview preview) {
        return new WriteOffView(
                olt.value(),
                up,
                live,
                preview.selected(),
                preview.first().stream().map(contract -> Row.of(contract, olt)).toList());
    }

    /** What a contract left on an OLT. */
    static Stream<Line> lines(Contract contract, OltId olt) {
        return contract.retiredLines().stream()
                .filter(line -> line.ports().ponPort().olt().equals(olt));
    }
}
