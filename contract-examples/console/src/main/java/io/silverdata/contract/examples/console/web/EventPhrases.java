package io.silverdata.contract.examples.console.web;

import io.silverdata.contract.model.AccessSettings;
import io.silverdata.contract.model.AttributeKey;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.PortAssignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened, in words: {@link #title} names the kind of an event, {@link #detail} says the values that matter. */
public final class EventPhrases implements ContractEvent.Cases<Optional<Phrase>> {
    private static final EventPhrases DETAIL = new EventPhrases();

    private EventPhrases() {}

    /** The kind of an event. */
    public static Phrase title(Class<? extends ContractEvent> kind) {
        return Phrase.of("event." + kind.getSimpleName());
    }

    /** The kind of an event. */
    public static Phrase title(ContractEvent event) {
        return title(event.getClass());
    }

    /** The values that matter; empty where the kind says it all. */
    public static Optional<Phrase> detail(ContractEvent event) {
        return event.match(DETAIL);
    }

    private static Optional<Phrase> say(String key, Object... values) {
        return Optional.of(Phrase.of("event." + key, values));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ContractDrafted event) {
        return say(
                "drafted",
                event.plan().name(),
                event.customer(),
                event.address().text());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.FeasibilityAssessed event) {
        return say(
                "assessed",
                Phrase.term("verdict", event.assessment().verdict()),
                event.assessment().expiresAt());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.PortsReserved event) {
        return event.override()
                .<Optional<Phrase>>map(why -> say("reservedInSpite", ports(event.ports()), event.until(), why))
                .orElseGet(() -> say("reserved", ports(event.ports()), event.until()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ReservationRenewed event) {
        return say("renewed", event.until());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ReservationReleased event) {
        return Optional.of(ports(event.ports()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ReservationExpired event) {
        return Optional.of(ports(event.ports()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ContractActivated event) {
        return say("activated", ports(event.line().ports()), event.line().onu(), event.radiusUser());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ContractAdopted event) {
        return say("adopted", event.onu(), event.radiusUser(), event.activatedAt(), event.billedFrom());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.OutputCorrected event) {
        return event.from()
                .<Optional<Phrase>>map(from -> say("change", ports(from), ports(event.to())))
                .orElseGet(() -> Optional.of(ports(event.to())));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ServiceConfirmed event) {
        return Optional.empty();
    }

    @Override
    public Optional<Phrase> on(ContractEvent.HoldPlaced event) {
        Phrase reason = Terms.of(event.hold().reason());
        Phrase enforcement = Phrase.term("enforcement", event.hold().enforcement());
        return event.hold()
                .until()
                .<Optional<Phrase>>map(until -> say("heldUntil", reason, enforcement, until))
                .orElseGet(() -> say("held", reason, enforcement));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.EnforcementChanged event) {
        return say(
                "enforcement",
                Terms.of(event.reason()),
                Phrase.term("enforcement", event.from()),
                Phrase.term("enforcement", event.to()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.HoldLifted event) {
        Phrase reason = Terms.of(event.hold().reason());
        return event.termExtensionDays() > 0
                ? say("liftedExtending", reason, event.termExtensionDays())
                : Optional.of(reason);
    }

    @Override
    public Optional<Phrase> on(ContractEvent.HoldRecorded event) {
        return say("recorded", Terms.of(event.hold().reason()), event.hold().placedAt(), event.endedAt());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ContractSuspended event) {
        return Optional.of(Phrase.term("enforcement", event.enforcement()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ContractReconnected event) {
        return say("reconnected", Terms.of(event.lifted()), event.suspendedSince());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.PlanChanged event) {
        return change(event.from().name(), event.to().name());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.Relocated event) {
        String from = event.from().text();
        String to = event.to().text();
        Phrase ports = ports(event.line().ports());
        return event.override()
                .<Optional<Phrase>>map(why -> say("relocatedInSpite", from, to, ports, why))
                .orElseGet(() -> say("relocated", from, to, ports));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.AddressCorrected event) {
        return change(
                event.from().text() + " (" + event.from().position() + ")",
                event.to().text() + " (" + event.to().position() + ")");
    }

    @Override
    public Optional<Phrase> on(ContractEvent.NumberCorrected event) {
        return change(event.from(), event.to());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.OwnershipTransferred event) {
        return event.override()
                .<Optional<Phrase>>map(
                        why -> say("transferredInSpite", event.from(), event.to(), event.radiusUser(), why))
                .orElseGet(() -> say("transferred", event.from(), event.to(), event.radiusUser()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.OnuSwapped event) {
        return change(event.from(), event.to());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.LoginRenamed event) {
        return change(event.from(), event.to());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.AccessSettingsChanged event) {
        return change(told(event.from()), told(event.to()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.AddOnAdded event) {
        Money price = event.addOn().price().amount();
        return event.endsAt()
                .<Optional<Phrase>>map(end -> say("addOnUntil", event.addOn().name(), price, event.startsAt(), end))
                .orElseGet(() -> say("addOn", event.addOn().name(), price, event.startsAt()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.AddOnStarted event) {
        return Optional.of(Phrase.plain(event.addOn().value()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.AddOnEndChanged event) {
        return event.to()
                .<Optional<Phrase>>map(end -> say("addOnEnd", event.addOn(), end))
                .orElseGet(() -> say("addOnForGood", event.addOn()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.AddOnRemoved event) {
        return Optional.of(Phrase.plain(event.addOn().name()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.BillingDayChanged event) {
        return change(event.from(), event.to());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.TermAgreed event) {
        return event.endsOn()
                .<Optional<Phrase>>map(end -> say("term", event.startsOn(), end))
                .orElseGet(() -> say("noTerm"));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.PriceAgreed event) {
        return change(event.from(), event.to());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.DiscountGranted event) {
        return Optional.of(Terms.of(event.discount()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.DiscountEnded event) {
        return say("discountEnded", event.code(), event.from());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ChangeScheduled event) {
        return Optional.of(Terms.of(event.change()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ChangeUnscheduled event) {
        return say("unscheduled", Terms.of(event.change()), Phrase.term("unscheduled", event.cause()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ChangeApplied event) {
        return Optional.of(Terms.of(event.change()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ChangeRejected event) {
        return say("changeRejected", Terms.of(event.change()), event.message());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.DunningStepTaken event) {
        return say(
                "dunning",
                Phrase.term("dunning", event.mark().action()),
                event.mark().daysOverdue(),
                event.mark().overdue());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.DunningClosed event) {
        return Optional.empty();
    }

    @Override
    public Optional<Phrase> on(ContractEvent.AttributesChanged event) {
        var set = event.set().stream()
                .map(attribute -> attribute.key() + " = " + attribute.text())
                .toList();
        var removed = event.removed().stream().map(AttributeKey::value).toList();
        if (removed.isEmpty()) {
            return say("attributesSet", set);
        }
        return set.isEmpty() ? say("attributesRemoved", removed) : say("attributesChanged", set, removed);
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ContractCancelled event) {
        Phrase reason = Terms.of(event.reason());
        return event.debt()
                .<Optional<Phrase>>map(debt -> say("cancelledOwing", reason, event.remainingTermDays(), debt))
                .orElseGet(() -> say("cancelled", reason, event.remainingTermDays()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.PersonalDataErased event) {
        return Optional.empty();
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ProvisioningConfirmed event) {
        return Optional.of(Phrase.term("target", event.target()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.PortsReleased event) {
        return Optional.of(Phrase.of("plain", event.ports()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.MovePrepared event) {
        return Optional.of(ports(event.to()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.MoveWithdrawn event) {
        return Optional.of(ports(event.to()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.PortsMoved event) {
        return say("change", ports(event.from()), ports(event.to()));
    }

    @Override
    public Optional<Phrase> on(ContractEvent.LinesWrittenOff event) {
        return say("writtenOff", event.lines().stream().map(Line::registration).toList(), event.reason());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ProvisioningFailed event) {
        return say(
                "failed",
                Phrase.term("target", event.target()),
                event.failure().code(),
                event.failure().detail());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.ProvisioningRetried event) {
        return Optional.empty();
    }

    @Override
    public Optional<Phrase> on(ContractEvent.DriftDetected event) {
        return say(
                "drift",
                Phrase.term("target", event.target()),
                Phrase.term("drift", event.drift().kind()),
                event.drift().detail());
    }

    @Override
    public Optional<Phrase> on(ContractEvent.DriftRepaired event) {
        return say(
                "drift",
                Phrase.term("target", event.target()),
                Phrase.term("drift", event.drift().kind()),
                event.drift().detail());
    }

    private static List<String> told(AccessSettings settings) {
        List<String> told = new ArrayList<>();
        settings.address().ifPresent(address -> told.add(address.value()));
        settings.prefix().ifPresent(prefix -> told.add(prefix.value()));
        settings.delegatedPrefix().ifPresent(prefix -> told.add(prefix.value()));
        settings.routes().forEach(route -> told.add(route.toString()));
        settings.attributes().forEach(attribute -> told.add(attribute.toString()));
        return told.isEmpty() ? List.of("–") : told;
    }

    private static Optional<Phrase> change(Object from, Object to) {
        return say("change", from, to);
    }

    private static Phrase ports(PortAssignment ports) {
        return Phrase.of("event.ports", ports.splitterOutput(), ports.ponPort());
    }
}
