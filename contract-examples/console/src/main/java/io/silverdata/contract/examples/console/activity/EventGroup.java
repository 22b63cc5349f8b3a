package io.silverdata.contract.examples.console.activity;

import io.silverdata.contract.model.ContractEvent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Kinds of events that people look for together. Every kind is in one of the groups. */
enum EventGroup {
    ORDERS(
            ContractEvent.ContractDrafted.class,
            ContractEvent.FeasibilityAssessed.class,
            ContractEvent.PortsReserved.class,
            ContractEvent.ReservationRenewed.class,
            ContractEvent.ReservationReleased.class,
            ContractEvent.ReservationExpired.class,
            ContractEvent.ContractActivated.class,
            ContractEvent.ContractAdopted.class,
            ContractEvent.ServiceConfirmed.class,
            ContractEvent.ContractCancelled.class),
    HOLDS(
            ContractEvent.HoldPlaced.class,
            ContractEvent.EnforcementChanged.class,
            ContractEvent.HoldLifted.class,
            ContractEvent.HoldRecorded.class,
            ContractEvent.ContractSuspended.class,
            ContractEvent.ContractReconnected.class,
            ContractEvent.DunningStepTaken.class,
            ContractEvent.DunningClosed.class),
    CHANGES(
            ContractEvent.PlanChanged.class,
            ContractEvent.Relocated.class,
            ContractEvent.OwnershipTransferred.class,
            ContractEvent.OnuSwapped.class,
            ContractEvent.OutputCorrected.class,
            ContractEvent.AddressCorrected.class,
            ContractEvent.NumberCorrected.class,
            ContractEvent.LoginRenamed.class,
            ContractEvent.AccessSettingsChanged.class,
            ContractEvent.AddOnAdded.class,
            ContractEvent.AddOnStarted.class,
            ContractEvent.AddOnEndChanged.class,
            ContractEvent.AddOnRemoved.class,
            ContractEvent.BillingDayChanged.class,
            ContractEvent.TermAgreed.class,
            ContractEvent.PriceAgreed.class,
            ContractEvent.DiscountGranted.class,
            ContractEvent.DiscountEnded.class,
            ContractEvent.ChangeScheduled.class,
            ContractEvent.ChangeUnscheduled.class,
            ContractEvent.ChangeApplied.class,
            ContractEvent.ChangeRejected.class,
            ContractEvent.AttributesChanged.class,
            ContractEvent.PersonalDataErased.class),
    NETWORK(
            ContractEvent.ProvisioningConfirmed.class,
            ContractEvent.PortsReleased.class,
            ContractEvent.MovePrepared.class,
            ContractEvent.MoveWithdrawn.class,
            ContractEvent.PortsMoved.class,
            ContractEvent.LinesWrittenOff.class,
            ContractEvent.ProvisioningFailed.class,
            ContractEvent.ProvisioningRetried.class,
            ContractEvent.DriftDetected.class,
            ContractEvent.DriftRepaired.class);

    private final Set<Class<? extends ContractEvent>> kinds;

    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    EventGroup(Class<? extends ContractEvent>... kinds) {
        this.kinds = Set.of(kinds);
    }

    Set<Class<? extends ContractEvent>> kinds() {
        return kinds;
    }

    /** The kinds of a group, or the one kind, of a name; empty if there is none of that name. */
    static Optional<Set<Class<? extends ContractEvent>>> named(String name) {
        Stream<Set<Class<? extends ContractEvent>>> groups = Arrays.stream(values())
                .filter(group -> group.name().equals(name))
                .map(EventGroup::kinds);
        Stream<Set<Class<? extends ContractEvent>>> single =
                all().stream().filter(kind -> kind.getSimpleName().equals(name)).map(Set::of);
        return Stream.concat(groups, single).findFirst();
    }

    /** Every kind, by its name. */
    static List<Class<? extends ContractEvent>> all() {
        return Arrays.stream(values())
                .flatMap(group -> group.kinds.stream())
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
    }
}
