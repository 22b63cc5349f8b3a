package io.silverdata.contract.report;

import io.silverdata.contract.model.Billability;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SuspensionHold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The holds of a moment, by looking through the log for each of them: slow, and another way than that of the reports. */
final class NaiveHolds {
    private NaiveHolds() {}

    /** A hold that stands, with what it does. */
    record Standing(SuspensionHold hold, Enforcement level) {
        Billability owed() {
            return hold.policy().billability().at(level);
        }
    }

    /** The holds that stand just before a moment. */
    static List<Standing> at(List<RecordedEvent> history, Instant before) {
        List<Standing> standing = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            if (history.get(i).event() instanceof ContractEvent.HoldPlaced placed
                    && placed.hold().placedAt().isBefore(before)
                    && lifted(history.subList(i, history.size()), placed.hold())
                            .filter(lift -> lift.isBefore(before))
                            .isEmpty()) {
                standing.add(new Standing(placed.hold(), level(history.subList(i, history.size()), placed, before)));
            }
        }
        return standing;
    }

    /** The first lift of its reason that follows ends it; one that is recorded later may say that it ended before that. */
    private static Optional<Instant> lifted(List<RecordedEvent> rest, SuspensionHold hold) {
        Optional<Instant> lifted = Optional.empty();
        for (RecordedEvent event : rest) {
            if (event.event() instanceof ContractEvent.HoldLifted lift
                    && lift.hold().reason().equals(hold.reason())
                    && (lifted.isEmpty()
                            || (lifted.get().isAfter(event.effectiveAt())
                                    && event.effectiveAt().isAfter(hold.placedAt())))) {
                lifted = Optional.of(event.effectiveAt());
            }
        }
        return lifted;
    }

    private static Enforcement level(List<RecordedEvent> rest, ContractEvent.HoldPlaced placed, Instant before) {
        Enforcement level = placed.hold().enforcement();
        for (RecordedEvent event : rest) {
            if (event.event() instanceof ContractEvent.HoldLifted lift
                    && lift.hold().reason().equals(placed.hold().reason())) {
                return level;
            }
            boolean counts = event.effectiveAt().isBefore(before);
            if (counts
                    && event.event() instanceof ContractEvent.EnforcementChanged changed
                    && changed.reason().equals(placed.hold().reason())) {
                level = changed.to();
            }
        }
        return level;
    }
}
