package io.silverdata.contract.json;

import io.silverdata.contract.model.Rejection;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What each rejection names beside its message: for a form that offers what is allowed, and for messages in other languages. */
enum RejectionValues implements Rejection.Cases<RejectionValues.Values> {
    OF;

    /** Values by their names, each a text, a whole number or a list of texts. */
    static final class Values {
        private final Map<String, Object> byName = new LinkedHashMap<>();

        Map<String, Object> map() {
            return Collections.unmodifiableMap(byName);
        }

        /** A time, an identity, a constant or a text, as people write it. */
        private Values put(String name, Object value) {
            byName.put(name, value.toString());
            return this;
        }

        private Values put(String name, long number) {
            byName.put(name, number);
            return this;
        }

        private Values put(String name, Optional<?> value) {
            value.ifPresent(there -> byName.put(name, there.toString()));
            return this;
        }

        private Values put(String name, Collection<?> values) {
            byName.put(name, values.stream().map(Object::toString).toList());
            return this;
        }
    }

    @Override
    public Values on(Rejection.InvalidValue rejection) {
        return new Values().put("value", rejection.value()).put("allowed", rejection.allowed());
    }

    @Override
    public Values on(Rejection.EffectiveTimeOutOfRange rejection) {
        return new Values()
                .put("effectiveAt", rejection.effectiveAt())
                .put("earliest", rejection.earliest())
                .put("latest", rejection.latest());
    }

    @Override
    public Values on(Rejection.UnknownCustomer rejection) {
        return new Values().put("customer", rejection.customer());
    }

    @Override
    public Values on(Rejection.UnknownPlan rejection) {
        return new Values().put("plan", rejection.plan());
    }

    @Override
    public Values on(Rejection.UnknownSuspensionReason rejection) {
        return new Values().put("reason", rejection.reason());
    }

    @Override
    public Values on(Rejection.EquipmentUnavailable rejection) {
        return new Values().put("onu", rejection.onu()).put("why", rejection.why());
    }

    @Override
    public Values on(Rejection.StaleVersion rejection) {
        return new Values().put("expected", rejection.expected()).put("actual", rejection.actual());
    }

    @Override
    public Values on(Rejection.IdempotencyKeyReused rejection) {
        return new Values().put("key", rejection.key());
    }

    @Override
    public Values on(Rejection.SelectionTooLarge rejection) {
        return new Values()
                .put("selected", rejection.selected())
                .put("live", rejection.live())
                .put("max", rejection.max());
    }

    @Override
    public Values on(Rejection.OnlyObserved rejection) {
        return new Values().put("scope", rejection.scope());
    }

    @Override
    public Values on(Rejection.WouldRestrict rejection) {
        return new Values()
                .put("contracts", rejection.contracts())
                .put("most", rejection.most())
                .put("first", rejection.first());
    }

    @Override
    public Values on(Rejection.ContractNotFound rejection) {
        return new Values().put("contract", rejection.contract());
    }

    @Override
    public Values on(Rejection.ContractEnded rejection) {
        return new Values().put("contract", rejection.contract());
    }

    @Override
    public Values on(Rejection.IllegalTransition rejection) {
        return new Values().put("status", rejection.status()).put("command", rejection.command());
    }

    @Override
    public Values on(Rejection.NotEnded rejection) {
        return new Values().put("contract", rejection.contract()).put("status", rejection.status());
    }

    @Override
    public Values on(Rejection.LoginNotRemoved rejection) {
        return new Values().put("contract", rejection.contract()).put("radiusUser", rejection.radiusUser());
    }

    @Override
    public Values on(Rejection.UnknownNote rejection) {
        return new Values().put("contract", rejection.contract()).put("note", rejection.note());
    }

    @Override
    public Values on(Rejection.NothingToChange rejection) {
        return new Values().put("value", rejection.value());
    }

    @Override
    public Values on(Rejection.ContractNumberInUse rejection) {
        return new Values().put("number", rejection.number());
    }

    @Override
    public Values on(Rejection.PredecessorNotEnded rejection) {
        return new Values().put("predecessor", rejection.predecessor());
    }

    @Override
    public Values on(Rejection.PredecessorOfAnother rejection) {
        return new Values().put("predecessor", rejection.predecessor()).put("holder", rejection.holder());
    }

    @Override
    public Values on(Rejection.OnuSerialInUse rejection) {
        return new Values().put("onu", rejection.onu()).put("holder", rejection.holder());
    }

    @Override
    public Values on(Rejection.RadiusUserInUse rejection) {
        return new Values().put("radiusUser", rejection.radiusUser()).put("holder", rejection.holder());
    }

    @Override
    public Values on(Rejection.NetworkInUse rejection) {
        return new Values()
                .put("network", rejection.network())
                .put("held", rejection.held())
                .put("holder", rejection.holder());
    }

    @Override
    public Values on(Rejection.AttributeNotAllowed rejection) {
        return new Values().put("name", rejection.name()).put("max", rejection.max());
    }

    @Override
    public Values on(Rejection.AddOnPresent rejection) {
        return new Values().put("addOn", rejection.addOn());
    }

    @Override
    public Values on(Rejection.NoSuchAddOn rejection) {
        return new Values().put("addOn", rejection.addOn());
    }

    @Override
    public Values on(Rejection.AddOnCurrency rejection) {
        return new Values()
                .put("addOn", rejection.addOn())
                .put("currency", rejection.currency())
                .put("planCurrency", rejection.planCurrency());
    }

