package io.silverdata.contract.model;

/** The sentence for people of each rejection, with the values that matter. */
enum RejectionMessage implements Rejection.Cases<String> {
    ENGLISH;

    @Override
    public String on(Rejection.InvalidValue rejection) {
        return rejection.field() + " must be " + rejection.allowed() + ", was \"" + rejection.value() + "\"";
    }

    @Override
    public String on(Rejection.EffectiveTimeOutOfRange rejection) {
        return "effectiveAt must be from " + rejection.earliest() + " to " + rejection.latest() + ", was "
                + rejection.effectiveAt();
    }

    @Override
    public String on(Rejection.UnknownCustomer rejection) {
        return "there is no customer " + rejection.customer();
    }

    @Override
    public String on(Rejection.UnknownPlan rejection) {
        return "there is no plan " + rejection.plan();
    }

    @Override
    public String on(Rejection.UnknownSuspensionReason rejection) {
        return "there is no suspension policy for " + rejection.reason();
    }

    @Override
    public String on(Rejection.EquipmentUnavailable rejection) {
        return "ONU " + rejection.onu() + " is not available: " + rejection.why();
    }

    @Override
    public String on(Rejection.StaleVersion rejection) {
        return "expected version " + rejection.expected() + " but the contract is at version " + rejection.actual();
    }

    @Override
    public String on(Rejection.IdempotencyKeyReused rejection) {
        return "idempotency key " + rejection.key() + " belongs to another command";
    }

    @Override
    public String on(Rejection.SelectionTooLarge rejection) {
        return rejection.selected() + " contracts are selected, where " + rejection.live() + " are live; at most "
                + rejection.max() + " may be touched";
    }

    @Override
    public String on(Rejection.OnlyObserved rejection) {
        return rejection.scope() + " is only observed: another system is in charge";
    }

    @Override
    public String on(Rejection.WouldRestrict rejection) {
        return "something would be taken away from " + rejection.contracts() + " contracts, where at most "
                + rejection.most() + " are allowed: " + rejection.first();
    }

    @Override
    public String on(Rejection.ContractNotFound rejection) {
        return "there is no contract " + rejection.contract();
    }

    @Override
    public String on(Rejection.ContractEnded rejection) {
        return "contract " + rejection.contract() + " is cancelled and takes no further command";
    }

    @Override
    public String on(Rejection.IllegalTransition rejection) {
        return rejection.command() + " is not possible while " + rejection.status();
    }

    @Override
    public String on(Rejection.NotEnded rejection) {
        return "the status of contract " + rejection.contract()
                + " must be CANCELLED for its personal data to be erased, was " + rejection.status();
    }

    @Override
    public String on(Rejection.LoginNotRemoved rejection) {
        return "login " + rejection.radiusUser() + " of contract " + rejection.contract()
                + " must be removed from RADIUS before its personal data is erased";
    }

    @Override
    public String on(Rejection.UnknownNote rejection) {
        return "contract " + rejection.contract() + " has no note " + rejection.note();
    }

    @Override
    public String on(Rejection.NothingToChange rejection) {
        return rejection.field() + " already is " + rejection.value();
    }

    @Override
    public String on(Rejection.ContractNumberInUse rejection) {
        return "contract number " + rejection.number() + " is in use";
    }

    @Override
    public String on(Rejection.PredecessorNotEnded rejection) {
        return "predecessor " + rejection.predecessor() + " must be a cancelled contract";
    }

    @Override
    public String on(Rejection.PredecessorOfAnother rejection) {
        return "predecessor " + rejection.predecessor() + " must be a contract of the same customer, was held by "
                + rejection.holder();
    }

    @Override
    public String on(Rejection.OnuSerialInUse rejection) {
        return "ONU " + rejection.onu() + " belongs to contract " + rejection.holder();
    }

    @Override
    public String on(Rejection.RadiusUserInUse rejection) {
        return "RADIUS user " + rejection.radiusUser() + " belongs to contract " + rejection.holder();
    }

    @Override
    public String on(Rejection.NetworkInUse rejection) {
        return "network " + rejection.network() + " overlaps " + rejection.held() + " of contract "
                + rejection.holder();
    }

    @Override
    public String on(Rejection.AttributeNotAllowed rejection) {
        return rejection.max() == 0
                ? "attribute " + rejection.name() + " is not allowed"
                : "attribute " + rejection.name() + " is allowed " + rejection.max() + " times in a contract";
    }

    @Override
    public String on(Rejection.AddOnPresent rejection) {
        return "the contract has add-on " + rejection.addOn() + " already";
    }

    @Override
    public String on(Rejection.NoSuchAddOn rejection) {
        return "the contract has no add-on " + rejection.addOn();
    }

    @Override
    public String on(Rejection.AddOnCurrency rejection) {
        return "add-on " + rejection.addOn() + " is priced in " + rejection.currency() + " but the plan in "
                + rejection.planCurrency();
    }

    @Override
    public String on(Rejection.BindingUnsupported rejection) {
        return "OLT " + rejection.olt() + " cannot bind " + rejection.binding() + " of add-on " + rejection.addOn()
                + ": " + rejection.why();
    }

    @Override
    public String on(Rejection.NotAssessed rejection) {
        return "feasibility was not assessed";
    }

