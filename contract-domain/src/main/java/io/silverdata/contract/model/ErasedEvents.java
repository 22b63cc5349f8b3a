package io.silverdata.contract.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The events of a contract without what they said about a person. Erased are the addresses and their positions, what was assessed for
 * them (distances to several splitters give a position away), logins, settings of their own, reasons in words, the words of devices and of refusals, the
 * attributes that are about a person, and actors that are customers. A login becomes {@code erased-1}, the next one of the contract
 * {@code erased-2}, so that the events still say that it changed. All else stays: {@link Contract#replay} of the erased events and of the
 * original ones gives the same contract once {@link ContractEvent.PersonalDataErased} follows.
 *
 * <p>Erasing what is erased changes nothing. For use by one thread.
 */
public final class ErasedEvents {
    static final String ERASED = "erased";
    private static final Actor SOMEBODY = new Actor(ERASED);

    private final Set<AttributeKey> personal;
    private final Predicate<Actor> isCustomer;

    /**
     * A way to erase.
     *
     * @param personal keys of the attributes that are about a person
     * @param isCustomer whether an actor is a customer, whose name is erased
     */
    public ErasedEvents(Set<AttributeKey> personal, Predicate<Actor> isCustomer) {
        this.personal = Set.copyOf(personal);
        this.isCustomer = Objects.requireNonNull(isCustomer, "isCustomer");
    }

    /**
     * The same events, erased.
     *
     * @param history all events of one contract, or as many from the first on
     */
    public List<RecordedEvent> of(List<RecordedEvent> history) {
        Eraser eraser = new Eraser(personal);
        return history.stream()
                .map(recorded -> new RecordedEvent(
                        recorded.contract(),
                        recorded.version(),
                        metadata(recorded.metadata()),
                        recorded.event().match(eraser)))
                .toList();
    }

    private EventMetadata metadata(EventMetadata metadata) {
        return isCustomer.test(metadata.actor())
                ? new EventMetadata(
                        metadata.effectiveAt(),
                        metadata.recordedAt(),
                        SOMEBODY,
                        metadata.trigger(),
                        metadata.correlationId())
                : metadata;
    }

    static ProvisioningFailure erased(ProvisioningFailure failure) {
        return new ProvisioningFailure(failure.code(), ERASED);
    }

    static Drift erased(Drift drift) {
        return new Drift(drift.kind(), ERASED);
    }

    private static Optional<String> erased(Optional<String> words) {
        return words.map(some -> ERASED);
    }

    /** One case for each kind of event, so that a new kind cannot be forgotten. */
    private static final class Eraser implements ContractEvent.Cases<ContractEvent> {
        private final Set<AttributeKey> personal;
        private final Map<RadiusUser, RadiusUser> logins = new HashMap<>();

        Eraser(Set<AttributeKey> personal) {
            this.personal = personal;
        }

        private RadiusUser login(RadiusUser login) {
            return logins.computeIfAbsent(login, next -> new RadiusUser(ERASED + "-" + (logins.size() + 1)));
        }

        private static Assessment assessment(Assessment assessment) {
            return new Assessment(assessment.verdict(), Optional.empty(), List.of(), assessment.expiresAt());
        }

        private ScheduledChange change(ScheduledChange change) {
            if (change.command() instanceof Command.ActivateReserved activation) {
                return new ScheduledChange(
                        new Command.ActivateReserved(activation.onu(), login(activation.radiusUser())), change.at());
            }
            return change.command() instanceof Command.TransferOwnership transfer
                    ? new ScheduledChange(
                            new Command.TransferOwnership(
                                    transfer.customer(),
                                    transfer.radiusUser().map(this::login),
                                    erased(transfer.override()),
                                    transfer.keepsScheduled()),
                            change.at())
                    : change;
        }

        @Override
        public ContractEvent on(ContractEvent.ContractDrafted event) {
            return new ContractEvent.ContractDrafted(
                    event.number(),
                    event.predecessor(),
                    event.customer(),
                    event.plan(),
                    ServiceAddress.ERASED,
                    event.billingDay(),
                    event.termMonths(),
                    event.takenOver());
        }

        @Override
        public ContractEvent on(ContractEvent.FeasibilityAssessed event) {
            return new ContractEvent.FeasibilityAssessed(assessment(event.assessment()));
        }

        @Override
        public ContractEvent on(ContractEvent.PortsReserved event) {
            return new ContractEvent.PortsReserved(event.ports(), event.until(), erased(event.override()));
        }

        @Override
        public ContractEvent on(ContractEvent.ReservationRenewed event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.ReservationReleased event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.ReservationExpired event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.ContractActivated event) {
            return new ContractEvent.ContractActivated(event.line(), login(event.radiusUser()), event.termEndsOn());
        }

        @Override
        public ContractEvent on(ContractEvent.ContractAdopted event) {
            return new ContractEvent.ContractAdopted(
                    event.activatedAt(),
                    event.inServiceSince(),
                    event.onu(),
                    event.ports(),
                    login(event.radiusUser()),
                    event.termEndsOn(),
                    event.billedFrom(),
                    event.billingAnchor());
        }

        @Override
        public ContractEvent on(ContractEvent.ServiceConfirmed event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.HoldPlaced event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.EnforcementChanged event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.HoldLifted event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.HoldRecorded event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.ContractSuspended event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.ContractReconnected event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.PlanChanged event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.Relocated event) {
            return new ContractEvent.Relocated(
                    ServiceAddress.ERASED,
                    ServiceAddress.ERASED,
                    event.previous(),
                    event.line(),
                    assessment(event.assessment()),
                    erased(event.override()));
        }

        @Override
        public ContractEvent on(ContractEvent.OwnershipTransferred event) {
            return new ContractEvent.OwnershipTransferred(
                    event.from(), event.to(), login(event.radiusUser()), erased(event.override()));
        }

        @Override
        public ContractEvent on(ContractEvent.OutputCorrected event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.AddressCorrected event) {
            return new ContractEvent.AddressCorrected(ServiceAddress.ERASED, ServiceAddress.ERASED);
        }

        @Override
        public ContractEvent on(ContractEvent.NumberCorrected event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.MovePrepared event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.MoveWithdrawn event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.PortsMoved event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.LinesWrittenOff event) {
            return new ContractEvent.LinesWrittenOff(event.lines(), ERASED);
        }

        @Override
        public ContractEvent on(ContractEvent.OnuSwapped event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.LoginRenamed event) {
            return new ContractEvent.LoginRenamed(login(event.from()), login(event.to()));
        }

        @Override
        public ContractEvent on(ContractEvent.AccessSettingsChanged event) {
            return new ContractEvent.AccessSettingsChanged(AccessSettings.NONE, AccessSettings.NONE);
        }

        @Override
        public ContractEvent on(ContractEvent.AddOnAdded event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.AddOnStarted event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.AddOnEndChanged event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.AddOnRemoved event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.BillingDayChanged event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.TermAgreed event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.PriceAgreed event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.DiscountGranted event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.DiscountEnded event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.ChangeScheduled event) {
            return new ContractEvent.ChangeScheduled(change(event.change()));
        }

        @Override
        public ContractEvent on(ContractEvent.ChangeUnscheduled event) {
            return new ContractEvent.ChangeUnscheduled(change(event.change()), event.cause());
        }

        @Override
        public ContractEvent on(ContractEvent.ChangeApplied event) {
            return new ContractEvent.ChangeApplied(change(event.change()));
        }

        @Override
        public ContractEvent on(ContractEvent.ChangeRejected event) {
            return new ContractEvent.ChangeRejected(change(event.change()), event.code(), ERASED);
        }

        @Override
        public ContractEvent on(ContractEvent.DunningStepTaken event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.DunningClosed event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.AttributesChanged event) {
            return new ContractEvent.AttributesChanged(
                    event.set().stream()
                            .filter(attribute -> !personal.contains(attribute.key()))
                            .toList(),
                    event.removed());
        }

        @Override
        public ContractEvent on(ContractEvent.ContractCancelled event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.PersonalDataErased event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.ProvisioningConfirmed event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.PortsReleased event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.ProvisioningFailed event) {
            return new ContractEvent.ProvisioningFailed(
                    event.target(), event.desiredVersion(), erased(event.failure()));
        }

        @Override
        public ContractEvent on(ContractEvent.ProvisioningRetried event) {
            return event;
        }

        @Override
        public ContractEvent on(ContractEvent.DriftDetected event) {
            return new ContractEvent.DriftDetected(event.target(), erased(event.drift()));
        }

        @Override
        public ContractEvent on(ContractEvent.DriftRepaired event) {
            return new ContractEvent.DriftRepaired(event.target(), erased(event.drift()));
        }
    }
}
