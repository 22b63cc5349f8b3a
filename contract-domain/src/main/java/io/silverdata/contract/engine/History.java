package io.silverdata.contract.engine;

import io.silverdata.contract.model.Command;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.SuspensionReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The plan, the holder and the holds of a contract at earlier times, as known now: what is recorded later is right from the
 * time from which it counts. A backdated command is judged by it. Immutable.
 */
public final class History {
    private static final History UNKNOWN = new History();

    private final TreeMap<Instant, PlanSnapshot> plans = new TreeMap<>();
    private final TreeSet<Instant> planChanges = new TreeSet<>();
    private final TreeMap<Instant, CustomerId> holders = new TreeMap<>();
    private final List<Held> holds = new ArrayList<>();

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
            return new Terms(contract.plan(), contract.customer(), placed, Optional.empty());
        }
        List<SuspensionHold> inForce =
                holds.stream().filter(held -> held.lasts(time)).map(Held::hold).toList();
        return new Terms(
                valueAt(plans, time).orElse(plans.firstEntry().getValue()),
                valueAt(holders, time).orElse(holders.firstEntry().getValue()),
                inForce,
                Optional.ofNullable(planChanges.isEmpty() ? null : planChanges.last())
                        .filter(time::isBefore));
    }

    private void add(RecordedEvent recorded) {
        ContractEvent event = recorded.event();
        Instant at = recorded.effectiveAt();
        if (event instanceof ContractEvent.ContractDrafted drafted) {
            from(at, drafted.plan(), plans);
            from(at, drafted.customer(), holders);
        } else if (event instanceof ContractEvent.PlanChanged changed) {
            from(at, changed.to(), plans);
            planChanges.tailSet(at, true).clear();
            planChanges.add(at);
        } else if (event instanceof ContractEvent.PriceAgreed agreed) {
            PlanSnapshot plan = valueAt(plans, at).orElse(plans.firstEntry().getValue());
            from(at, plan.at(new PlanSnapshot.Price(agreed.to(), plan.price().cycle())), plans);
        } else if (event instanceof ContractEvent.OwnershipTransferred transferred) {
            from(at, transferred.to(), holders);
        } else if (event instanceof ContractEvent.HoldPlaced placed) {
            place(placed.hold());
        } else if (event instanceof ContractEvent.HoldLifted lifted) {
            holds.replaceAll(held -> held.isOpen() && held.isFor(lifted.hold().reason()) ? held.until(at) : held);
        } else if (event instanceof ContractEvent.HoldRecorded past) {
            holds.add(new Held(past.hold(), Optional.of(past.endedAt())));
        }
    }

    /** A hold that is placed takes over from those for its reason that began before. */
    private void place(SuspensionHold hold) {
        holds.replaceAll(
                held -> held.isFor(hold.reason()) && held.lasts(hold.placedAt()) ? held.until(hold.placedAt()) : held);
        holds.add(new Held(hold, Optional.empty()));
    }

    private static <T> void from(Instant time, T value, NavigableMap<Instant, T> timeline) {
        timeline.tailMap(time, true).clear();
        timeline.put(time, value);
    }

    private static <T> Optional<T> valueAt(NavigableMap<Instant, T> timeline, Instant time) {
        return Optional.ofNullable(timeline.floorEntry(time)).map(Map.Entry::getValue);
    }

    /** A hold and its end, if it has ended. */
    private record Held(SuspensionHold hold, Optional<Instant> end) {
        boolean lasts(Instant time) {
            return !hold.placedAt().isAfter(time)
                    && end.filter(over -> !over.isAfter(time)).isEmpty();
        }

        boolean isOpen() {
            return end.isEmpty();
        }

        boolean isFor(SuspensionReason reason) {
            return hold.reason().code().equals(reason.code());
        }

        Held until(Instant time) {
            return new Held(hold, Optional.of(time));
        }
    }

    /**
     * What is agreed and what holds the service at one time.
     *
     * @param planSince since when the contract has its present plan, if it got it after that time
     */
    record Terms(PlanSnapshot plan, CustomerId holder, List<SuspensionHold> holds, Optional<Instant> planSince) {
        /** The hold that blocks a command, if one does. */
        Optional<SuspensionHold> blocker(Command.Schedulable command) {
            return holds.stream().filter(hold -> hold.blocks(command, plan)).findFirst();
        }

        static Terms of(Contract contract) {
            return new Terms(contract.plan(), contract.customer(), contract.holds(), Optional.empty());
        }
    }
}
