package io.silverdata.contract.examples.console.moves;

import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.examples.console.web.RejectionPhrases;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.SplitterMove;
import io.silverdata.contract.move.DeviceChange;
import io.silverdata.contract.move.MovePreview;
import io.silverdata.contract.move.MovedContract;
import io.silverdata.contract.query.ContractSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a move would do.
 *
 * @param name of the move
 * @param notBefore before this time nothing is done
 * @param plan in the form's hidden field
 * @param parts the splitters, with where they go
 * @param contracts how many contracts go along
 * @param withoutPlace how many of them have no place there
 * @param objections what is wrong with the plan itself
 * @param olts what each OLT is told
 * @param rows the first contracts, those without a place before the others
 */
public record MovePreviewView(
        String name,
        Instant notBefore,
        String plan,
        List<Part> parts,
        int contracts,
        int withoutPlace,
        List<Phrase> objections,
        List<Told> olts,
        List<Row> rows) {
    /** How many contracts are shown. */
    static final int SHOWN = 200;

    /** A splitter. */
    public record Part(String splitter, String from, String to) {
        static Part of(SplitterMove move) {
            return new Part(
                    move.splitter().value(), move.from().toString(), move.to().toString());
        }
    }

    /** How many ONUs an OLT is told to serve before the splice and afterwards, and to forget. */
    public record Told(String olt, long before, long after, long removed) {
        Told and(DeviceChange change) {
            boolean registers = change.kind() == DeviceChange.Kind.REGISTER;
            return new Told(
                    olt,
                    before + (registers && change.beforeSplice() ? 1 : 0),
                    after + (registers && !change.beforeSplice() ? 1 : 0),
                    removed + (registers ? 0 : 1));
        }
    }

    /** A contract that goes along. */
    public record Row(
            String contract, Optional<ContractSummary> known, String output, String onu, Optional<Phrase> objection) {}

    /** Whether it can be begun. */
    public boolean isPossible() {
        return objections.isEmpty() && withoutPlace == 0;
    }

    /** Those whose place is asked about first. */
    static List<MovedContract> shown(MovePreview preview) {
        return preview.contracts().stream()
                .sorted(Comparator.comparing(contract -> contract.objection().isEmpty()))
                .limit(SHOWN)
                .toList();
    }

    static MovePreviewView of(MovePreview preview, Map<ContractId, ContractSummary> known) {
        List<Row> rows = new ArrayList<>();
        for (MovedContract contract : shown(preview)) {
            rows.add(new Row(
                    contract.contract().toString(),
                    Optional.ofNullable(known.get(contract.contract())),
                    contract.from().splitterOutput().toString(),
                    contract.onu().map(Object::toString).orElse("–"),
                    contract.objection().map(RejectionPhrases::of)));
        }
        return new MovePreviewView(
                preview.plan().name(),
                preview.plan().notBefore(),
                PlanText.of(preview.plan().splitters()),
                preview.plan().splitters().stream().map(Part::of).toList(),
                preview.contracts().size(),
                preview.withoutPlace().size(),
                preview.objections().stream().map(RejectionPhrases::of).toList(),
                told(preview),
                rows);
    }

    private static List<Told> told(MovePreview preview) {
        Map<OltId, Told> told = new TreeMap<>();
        preview.contracts().stream()
                .flatMap(contract -> contract.changes().stream())
                .forEach(change -> {
                    OltId olt = change.registration().ponPort().olt();
                    told.put(
                            olt,
                            Optional.ofNullable(told.get(olt))
                                    .orElseGet(() -> new Told(olt.value(), 0, 0, 0))
                                    .and(change));
                });
        return List.copyOf(told.values());
    }
}