    @Override
    public Values on(Rejection.BindingUnsupported rejection) {
        return new Values()
                .put("olt", rejection.olt())
                .put("addOn", rejection.addOn())
                .put("binding", rejection.binding())
                .put("why", rejection.why());
    }

    @Override
    public Values on(Rejection.NotAssessed rejection) {
        return new Values();
    }

    @Override
    public Values on(Rejection.AssessmentExpired rejection) {
        return new Values().put("expiredAt", rejection.expiredAt());
    }

    @Override
    public Values on(Rejection.NotQualified rejection) {
        return new Values().put("verdict", rejection.verdict()).put("splitter", rejection.splitter());
    }

    @Override
    public Values on(Rejection.NoPortAvailable rejection) {
        return new Values().put("alternatives", rejection.alternatives());
    }

    @Override
    public Values on(Rejection.PortUnavailable rejection) {
        return new Values().put("port", rejection.port()).put("state", rejection.state());
    }

    @Override
    public Values on(Rejection.UnknownPort rejection) {
        return new Values().put("port", rejection.port());
    }

    @Override
    public Values on(Rejection.PonPortFull rejection) {
        return new Values().put("ponPort", rejection.ponPort()).put("limit", rejection.limit());
    }

    @Override
    public Values on(Rejection.OtherTechnology rejection) {
        return new Values()
                .put("plan", rejection.plan())
                .put("needed", rejection.needed())
                .put("line", rejection.line());
    }

    @Override
    public Values on(Rejection.NoReservation rejection) {
        return new Values();
    }

    @Override
    public Values on(Rejection.AlreadyReserved rejection) {
        return new Values()
                .put("port", rejection.reservation().ports().splitterOutput())
                .put("until", rejection.reservation().until());
    }

    @Override
    public Values on(Rejection.ReservationOver rejection) {
        return new Values().put("until", rejection.until());
    }

    @Override
    public Values on(Rejection.RenewalLimitReached rejection) {
        return new Values().put("limit", rejection.limit());
    }

    @Override
    public Values on(Rejection.AlreadyHeld rejection) {
        return new Values().put("reason", rejection.reason());
    }

    @Override
    public Values on(Rejection.NoSuchHold rejection) {
        return new Values().put("reason", rejection.reason());
    }

    @Override
    public Values on(Rejection.TriggerMayNotLift rejection) {
        return new Values()
                .put("reason", rejection.reason())
                .put("trigger", rejection.trigger())
                .put("lifters", rejection.lifters());
    }

    @Override
    public Values on(Rejection.HoldEndRequired rejection) {
        return new Values().put("reason", rejection.reason());
    }

    @Override
    public Values on(Rejection.HoldEndForbidden rejection) {
        return new Values().put("reason", rejection.reason());
    }

    @Override
    public Values on(Rejection.BlockedByHold rejection) {
        return new Values().put("reason", rejection.reason()).put("command", rejection.command());
    }

    @Override
    public Values on(Rejection.AlreadyScheduled rejection) {
        return new Values()
                .put("change", rejection.change().kind())
                .put("at", rejection.change().at());
    }

    @Override
    public Values on(Rejection.AfterCancellation rejection) {
        return new Values().put("cancellation", rejection.cancellation().at()).put("at", rejection.at());
    }

    @Override
    public Values on(Rejection.NothingScheduled rejection) {
        return new Values().put("change", rejection.change());
    }

    @Override
    public Values on(Rejection.NotInSync rejection) {
        return new Values().put("target", rejection.target());
    }

    @Override
    public Values on(Rejection.OtherCurrency rejection) {
        return new Values().put("amount", rejection.amount()).put("currency", rejection.currency());
    }

    @Override
    public Values on(Rejection.OtherPlan rejection) {
        return new Values().put("plan", rejection.plan()).put("current", rejection.current());
    }

    @Override
    public Values on(Rejection.DiscountOverlaps rejection) {
        return new Values()
                .put("discount", rejection.present().code())
                .put("reduction", rejection.present().reduction())
                .put("from", rejection.present().from())
                .put("to", rejection.present().to());
    }

    @Override
    public Values on(Rejection.DiscountAbovePrice rejection) {
        return new Values().put("amount", rejection.amount()).put("price", rejection.price());
    }

    @Override
    public Values on(Rejection.NoSuchDiscount rejection) {
        return new Values().put("discount", rejection.discount()).put("from", rejection.from());
    }

    @Override
    public Values on(Rejection.OutputUnknown rejection) {
        return new Values().put("contract", rejection.contract());
    }

    @Override
    public Values on(Rejection.MovePending rejection) {
        return new Values().put("to", rejection.to().ponPort());
    }

    @Override
    public Values on(Rejection.MoveNeeded rejection) {
        return new Values()
                .put("splitter", rejection.splitter())
                .put("from", rejection.from())
                .put("to", rejection.to())
                .put("holders", rejection.holders());
    }

    @Override
    public Values on(Rejection.UnknownMove rejection) {
        return new Values().put("name", rejection.name());
    }

    @Override
    public Values on(Rejection.MoveInProgress rejection) {
        return new Values().put("name", rejection.name());
    }

    @Override
    public Values on(Rejection.UnknownPlantPart rejection) {
        return new Values().put("part", rejection.part());
    }

    @Override
    public Values on(Rejection.PlantPartInUse rejection) {
        return new Values()
                .put("part", rejection.part())
                .put("holders", rejection.holders())
                .put("parts", rejection.parts());
    }

    @Override
    public Values on(Rejection.SplitterNameInUse rejection) {
        return new Values().put("splitter", rejection.splitter());
    }
}
