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
            List<RecordedEvent> rest = history.subList(i, history.size());
            ContractEvent event = history.get(i).event();
            if (event instanceof ContractEvent.HoldPlaced placed
                    && stands(placed.hold(), Optional.empty(), rest, before)) {
                standing.add(new Standing(placed.hold(), level(rest, placed, before)));
            } else if (event instanceof ContractEvent.HoldRecorded past
                    && stands(past.hold(), Optional.of(past.endedAt()), rest, before)) {
                standing.add(new Standing(past.hold(), past.hold().enforcement()));
            }
        }
        return standing;
    }

    private static boolean stands(
            SuspensionHold hold, Optional<Instant> end, List<RecordedEvent> rest, Instant before) {
        return hold.placedAt().isBefore(before)
                && lifted(rest, hold, end).filter(lift -> lift.isBefore(before)).isEmpty();
    }

    /** The first lift of its reason that follows ends it; one that is recorded later may say that it ended before that. */
    private static Optional<Instant> lifted(List<RecordedEvent> rest, SuspensionHold hold, Optional<Instant> end) {
        Optional<Instant> lifted = end;
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
