package io.silverdata.contract.examples.console.contract;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.examples.console.device.DeviceMonitors;
import io.silverdata.contract.examples.console.web.PageContext;
import io.silverdata.contract.examples.console.web.Phrase;
import io.silverdata.contract.examples.console.web.Terms;
import io.silverdata.contract.model.AgreedAddOn;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.Discount;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.NoteId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.model.RecordedEvent;
import io.silverdata.contract.model.ScheduledChange;
import io.silverdata.contract.model.Status;
import io.silverdata.contract.model.SuspensionHold;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.note.ContractNotes;
import io.silverdata.contract.query.Listing;
import io.silverdata.contract.query.Page;
import io.silverdata.contract.worker.NetworkStatus;
import io.silverdata.contract.worker.TargetStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts a contract's page together. Asks no device: those parts of the page are read by themselves. */
@Component
class ContractScreen {
    private static final int NOTES = 10;
    private static final int EVENTS = 25;
    private static final Set<String> HURTING = Set.of("suspend", "enforcement", "cancel", "erase");

    private final Contracts contracts;
    private final CommandForms forms;
    private final MoneyFacts money;
    private final DeviceMonitors devices;
    private final Clock clock;

    ContractScreen(
            Contracts contracts,
            CommandForms forms,
            MoneyFacts money,
            DeviceMonitors devices,
            ObjectProvider<Clock> clock) {
        this.contracts = contracts;
        this.forms = forms;
        this.money = money;
        this.devices = devices;
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    ContractView view(Contract contract, PageContext page, Optional<String> notesAfter, Optional<String> eventsAfter) {
        Instant now = clock.instant();
        Optional<NetworkStatus> network = contracts.worker().networkStatus(contract.id());
        var notes = contracts.notes().page(contract.id(), new Page(NOTES, notesAfter));
        return new ContractView(
                contract.id().toString(),
                contract.number().value(),
                contract.version(),
                Phrase.term("status", contract.status()),
                kind(contract.status()),
                why(contract, now),
                agreement(contract, LocalDate.ofInstant(now, money.settings().zone())),
                contract.holds().stream().map(ContractScreen::hold).toList(),
                line(contract),
                network.map(known -> targets(contract, known)).orElse(List.of()),
                network.flatMap(NetworkStatus::holder)
                        .map(holder -> Phrase.of("contract.network.holder", holder.worker(), holder.until())),
                contract.provisioning().summary() == ProvisioningState.Summary.FAILED,
                contract.scheduled().stream()
                        .map(change -> scheduled(contract, change))
                        .toList(),
                contract.status() == Status.DRAFT ? Optional.empty() : Optional.of(money.of(contract, now)),
                contract.attributes().stream()
                        .map(attribute ->
                                new ContractView.AttributeLine(attribute.key().value(), attribute.text()))
                        .toList(),
                notes.items().stream()
                        .map(note -> new ContractView.NoteLine(
                                note.id().toString(),
                                note.writtenAt(),
                                note.actor().value(),
                                note.text()))
                        .toList(),
                notesAfter.isPresent(),
                notes.next(),
                timeline(contract.id(), eventsAfter),
                commands(contract, page));
    }

    ContractView.Timeline timeline(ContractId contract, Optional<String> after) {
        Listing<RecordedEvent> events = contracts.history(contract, new Page(EVENTS, after));
        return new ContractView.Timeline(lines(contract, events.items()), after.isPresent(), events.next());
    }

    /** Events with the reason that a person wrote for each: a note, by whose identity the command is correlated. */
    List<EventLine> lines(ContractId contract, List<RecordedEvent> events) {
        ContractNotes notes = contracts.notes();
        return events.stream()
                .map(event -> EventLine.of(
                        event,
                        event.correlationId()
                                .flatMap(reference -> NoteId.parse(reference).toJavaOptional())
                                .flatMap(note -> notes.find(contract, note))
                                .map(note -> note.text())))
                .toList();
    }

    private static String kind(Status status) {
        return switch (status) {
            case DRAFT -> "plain";
            case ACTIVE -> "good";
            case SUSPENDED -> "warn";
            case CANCELLED -> "off";
        };
    }

    private static List<Phrase> why(Contract contract, Instant now) {
        return switch (contract.status()) {
            case DRAFT -> draft(contract, now);
            case ACTIVE ->
                List.of(
                        Phrase.of("contract.why.active", contract.activatedAt().orElseThrow()),
                        contract.inServiceSince()
                                .map(since -> Phrase.of("contract.why.inService", since))
                                .orElseGet(() -> Phrase.of("contract.why.notInService")));
            case SUSPENDED ->
                contract.suspendedSince()
                        .map(since -> List.of(Phrase.of(
                                "contract.why.suspended", since, Phrase.term("enforcement", contract.enforcement()))))
                        .orElse(List.of());
            case CANCELLED ->
                Stream.concat(
                                contract.cancelledAt().map(at -> Phrase.of("contract.why.cancelled", at)).stream(),
                                contract.erasedAt().map(at -> Phrase.of("contract.why.erased", at)).stream())
                        .toList();
        };
    }

    private static List<Phrase> draft(Contract contract, Instant now) {
        Phrase drafted = Phrase.of("contract.why.drafted", contract.draftedAt());
        Phrase next = contract.reservation()
                .filter(reservation -> !reservation.isOver(now))
                .map(reservation -> Phrase.of(
                        "contract.why.reserved",
                        reservation.ports().splitterOutput(),
                        reservation.ports().ponPort(),
                        reservation.until()))
                .or(() -> contract.assessment()
                        .map(assessment -> Phrase.of(
                                assessment.isOver(now) ? "contract.why.assessmentOver" : "contract.why.assessed",
                                Phrase.term("verdict", assessment.verdict()),
                                assessment.expiresAt())))
                .orElseGet(() -> Phrase.of("contract.why.notAssessed"));
        return List.of(drafted, next);
    }

    private static ContractView.Agreement agreement(Contract contract, LocalDate today) {
        return new ContractView.Agreement(
                contract.customer(),
                contract.address().text(),
                contract.address().position().toString(),
                contract.plan(),
                Phrase.term("cycle", contract.plan().price().cycle()),
                Phrase.term("technology", contract.plan().technology()),
                contract.billingDay(),
                contract.termEndsOn(),
                contract.discounts().stream()
                        .filter(discount ->
                                discount.to().filter(end -> !end.isAfter(today)).isEmpty())
                        .map(ContractScreen::discount)
                        .toList(),
                contract.addOns().stream().map(ContractScreen::addOn).toList(),
                contract.predecessor().map(ContractId::toString));
    }

    private static Phrase discount(Discount discount) {
        Phrase off = discount.reduction() instanceof Discount.AmountOff amount
                ? Phrase.of("contract.discount.amount", amount.amount(), Phrase.term("cycle", amount.cycle()))
                : Phrase.plain(discount.reduction().toString());
        return discount.to()
                .map(end ->
                        Phrase.of("contract.discount.until", discount.code(), off, discount.from(), end.minusDays(1)))
                .orElseGet(() -> Phrase.of("contract.discount.open", discount.code(), off, discount.from()));
    }

    private static Phrase addOn(AgreedAddOn agreed) {
        PlanSnapshot.Price price = agreed.addOn().price();
        Phrase cycle = Phrase.term("cycle", price.cycle());
        return agreed.endsAt()
                .map(end -> Phrase.of(
                        "contract.addOn.until", agreed.addOn().name(), price.amount(), cycle, agreed.startsAt(), end))
                .orElseGet(() -> Phrase.of(
                        "contract.addOn.open", agreed.addOn().name(), price.amount(), cycle, agreed.startsAt()));
    }

    private static ContractView.HoldLine hold(SuspensionHold hold) {
        return new ContractView.HoldLine(
                Terms.of(hold.reason()),
                hold.reason().code(),
                Phrase.term("enforcement", hold.enforcement()),
                hold.placedAt(),
                hold.until(),
                hold.policy().lifters().stream()
                        .sorted()
                        .map(trigger -> Phrase.term("trigger", trigger))
                        .toList(),
                hold.policy().lifters().contains(Trigger.ADMIN),
                hold.billability().toString());
    }

    private Optional<ContractView.LinePart> line(Contract contract) {
        return contract.line().map(line -> line(contract, line));
    }

    private ContractView.LinePart line(Contract contract, Line line) {
        return new ContractView.LinePart(
                line.ports().splitterOutput().toString(),
                line.ports().ponPort().toString(),
                line.ports().ponPort().olt().value(),
                line.onu().value(),
                contract.radiusUser().map(Object::toString).orElse(""),
                devices.onus().isPresent(),
                devices.sessions().isPresent());
    }

    private static List<ContractView.TargetLine> targets(Contract contract, NetworkStatus status) {
        DesiredNetwork desired = DesiredNetwork.of(contract);
        return Stream.of(NetworkTarget.values())
                .map(target -> target(status.of(target), NetworkPhrases.of(desired, target)))
                .toList();
    }

    private static ContractView.TargetLine target(TargetStatus status, List<Phrase> wanted) {
        ProvisioningState.Summary summary = status.state().summary();
        return new ContractView.TargetLine(
                Phrase.term("target", status.target()),
                status.device().filter(device -> status.target() == NetworkTarget.LINE),
                Phrase.term("provisioning", summary),
                kind(summary),
                wanted,
                status.work().attempts() == 0
                        ? Optional.empty()
                        : Optional.of(Phrase.of(
                                "contract.network.attempts", status.work().attempts())),
                status.work().dueAt(),
                status.lastProblem(),
                status.state()
                        .drift()
                        .map(drift -> Phrase.of(
                                "contract.network.drift", Phrase.term("drift", drift.kind()), drift.detail())));
    }

    private static String kind(ProvisioningState.Summary summary) {
        return switch (summary) {
            case NOT_REQUIRED -> "off";
            case PENDING, UNVERIFIED -> "plain";
            case IN_SYNC -> "good";
            case FAILED -> "bad";
            case DRIFTED -> "warn";
        };
    }

    private static ContractView.ScheduledLine scheduled(Contract contract, ScheduledChange change) {
        return new ContractView.ScheduledLine(
                change.kind().name(),
                Terms.what(change),
                change.at(),
                contract.blockedBy(change.command()).map(hold -> Terms.of(hold.reason())));
    }

    private List<ContractView.CommandGroup> commands(Contract contract, PageContext page) {
        List<CommandForm> fitting = forms.fitting(contract).stream()
                .filter(form -> page.may(form.role()))
                .toList();
        return Stream.of(CommandForm.Group.values())
                .map(group -> new ContractView.CommandGroup(
                        Phrase.term("contract.group", group),
                        fitting.stream()
                                .filter(form -> form.group() == group)
                                .map(form -> new ContractView.CommandLink(form.name(), HURTING.contains(form.name())))
                                .toList()))
                .filter(group -> !group.commands().isEmpty())
                .toList();
    }
}
