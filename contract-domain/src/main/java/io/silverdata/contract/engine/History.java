package io.silverdata.contract.engine;

import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SuspensionHold;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The plan, the holder and the holds of a contract at earlier times, as known now: what is recorded later is right from the
 * time from which it counts. A backdated command is judged by it. Immutable.
 */
public final class History {
    private static final History UNKNOWN = new History();

    private final TreeMap<Instant, PlanSnapshot> plans = new TreeMap<>();
    private final TreeMap<Instant, CustomerId> holders = new TreeMap<>();
    private final Map<String, NavigableMap<Instant, Optional<SuspensionHold>>> holds = new HashMap<>();

    private History() {}

    /** No events are at hand: earlier times are judged by what the contract itself still knows. */
    public static History unknown() {
        return UNKNOWN;
    }

    /**
     * The history that these events tell.
     *
     * @param events all events of one contract, in order of version
     */
    public static History of(List<RecordedEvent> events) {
        History history = new History();
        events.forEach(history::add);
        return history;
    }

    /** The terms at a time. */
    Terms at(Instant time, Contract contract) {
        if (plans.isEmpty()) {
            List<SuspensionHold> placed = contract.holds().stream()
                    .filter(hold -> !hold.placedAt().isAfter(time))
                    .toList();
            return new Terms(contract.plan(), contract.customer(), placed);
        }
        List<SuspensionHold> inForce = holds.values().stream()
                .flatMap(timeline -> valueAt(timeline, time).stream())
                .flatMap(Optional::stream)
                .toList();
        return new Terms(
                valueAt(plans, time).orElse(plans.firstEntry().getValue()),
                valueAt(holders, time).orElse(holders.firstEntry().getValue()),
                inForce);
    }

    private void add(RecordedEvent recorded) {
        ContractEvent event = recorded.event();
        Instant at = recorded.effectiveAt();
        if (event instanceof ContractEvent.ContractDrafted drafted) {
            from(at, drafted.plan(), plans);
            from(at, drafted.customer(), holders);
        } else if (event instanceof ContractEvent.PlanChanged changed) {
            from(at, changed.to(), plans);
        } else if (event instanceof ContractEvent.OwnershipTransferred transferred) {
            from(at, transferred.to(), holders);
        } else if (event instanceof ContractEvent.HoldPlaced placed) {
            from(placed.hold().placedAt(), Optional.of(placed.hold()), timeline(placed.hold()));
        } else if (event instanceof ContractEvent.HoldLifted lifted) {
            from(at, Optional.empty(), timeline(lifted.hold()));
        } else if (event instanceof ContractEvent.HoldRecorded recordedHold) {
            between(recordedHold.hold(), recordedHold.endedAt(), timeline(recordedHold.hold()));
        }
    }

    private NavigableMap<Instant, Optional<SuspensionHold>> timeline(SuspensionHold hold) {
        return holds.computeIfAbsent(hold.reason().code(), code -> new TreeMap<>());
    }

    private static <T> void from(Instant time, T value, NavigableMap<Instant, T> timeline) {
        timeline.tailMap(time, true).clear();
        timeline.put(time, value);
    }

    private static void between(
            SuspensionHold hold, Instant end, NavigableMap<Instant, Optional<SuspensionHold>> timeline) {
        Optional<SuspensionHold> after = valueAt(timeline, end).flatMap(value -> value);
        timeline.subMap(hold.placedAt(), true, end, true).clear();
        timeline.put(hold.placedAt(), Optional.of(hold));
        timeline.put(end, after);
    }

    private static <T> Optional<T> valueAt(NavigableMap<Instant, T> timeline, Instant time) {
        return Optional.ofNullable(timeline.floorEntry(time)).map(Map.Entry::getValue);
    }

    /** What is agreed and what holds the service at one time. */
    record Terms(PlanSnapshot plan, CustomerId holder, List<SuspensionHold> holds) {
        /** The hold that blocks a command, if one does. */
        Optional<SuspensionHold> blocker(Command.Schedulable command) {
            return holds.stream().filter(hold -> hold.blocks(command, plan)).findFirst();
        }

        static Terms of(Contract contract) {
            return new Terms(contract.plan(), contract.customer(), contract.holds());
        }
    }
}