    @Override
    public String on(Rejection.AssessmentExpired rejection) {
        return "the assessment expired at " + rejection.expiredAt();
    }

    @Override
    public String on(Rejection.NotQualified rejection) {
        return rejection.splitter().map(id -> "splitter " + id + " is ").orElse("the address is ")
                + rejection.verdict();
    }

    @Override
    public String on(Rejection.NoPortAvailable rejection) {
        return "no qualified splitter output is free; alternatives: " + rejection.alternatives();
    }

    @Override
    public String on(Rejection.PortUnavailable rejection) {
        return "splitter output " + rejection.port() + " is " + rejection.state();
    }

    @Override
    public String on(Rejection.UnknownPort rejection) {
        return "there is no splitter output " + rejection.port();
    }

    @Override
    public String on(Rejection.PonPortFull rejection) {
        return "PON port " + rejection.ponPort() + " has reached its limit of " + rejection.limit() + " subscribers";
    }

    @Override
    public String on(Rejection.OtherTechnology rejection) {
        return "plan " + rejection.plan() + " needs " + rejection.needed() + " but the line is " + rejection.line();
    }

    @Override
    public String on(Rejection.OtherCurrency rejection) {
        return "the price is in " + rejection.currency() + " but " + rejection.amount() + " is not";
    }

    @Override
    public String on(Rejection.OtherPlan rejection) {
        return "the price is for plan " + rejection.plan() + " but the contract has " + rejection.current();
    }

    @Override
    public String on(Rejection.DiscountOverlaps rejection) {
        return "the contract has the discount " + rejection.present();
    }

    @Override
    public String on(Rejection.DiscountAbovePrice rejection) {
        return "the discount of " + rejection.amount() + " is more than the price of " + rejection.price();
    }

    @Override
    public String on(Rejection.NoSuchDiscount rejection) {
        return "there is no discount " + rejection.discount() + " on " + rejection.from() + " or later";
    }

    @Override
    public String on(Rejection.OutputUnknown rejection) {
        return "contract " + rejection.contract() + " was adopted without its output";
    }

    @Override
    public String on(Rejection.NoReservation rejection) {
        return "no ports are reserved";
    }

    @Override
    public String on(Rejection.AlreadyReserved rejection) {
        return rejection.reservation().ports() + " is reserved until "
                + rejection.reservation().until();
    }

    @Override
    public String on(Rejection.ReservationOver rejection) {
        return "the reservation ended at " + rejection.until();
    }

    @Override
    public String on(Rejection.RenewalLimitReached rejection) {
        return "a reservation can be renewed " + rejection.limit() + " times";
    }

    @Override
    public String on(Rejection.AlreadyHeld rejection) {
        return "the contract is already held for " + rejection.reason();
    }

    @Override
    public String on(Rejection.NoSuchHold rejection) {
        return "the contract is not held for " + rejection.reason();
    }

    @Override
    public String on(Rejection.TriggerMayNotLift rejection) {
        return rejection.trigger() + " may not lift a hold for " + rejection.reason() + "; allowed: "
                + rejection.lifters();
    }

    @Override
    public String on(Rejection.HoldEndRequired rejection) {
        return "until is required for " + rejection.reason();
    }

    @Override
    public String on(Rejection.HoldEndForbidden rejection) {
        return "until is not allowed for " + rejection.reason();
    }

    @Override
    public String on(Rejection.BlockedByHold rejection) {
        return rejection.command() + " is not possible while the contract is held for " + rejection.reason();
    }

    @Override
    public String on(Rejection.AlreadyScheduled rejection) {
        return rejection.change().kind() + " is already scheduled for "
                + rejection.change().at();
    }

    @Override
    public String on(Rejection.AfterCancellation rejection) {
        return "at must be before the cancellation that is scheduled for "
                + rejection.cancellation().at() + ", was " + rejection.at();
    }

    @Override
    public String on(Rejection.NothingScheduled rejection) {
        return "no " + rejection.change() + " is scheduled";
    }

    @Override
    public String on(Rejection.NotInSync rejection) {
        return rejection.target() + " has a delivery under way, or one that failed";
    }

    @Override
    public String on(Rejection.MovePending rejection) {
        return "the line is about to move to " + rejection.to();
    }

    @Override
    public String on(Rejection.MoveNeeded rejection) {
        return "splitter " + rejection.splitter() + " is on " + rejection.from() + ", and contracts "
                + rejection.holders() + " have outputs of it: plan a move to " + rejection.to();
    }

    @Override
    public String on(Rejection.UnknownMove rejection) {
        return "there is no plant move " + rejection.name();
    }

    @Override
    public String on(Rejection.MoveInProgress rejection) {
        return "there is a plant move " + rejection.name() + " already";
    }

    @Override
    public String on(Rejection.UnknownPlantPart rejection) {
        return "the plant has no " + rejection.part();
    }

    @Override
    public String on(Rejection.PlantPartInUse rejection) {
        return rejection.part() + " is in use: contracts " + rejection.holders() + ", parts " + rejection.parts();
    }

    @Override
    public String on(Rejection.SplitterNameInUse rejection) {
        return "there is a splitter " + rejection.splitter() + " already";
    }
}
