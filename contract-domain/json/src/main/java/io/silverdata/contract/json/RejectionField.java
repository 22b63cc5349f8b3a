package io.silverdata.contract.json;

import io.silverdata.contract.model.Rejection;
import java.util.Optional;

/** Which value of the caller each rejection is about; none where it is about the contract or the plant. */
enum RejectionField implements Rejection.Cases<Optional<String>> {
    NAME;

    @Override
    public Optional<String> on(Rejection.InvalidValue rejection) {
        return Optional.of(rejection.field());
    }

    @Override
    public Optional<String> on(Rejection.EffectiveTimeOutOfRange rejection) {
        return Optional.of("effectiveAt");
    }

    @Override
    public Optional<String> on(Rejection.UnknownCustomer rejection) {
        return Optional.of("customer");
    }

    @Override
    public Optional<String> on(Rejection.UnknownPlan rejection) {
        return Optional.of("plan");
    }

    @Override
    public Optional<String> on(Rejection.UnknownSuspensionReason rejection) {
        return Optional.of("reason");
    }

    @Override
    public Optional<String> on(Rejection.EquipmentUnavailable rejection) {
        return Optional.of("onu");
    }

    @Override
    public Optional<String> on(Rejection.StaleVersion rejection) {
        return Optional.of("expectedVersion");
    }

    @Override
    public Optional<String> on(Rejection.IdempotencyKeyReused rejection) {
        return Optional.of("idempotencyKey");
    }

    @Override
    public Optional<String> on(Rejection.SelectionTooLarge rejection) {
        return Optional.of("selection");
    }

    @Override
    public Optional<String> on(Rejection.OnlyObserved rejection) {
        return Optional.of("scope");
    }

    @Override
    public Optional<String> on(Rejection.WouldRestrict rejection) {
        return Optional.of("mostRestricted");
    }

    @Override
    public Optional<String> on(Rejection.ContractNotFound rejection) {
        return Optional.of("contract");
    }

    @Override
    public Optional<String> on(Rejection.ContractEnded rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.IllegalTransition rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.NotEnded rejection) {
        return Optional.of("status");
    }

    @Override
    public Optional<String> on(Rejection.LoginNotRemoved rejection) {
        return Optional.of("radiusUser");
    }

    @Override
    public Optional<String> on(Rejection.UnknownNote rejection) {
        return Optional.of("note");
    }

    @Override
    public Optional<String> on(Rejection.NothingToChange rejection) {
        return Optional.of(rejection.field());
    }

    @Override
    public Optional<String> on(Rejection.ContractNumberInUse rejection) {
        return Optional.of("number");
    }

    @Override
    public Optional<String> on(Rejection.PredecessorNotEnded rejection) {
        return Optional.of("predecessor");
    }

    @Override
    public Optional<String> on(Rejection.PredecessorOfAnother rejection) {
        return Optional.of("predecessor");
    }

    @Override
    public Optional<String> on(Rejection.OnuSerialInUse rejection) {
        return Optional.of("onu");
    }

    @Override
    public Optional<String> on(Rejection.RadiusUserInUse rejection) {
        return Optional.of("radiusUser");
    }

    @Override
    public Optional<String> on(Rejection.NetworkInUse rejection) {
        return Optional.of("accessSettings");
    }

    @Override
    public Optional<String> on(Rejection.AttributeNotAllowed rejection) {
        return Optional.of("accessSettings");
    }

    @Override
    public Optional<String> on(Rejection.AddOnPresent rejection) {
        return Optional.of("addOn");
    }

    @Override
    public Optional<String> on(Rejection.NoSuchAddOn rejection) {
        return Optional.of("addOn");
    }

    @Override
    public Optional<String> on(Rejection.AddOnCurrency rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.BindingUnsupported rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.NotAssessed rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.AssessmentExpired rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.NotQualified rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.NoPortAvailable rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.PortUnavailable rejection) {
        return Optional.of("port");
    }

    @Override
    public Optional<String> on(Rejection.UnknownPort rejection) {
        return Optional.of("port");
    }

    @Override
    public Optional<String> on(Rejection.PonPortFull rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.OtherTechnology rejection) {
        return Optional.of("plan");
    }

    @Override
    public Optional<String> on(Rejection.OtherCurrency rejection) {
        return Optional.of("amount");
    }

    @Override
    public Optional<String> on(Rejection.OtherPlan rejection) {
        return Optional.of("plan");
    }

    @Override
    public Optional<String> on(Rejection.DiscountOverlaps rejection) {
        return Optional.of("discount");
    }

    @Override
    public Optional<String> on(Rejection.DiscountAbovePrice rejection) {
        return Optional.of("amount");
    }

    @Override
    public Optional<String> on(Rejection.NoSuchDiscount rejection) {
        return Optional.of("discount");
    }

    @Override
    public Optional<String> on(Rejection.OutputUnknown rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.NoReservation rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.AlreadyReserved rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.ReservationOver rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.RenewalLimitReached rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.AlreadyHeld rejection) {
        return Optional.of("reason");
    }

    @Override
    public Optional<String> on(Rejection.NoSuchHold rejection) {
        return Optional.of("reason");
    }

    @Override
    public Optional<String> on(Rejection.TriggerMayNotLift rejection) {
        return Optional.of("trigger");
    }

    @Override
    public Optional<String> on(Rejection.HoldEndRequired rejection) {
        return Optional.of("until");
    }

    @Override
    public Optional<String> on(Rejection.HoldEndForbidden rejection) {
        return Optional.of("until");
    }

    @Override
    public Optional<String> on(Rejection.BlockedByHold rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.AlreadyScheduled rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.AfterCancellation rejection) {
        return Optional.of("at");
    }

    @Override
    public Optional<String> on(Rejection.NothingScheduled rejection) {
        return Optional.of("change");
    }

    @Override
    public Optional<String> on(Rejection.NotInSync rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.MovePending rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.MoveNeeded rejection) {
        return Optional.of("ponPort");
    }

    @Override
    public Optional<String> on(Rejection.UnknownMove rejection) {
        return Optional.of("name");
    }

    @Override
    public Optional<String> on(Rejection.MoveInProgress rejection) {
        return Optional.of("name");
    }

    @Override
    public Optional<String> on(Rejection.UnknownPlantPart rejection) {
        return Optional.of("part");
    }

    @Override
    public Optional<String> on(Rejection.PlantPartInUse rejection) {
        return Optional.empty();
    }

    @Override
    public Optional<String> on(Rejection.SplitterNameInUse rejection) {
        return Optional.of("name");
    }
}
