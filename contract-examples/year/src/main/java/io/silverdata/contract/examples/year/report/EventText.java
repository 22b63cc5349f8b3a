package io.silverdata.contract.examples.year.report;

import io.silverdata.contract.examples.year.reading.OrdersCsv;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.Line;
import io.silverdata.contract.model.ScheduledChange;
import java.time.Instant;
import java.time.LocalDate;

/** What an event says, in a few words for people. */
final class EventText implements ContractEvent.Cases<String> {

    /** The kind of an event, as {@code PlanChanged}. */
    static String name(ContractEvent event) {
        return event.getClass().getSimpleName();
    }

    static String of(ContractEvent event) {
        return event.match(new EventText());
    }

    @Override
    public String on(ContractEvent.ContractDrafted event) {
        return event.number() + " for " + event.customer() + ", " + event.plan().name() + ", "
                + event.address().text();
    }

    @Override
    public String on(ContractEvent.FeasibilityAssessed event) {
        return event.assessment().verdict() + ", "
                + event.assessment().qualified().size() + " splitters can serve";
    }

    @Override
    public String on(ContractEvent.PortsReserved event) {
        return event.ports() + " until " + day(event.until());
    }

    @Override
    public String on(ContractEvent.ReservationRenewed event) {
        return "until " + day(event.until());
    }

    @Override
    public String on(ContractEvent.ReservationReleased event) {
        return event.ports().toString();
    }

    @Override
    public String on(ContractEvent.ReservationExpired event) {
        return event.ports().toString();
    }

    @Override
    public String on(ContractEvent.ContractActivated event) {
        return event.line().onu() + " at " + event.line().ports() + ", login " + event.radiusUser();
    }

    @Override
    public String on(ContractEvent.ContractAdopted event) {
        return event.onu() + ", login " + event.radiusUser() + ", billed from " + event.billedFrom();
    }

    @Override
    public String on(ContractEvent.ServiceConfirmed event) {
        return "in service";
    }

    @Override
    public String on(ContractEvent.AttributesChanged event) {
        return event.set().size() + " set, " + event.removed().size() + " removed";
    }

    @Override
    public String on(ContractEvent.PersonalDataErased event) {
        return "erased";
    }

    @Override
    public String on(ContractEvent.HoldPlaced event) {
        return event.hold().reason() + ", " + event.hold().enforcement()
                + event.hold().until().map(end -> ", until " + day(end)).orElse("");
    }

    @Override
    public String on(ContractEvent.EnforcementChanged event) {
        return event.reason() + ": " + event.from() + " to " + event.to();
    }

    @Override
    public String on(ContractEvent.HoldLifted event) {
        return event.hold().reason()
                + (event.termExtensionDays() > 0 ? ", term longer by " + event.termExtensionDays() + " days" : "");
    }

    @Override
    public String on(ContractEvent.HoldRecorded event) {
        return event.hold().reason() + " from " + event.hold().placedAt() + " to " + event.endedAt();
    }

    @Override
    public String on(ContractEvent.DunningStepTaken event) {
        return event.mark().toString();
    }

    @Override
    public String on(ContractEvent.DunningClosed event) {
        return "";
    }

    @Override
    public String on(ContractEvent.ContractSuspended event) {
        return event.enforcement().toString();
    }

    @Override
    public String on(ContractEvent.ContractReconnected event) {
        return "after " + event.lifted() + " since " + day(event.suspendedSince());
    }

    @Override
    public String on(ContractEvent.PlanChanged event) {
        return event.from().name() + " to " + event.to().name();
    }

    @Override
    public String on(ContractEvent.Relocated event) {
        return "to " + event.to().text() + ", " + event.line().ports();
    }

    @Override
    public String on(ContractEvent.OwnershipTransferred event) {
        return event.from() + " to " + event.to() + ", login " + event.radiusUser();
    }

    @Override
    public String on(ContractEvent.OutputCorrected event) {
        return "is at " + event.to();
    }

