package io.silverdata.contract.engine;

import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.AddOnId;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.EventMetadata;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A contract as it lives in another system.
 *
 * @param draftedAt when it was drafted there
 * @param terms what is agreed
 * @param holds what holds the service now
 * @param settings what RADIUS tells of the subscriber beside the plan
 * @param adoption when it came to each stage of its life, and what it uses of the network
 * @param addOns what the holder has beside the plan, and what is agreed for later
 */
public record AdoptedContract(
        Instant draftedAt,
        ContractEvent.ContractDrafted terms,
        List<SuspensionHold> holds,
        AccessSettings settings,
        ContractEvent.ContractAdopted adoption,
        List<ContractEvent.AddOnAdded> addOns) {

    public AdoptedContract {
        Objects.requireNonNull(draftedAt, "draftedAt");
        Objects.requireNonNull(terms, "terms");
        holds = List.copyOf(holds);
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(adoption, "adoption");
        addOns = List.copyOf(addOns);
    }

    /** A contract of which RADIUS tells nothing beside the plan, and whose holder has nothing beside it. */
    public AdoptedContract(
            Instant draftedAt,
            ContractEvent.ContractDrafted terms,
            List<SuspensionHold> holds,
            ContractEvent.ContractAdopted adoption) {
        this(draftedAt, terms, holds, AccessSettings.NONE, adoption, List.of());
    }

    /** Why it cannot have been so. */
    Optional<Rejection> objection(CommandMetadata metadata) {
        Instant adoptedAt = metadata.effectiveAt();
        if (adoptedAt.isAfter(metadata.recordedAt()) || adoptedAt.isBefore(TimeRange.EARLIEST)) {
            return Optional.of(
                    new Rejection.EffectiveTimeOutOfRange(adoptedAt, TimeRange.EARLIEST, metadata.recordedAt()));
        }
        return between("draftedAt", draftedAt, TimeRange.EARLIEST, adoptedAt)
                .or(() -> between("activatedAt", adoption.activatedAt(), draftedAt, adoptedAt))
                .or(() -> between("inServiceSince", adoption.inServiceSince(), adoption.activatedAt(), adoptedAt))
                .or(() -> daysObjection(metadata.zone()))
                .or(() -> holdsObjection(adoptedAt))
                .or(() -> addOnsObjection(adoptedAt));
    }

    private static Optional<Rejection> between(String field, Instant at, Instant first, Instant last) {
        return at.isBefore(first) || at.isAfter(last)
                ? Optional.of(new Rejection.InvalidValue(field, at.toString(), first + " to " + last))
                : Optional.empty();
    }

    private Optional<Rejection> daysObjection(ZoneId zone) {
        LocalDate activated = LocalDate.ofInstant(adoption.activatedAt(), zone);
        LocalDate latest = LocalDate.ofInstant(TimeRange.LATEST, zone);
        return between("billedFrom", adoption.billedFrom(), activated, latest)
                .or(() -> adoption.billingAnchor()
                        .flatMap(anchor -> between(
                                "billingAnchor",
                                anchor,
                                LocalDate.ofInstant(TimeRange.EARLIEST, zone),
                                adoption.billedFrom())))
                .or(() -> adoption.termEndsOn().flatMap(end -> between("termEndsOn", end, activated, latest)));
    }

    private static Optional<Rejection> between(String field, LocalDate day, LocalDate first, LocalDate last) {
        return day.isBefore(first) || day.isAfter(last)
                ? Optional.of(new Rejection.InvalidValue(field, day.toString(), first + " to " + last))
                : Optional.empty();
    }

    private Optional<Rejection> holdsObjection(Instant adoptedAt) {
        Set<String> reasons = new HashSet<>();
        for (SuspensionHold hold : holds) {
            Optional<Rejection> objection = reasons.add(hold.reason().code())
                    ? between("holds.since", hold.placedAt(), draftedAt, adoptedAt)
                            .or(() -> endObjection(hold, adoptedAt))
                    : Optional.of(new Rejection.AlreadyHeld(hold.reason()));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    /** A hold that is over is of the past, and nothing of the past is taken over. */
    private static Optional<Rejection> endObjection(SuspensionHold hold, Instant adoptedAt) {
        return switch (hold.policy().end()) {
            case REQUIRED ->
                hold.until().isEmpty()
                        ? Optional.of(new Rejection.HoldEndRequired(hold.reason()))
                        : lasting(hold.until().get(), adoptedAt);
            case OPTIONAL -> hold.until().flatMap(end -> lasting(end, adoptedAt));
            case FORBIDDEN -> hold.until().map(end -> new Rejection.HoldEndForbidden(hold.reason()));
        };
    }

    private static Optional<Rejection> lasting(Instant end, Instant adoptedAt) {
        return end.isAfter(adoptedAt)
                ? TimeRange.objection("holds.until", end)
                : Optional.of(new Rejection.InvalidValue("holds.until", end.toString(), "after " + adoptedAt));
    }

    /** What is over is of the past; what began in the other system began there. */
    private Optional<Rejection> addOnsObjection(Instant adoptedAt) {
        Set<AddOnId> ids = new HashSet<>();
        for (ContractEvent.AddOnAdded added : addOns) {
            Optional<Rejection> objection = ids.add(added.addOn().id())
                    ? AddOnRules.otherCurrency(added.addOn(), terms.plan())
                            .or(() -> between("addOns.startsAt", added.startsAt(), draftedAt, TimeRange.LATEST))
                            .or(() -> added.endsAt()
                                    .flatMap(end -> AddOnRules.unfitEnd(added.startsAt(), end, adoptedAt)))
                    : Optional.of(new Rejection.AddOnPresent(added.addOn().id()));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return AddOnRules.tooMany(addOns.size());
    }

    /** Each event counts from its own time; all are recorded now. */
    List<RecordedEvent> events(ContractId id, CommandMetadata metadata) {
        List<RecordedEvent> events = new ArrayList<>();
        add(events, id, terms, draftedAt, metadata);
        for (SuspensionHold hold : holds) {
            add(events, id, new ContractEvent.HoldPlaced(hold), hold.placedAt(), metadata);
        }
        if (!settings.isEmpty()) {
            ContractEvent told = new ContractEvent.AccessSettingsChanged(AccessSettings.NONE, settings);
            add(events, id, told, adoption.activatedAt(), metadata);
        }
        // Before the line is known: what is bound to it is said to be there, and is not asked for.
        for (ContractEvent.AddOnAdded added : addOns) {
            boolean isYetToStart = added.startsAt().isAfter(metadata.effectiveAt());
            add(events, id, added, isYetToStart ? metadata.effectiveAt() : added.startsAt(), metadata);
        }
        add(events, id, adoption, metadata.effectiveAt(), metadata);
        holds.stream()
                .map(SuspensionHold::placedAt)
                .min(Comparator.naturalOrder())
                .map(first -> first.isBefore(adoption.activatedAt()) ? adoption.activatedAt() : first)
                .ifPresent(since -> add(events, id, new ContractEvent.ContractSuspended(strictest()), since, metadata));
        return events;
    }

    private Enforcement strictest() {
        return holds.stream().map(SuspensionHold::enforcement).reduce(Enforcement.NONE, Enforcement::strictest);
    }

    private static void add(
            List<RecordedEvent> events, ContractId id, ContractEvent event, Instant at, CommandMetadata metadata) {
        EventMetadata own = new EventMetadata(
                at, metadata.recordedAt(), metadata.actor(), metadata.trigger(), metadata.correlationId());
        events.add(new RecordedEvent(id, events.size() + 1L, own, event));
    }
}
