package io.silverdata.contract.examples.console.web;

import io.silverdata.contract.model.Rejection;
import java.util.Set;

/** Why something was refused, in words: key {@code rejection.} and the code. */
public final class RejectionPhrases implements Rejection.Cases<Phrase> {
    // values whose form has a sentence of its own in each language; the others are told in the library's words
    private static final Set<String> FORMS = Set.of(
            "address",
            "attribute",
            "attributeKey",
            "contractNumber",
            "customerId",
            "framedRoute",
            "ipAddress",
            "ipPrefix",
            "latitude",
            "longitude",
            "note",
            "oltId",
            "onuSerial",
            "planId",
            "ponPort",
            "radiusUser",
            "splitterId",
            "splitterPort");
    private static final RejectionPhrases WORDS = new RejectionPhrases();

    private RejectionPhrases() {}

    /** Why something was refused. */
    public static Phrase of(Rejection rejection) {
        return rejection.match(WORDS);
    }

    private static Phrase say(Rejection rejection, Object... values) {
        return Phrase.of("rejection." + rejection.code(), values);
    }

    @Override
    public Phrase on(Rejection.InvalidValue rejection) {
        return FORMS.contains(rejection.field())
                ? Phrase.of("invalid." + rejection.field(), rejection.value())
                : say(rejection, rejection.value(), rejection.allowed());
    }

    @Override
    public Phrase on(Rejection.EffectiveTimeOutOfRange rejection) {
        return say(rejection, rejection.earliest(), rejection.latest());
    }

    @Override
    public Phrase on(Rejection.UnknownCustomer rejection) {
        return say(rejection, rejection.customer());
    }

    @Override
    public Phrase on(Rejection.UnknownPlan rejection) {
        return say(rejection, rejection.plan());
    }

    @Override
    public Phrase on(Rejection.UnknownSuspensionReason rejection) {
        return say(rejection, Terms.of(rejection.reason()));
    }

    @Override
    public Phrase on(Rejection.EquipmentUnavailable rejection) {
        return say(rejection, rejection.onu(), rejection.why());
    }

    @Override
    public Phrase on(Rejection.StaleVersion rejection) {
        return say(rejection, rejection.expected(), rejection.actual());
    }

    @Override
    public Phrase on(Rejection.IdempotencyKeyReused rejection) {
        return say(rejection);
    }

    @Override
    public Phrase on(Rejection.SelectionTooLarge rejection) {
        return say(rejection, rejection.selected(), rejection.live(), rejection.max());
    }

    @Override
    public Phrase on(Rejection.OnlyObserved rejection) {
        return say(rejection, rejection.scope());
    }

    @Override
    public Phrase on(Rejection.WouldRestrict rejection) {
        return say(rejection, rejection.contracts(), rejection.most());
    }

    @Override
    public Phrase on(Rejection.ContractNotFound rejection) {
        return say(rejection, rejection.contract());
    }

    @Override
    public Phrase on(Rejection.ContractEnded rejection) {
        return say(rejection);
    }

    @Override
    public Phrase on(Rejection.IllegalTransition rejection) {
        return say(rejection, Phrase.term("command", rejection.command()), Phrase.term("status", rejection.status()));
    }

    @Override
    public Phrase on(Rejection.NotEnded rejection) {
        return say(rejection, Phrase.term("status", rejection.status()));
    }

    @Override
    public Phrase on(Rejection.LoginNotRemoved rejection) {
        return say(rejection, rejection.radiusUser());
    }

    @Override
    public Phrase on(Rejection.UnknownNote rejection) {
        return say(rejection);
    }

    @Override
    public Phrase on(Rejection.NothingToChange rejection) {
        return say(rejection, rejection.value());
    }

    @Override
    public Phrase on(Rejection.ContractNumberInUse rejection) {
        return say(rejection, rejection.number());
    }

    @Override
    public Phrase on(Rejection.PredecessorNotEnded rejection) {
        return say(rejection, rejection.predecessor());
    }

    @Override
    public Phrase on(Rejection.PredecessorOfAnother rejection) {
        return say(rejection, rejection.predecessor(), rejection.holder());
    }

    @Override
    public Phrase on(Rejection.OnuSerialInUse rejection) {
        return say(rejection, rejection.onu(), rejection.holder());
    }

    @Override
    public Phrase on(Rejection.RadiusUserInUse rejection) {
        return say(rejection, rejection.radiusUser(), rejection.holder());
    }

    @Override
    public Phrase on(Rejection.NetworkInUse rejection) {
        return say(rejection, rejection.network(), rejection.held(), rejection.holder());
    }

    @Override
    public Phrase on(Rejection.AttributeNotAllowed rejection) {
        return say(rejection, rejection.name(), rejection.max());
    }

    @Override
    public Phrase on(Rejection.AddOnPresent rejection) {
        return say(rejection, rejection.addOn());
    }

    @Override
    public Phrase on(Rejection.NoSuchAddOn rejection) {
        return say(rejection, rejection.addOn());
    }

    @Override
    public Phrase on(Rejection.AddOnCurrency rejection) {
        return say(rejection, rejection.addOn(), rejection.currency(), rejection.planCurrency());
    }

    @Override
    public Phrase on(Rejection.BindingUnsupported rejection) {
        return say(rejection, rejection.olt(), rejection.binding(), rejection.addOn(), rejection.why());
    }

    @Override
    public Phrase on(Rejection.NotAssessed rejection) {
        return say(rejection);
    }

