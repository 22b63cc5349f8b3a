package io.silverdata.contract.report;

import io.silverdata.contract.model.AddOn;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.TimeRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which add-ons a contract had when. What is said later of one wins from its time on. For one thread. */
final class AddOnHistory {
    private final Map<AddOnId, Timeline<Optional<Had>>> byId = new TreeMap<>();
    private final Map<AddOnId, Had> present = new HashMap<>();

    /** An add-on as it was agreed, and since when it was there. */
    record Had(AddOn addOn, Instant startsAt) {}

    /** Each add-on that was ever agreed, in the order of the keys. */
    Map<AddOnId, Timeline<Optional<Had>>> all() {
        return byId;
    }

    void add(ContractEvent.AddOnAdded event, Moment now) {
        Had had = new Had(event.addOn(), event.startsAt());
        present.put(event.addOn().id(), had);
        hold(had, event.startsAt(), event.endsAt(), now);
    }

    void changeEnd(ContractEvent.AddOnEndChanged event, Moment now) {
        @Nullable Had had = present.get(event.addOn());
        if (had != null) {
            hold(had, later(now.at(), had.startsAt()), event.to(), now);
        }
    }

    /** What was yet to start never was. */
    void remove(AddOnId id, Moment now) {
        @Nullable Had had = present.remove(id);
        if (had != null) {
            timeline(id).set(new Moment(later(now.at(), had.startsAt()), now.version()), Optional.empty());
        }
    }

    private void hold(Had had, Instant from, Optional<Instant> to, Moment now) {
        Timeline<Optional<Had>> timeline = timeline(had.addOn().id());
        timeline.set(new Moment(from, now.version()), Optional.of(had));
        to.ifPresent(end -> timeline.set(new Moment(end, now.version()), Optional.empty()));
    }

    private Timeline<Optional<Had>> timeline(AddOnId id) {
        return byId.computeIfAbsent(id, first -> {
            Timeline<Optional<Had>> never = new Timeline<>();
            never.set(new Moment(TimeRange.EARLIEST, 0), Optional.empty());
            return never;
        });
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
