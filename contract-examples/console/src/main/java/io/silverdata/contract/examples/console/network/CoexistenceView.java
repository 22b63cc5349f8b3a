package io.silverdata.contract.examples.console.network;

import io.silverdata.contract.coexistence.HeldOrder;
import io.silverdata.contract.coexistence.SwitchPreview;
import io.silverdata.contract.model.Coexistence;
import io.silverdata.contract.model.CoexistenceChange;
import io.silverdata.contract.model.WriteMode;
import io.silverdata.contract.model.WriteScope;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What is written to and what is only observed.
 *
 * @param everything what is done with that of which nothing else is said
 * @param others the modes of single OLTs, of RADIUS and of single contracts; the first of them
 * @param moreOthers how many others there are
 * @param changes the latest first
 * @param held what would be told; the first of it
 */
public record CoexistenceView(
        WriteMode everything, List<Other> others, int moreOthers, List<Change> changes, List<HeldOrder> held) {
    private static final int SHOWN = 50;

    /** The mode of one of them. */
    public record Other(String scope, WriteMode mode) {
        static Other of(Map.Entry<WriteScope, WriteMode> said) {
            return new Other(said.getKey().toString(), said.getValue());
        }
    }

    /** A switch that was made. */
    public record Change(Instant at, String by, WriteMode mode, String scopes, String reason) {
        static Change of(CoexistenceChange change) {
            List<String> scopes =
                    change.scopes().stream().map(Object::toString).sorted().toList();
            return new Change(
                    change.at(),
                    change.actor().value(),
                    change.mode(),
                    String.join(", ", scopes.subList(0, Math.min(SHOWN, scopes.size()))),
                    change.reason());
        }
    }

    /**
     * What a switch would come to, before it is made.
     *
     * @param mode what would be done
     * @param scope of what, as the form names it
     * @param reason why
     * @param preview what would be told
     */
    public record Planned(WriteMode mode, String scope, String reason, SwitchPreview preview) {}

    static CoexistenceView of(Coexistence current, List<CoexistenceChange> changes, List<HeldOrder> held) {
        List<Other> others = current.others().entrySet().stream()
                .map(Other::of)
                .sorted(Comparator.comparing(Other::scope))
                .toList();
        List<Other> shown = others.subList(0, Math.min(SHOWN, others.size()));
        return new CoexistenceView(
                current.everything(),
                shown,
                others.size() - shown.size(),
                changes.stream()
                        .sorted(Comparator.comparingLong(CoexistenceChange::revision)
                                .reversed())
                        .map(Change::of)
                        .toList(),
                held);
    }
}