    @Override
    public Phrase on(Rejection.AssessmentExpired rejection) {
        return say(rejection, rejection.expiredAt());
    }

    @Override
    public Phrase on(Rejection.NotQualified rejection) {
        Phrase verdict = Phrase.term("verdict", rejection.verdict());
        return rejection
                .splitter()
                .map(splitter -> Phrase.of("rejection.NOT_QUALIFIED.splitter", verdict, splitter))
                .orElseGet(() -> say(rejection, verdict));
    }

    @Override
    public Phrase on(Rejection.NoPortAvailable rejection) {
        return rejection.alternatives().isEmpty()
                ? say(rejection)
                : Phrase.of("rejection.NO_PORT_AVAILABLE.alternatives", rejection.alternatives());
    }

    @Override
    public Phrase on(Rejection.PortUnavailable rejection) {
        return say(rejection, rejection.port(), Phrase.term("port", rejection.state()));
    }

    @Override
    public Phrase on(Rejection.UnknownPort rejection) {
        return say(rejection, rejection.port());
    }

    @Override
    public Phrase on(Rejection.PonPortFull rejection) {
        return say(rejection, rejection.ponPort(), rejection.limit());
    }

    @Override
    public Phrase on(Rejection.OtherTechnology rejection) {
        return say(
                rejection,
                rejection.plan(),
                Phrase.term("technology", rejection.needed()),
                Phrase.term("technology", rejection.line()));
    }

    @Override
    public Phrase on(Rejection.NoReservation rejection) {
        return say(rejection);
    }

    @Override
    public Phrase on(Rejection.AlreadyReserved rejection) {
        return say(
                rejection,
                rejection.reservation().ports().splitterOutput(),
                rejection.reservation().until());
    }

    @Override
    public Phrase on(Rejection.ReservationOver rejection) {
        return say(rejection, rejection.until());
    }

    @Override
    public Phrase on(Rejection.RenewalLimitReached rejection) {
        return say(rejection, rejection.limit());
    }

    @Override
    public Phrase on(Rejection.AlreadyHeld rejection) {
        return say(rejection, Terms.of(rejection.reason()));
    }

    @Override
    public Phrase on(Rejection.NoSuchHold rejection) {
        return say(rejection, Terms.of(rejection.reason()));
    }

    @Override
    public Phrase on(Rejection.TriggerMayNotLift rejection) {
        return say(
                rejection,
                Phrase.term("trigger", rejection.trigger()),
                Terms.of(rejection.reason()),
                rejection.lifters().stream()
                        .sorted()
                        .map(lifter -> Phrase.term("trigger", lifter))
                        .toList());
    }

    @Override
    public Phrase on(Rejection.HoldEndRequired rejection) {
        return say(rejection, Terms.of(rejection.reason()));
    }

    @Override
    public Phrase on(Rejection.HoldEndForbidden rejection) {
        return say(rejection, Terms.of(rejection.reason()));
    }

    @Override
    public Phrase on(Rejection.BlockedByHold rejection) {
        return say(rejection, Phrase.term("command", rejection.command()), Terms.of(rejection.reason()));
    }

    @Override
    public Phrase on(Rejection.AlreadyScheduled rejection) {
        return say(rejection, Terms.of(rejection.change()));
    }

    @Override
    public Phrase on(Rejection.AfterCancellation rejection) {
        return say(rejection, rejection.cancellation().at());
    }

    @Override
    public Phrase on(Rejection.NothingScheduled rejection) {
        return say(rejection, Phrase.term("command", rejection.change()));
    }

    @Override
    public Phrase on(Rejection.OtherCurrency rejection) {
        return say(rejection, rejection.amount(), rejection.currency().getCurrencyCode());
    }

    @Override
    public Phrase on(Rejection.OtherPlan rejection) {
        return say(rejection, rejection.plan(), rejection.current());
    }

    @Override
    public Phrase on(Rejection.DiscountOverlaps rejection) {
        return say(rejection, Terms.of(rejection.present()));
    }

    @Override
    public Phrase on(Rejection.DiscountAbovePrice rejection) {
        return say(rejection, rejection.amount(), rejection.price());
    }

    @Override
    public Phrase on(Rejection.NoSuchDiscount rejection) {
        return say(rejection, rejection.discount(), rejection.from());
    }

    @Override
    public Phrase on(Rejection.OutputUnknown rejection) {
        return say(rejection);
    }

    @Override
    public Phrase on(Rejection.NotInSync rejection) {
        return say(rejection, Phrase.term("target", rejection.target()));
    }

    @Override
    public Phrase on(Rejection.MovePending rejection) {
        return say(rejection, rejection.to());
    }

    @Override
    public Phrase on(Rejection.MoveNeeded rejection) {
        return say(rejection, rejection.splitter(), rejection.from(), rejection.to(), rejection.holders());
    }

    @Override
    public Phrase on(Rejection.UnknownMove rejection) {
        return say(rejection, rejection.name());
    }

    @Override
    public Phrase on(Rejection.MoveInProgress rejection) {
        return say(rejection, rejection.name());
    }

    @Override
    public Phrase on(Rejection.UnknownPlantPart rejection) {
        return say(rejection, rejection.part());
    }

    @Override
    public Phrase on(Rejection.PlantPartInUse rejection) {
        return say(rejection, rejection.part(), rejection.holders(), rejection.parts());
    }

    @Override
    public Phrase on(Rejection.SplitterNameInUse rejection) {
        return say(rejection, rejection.splitter());
    }
}