    @Override
    public String on(ContractEvent.AddressCorrected event) {
        return event.from().text() + " to " + event.to().text();
    }

    @Override
    public String on(ContractEvent.NumberCorrected event) {
        return event.from() + " to " + event.to();
    }

    @Override
    public String on(ContractEvent.OnuSwapped event) {
        return event.from() + " to " + event.to();
    }

    @Override
    public String on(ContractEvent.LoginRenamed event) {
        return event.from() + " to " + event.to();
    }

    @Override
    public String on(ContractEvent.AccessSettingsChanged event) {
        return event.to().networks().toString();
    }

    @Override
    public String on(ContractEvent.AddOnAdded event) {
        return event.addOn().id() + " from " + event.startsAt()
                + event.endsAt().map(end -> " to " + end).orElse("");
    }

    @Override
    public String on(ContractEvent.AddOnStarted event) {
        return event.addOn().value();
    }

    @Override
    public String on(ContractEvent.AddOnEndChanged event) {
        return event.addOn() + " ends " + event.to().map(Object::toString).orElse("never");
    }

    @Override
    public String on(ContractEvent.AddOnRemoved event) {
        return event.addOn().id().value();
    }

    @Override
    public String on(ContractEvent.BillingDayChanged event) {
        return event.from() + " to " + event.to();
    }

    @Override
    public String on(ContractEvent.TermAgreed event) {
        return event.endsOn().map(end -> "until " + end).orElse("none");
    }

    @Override
    public String on(ContractEvent.PriceAgreed event) {
        return event.from() + " to " + event.to();
    }

    @Override
    public String on(ContractEvent.DiscountGranted event) {
        return event.discount().toString();
    }

    @Override
    public String on(ContractEvent.DiscountEnded event) {
        return event.code() + " from " + event.from();
    }

    @Override
    public String on(ContractEvent.ChangeScheduled event) {
        return change(event.change());
    }

    @Override
    public String on(ContractEvent.ChangeUnscheduled event) {
        return change(event.change()) + ", " + event.cause();
    }

    @Override
    public String on(ContractEvent.ChangeApplied event) {
        return change(event.change());
    }

    @Override
    public String on(ContractEvent.ChangeRejected event) {
        return change(event.change()) + ": " + event.message();
    }

    @Override
    public String on(ContractEvent.ContractCancelled event) {
        return event.reason()
                + (event.remainingTermDays() > 0 ? ", " + event.remainingTermDays() + " days of term left" : "");
    }

    @Override
    public String on(ContractEvent.ProvisioningConfirmed event) {
        return event.target() + " does version " + event.desiredVersion();
    }

    @Override
    public String on(ContractEvent.PortsReleased event) {
        return event.ports().toString();
    }

    @Override
    public String on(ContractEvent.MovePrepared event) {
        return "to " + event.to();
    }

    @Override
    public String on(ContractEvent.MoveWithdrawn event) {
        return "to " + event.to();
    }

    @Override
    public String on(ContractEvent.PortsMoved event) {
        return event.from() + " to " + event.to();
    }

    @Override
    public String on(ContractEvent.LinesWrittenOff event) {
        return event.lines().stream().map(Line::registration).toList() + ": " + event.reason();
    }

    @Override
    public String on(ContractEvent.ProvisioningFailed event) {
        return event.target() + ": " + event.failure().code() + ", "
                + event.failure().detail();
    }

    @Override
    public String on(ContractEvent.ProvisioningRetried event) {
        return "to be tried again";
    }

    @Override
    public String on(ContractEvent.DriftDetected event) {
        return event.target() + ": " + event.drift().kind();
    }

    @Override
    public String on(ContractEvent.DriftRepaired event) {
        return event.target() + ": " + event.drift().kind();
    }

    private static String change(ScheduledChange change) {
        return change.kind() + " on " + day(change.at());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, OrdersCsv.ZONE);
    }
}
