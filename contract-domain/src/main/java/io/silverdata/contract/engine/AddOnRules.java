package io.silverdata.contract.engine;

import io.silverdata.contract.model.AddOn;
import io.silverdata.contract.model.AgreedAddOn;
import io.silverdata.contract.model.CommandKind;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractEvent;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;

/** Which add-ons a contract may have, and when. */
final class AddOnRules {
    private AddOnRules() {}

    /** The objection to an add-on that is to be added. */
    static Optional<Rejection> objection(Contract contract, ContractEvent.AddOnAdded added, CommandMetadata metadata) {
        AddOn addOn = added.addOn();
        if (contract.addOn(addOn.id()).isPresent()) {
            return Optional.of(new Rejection.AddOnPresent(addOn.id()));
        }
        return tooMany(contract.addOns().size() + 1)
                .or(() -> otherCurrency(addOn, contract.plan()))
                .or(() -> unfitStart(contract, added.startsAt(), metadata))
                .or(() -> added.endsAt().flatMap(end -> unfitEnd(added.startsAt(), end, metadata.recordedAt())));
    }

    static Optional<Rejection> tooMany(int addOns) {
        return addOns > AddOn.MAX_OF_A_CONTRACT
                ? Optional.of(
                        new Rejection.InvalidValue("addOns", addOns + " add-ons", "at most " + AddOn.MAX_OF_A_CONTRACT))
                : Optional.empty();
    }

    static Optional<Rejection> otherCurrency(Collection<AgreedAddOn> addOns, PlanSnapshot plan) {
        return addOns.stream()
                .flatMap(agreed -> otherCurrency(agreed.addOn(), plan).stream())
                .findFirst();
    }

    static Optional<Rejection> otherCurrency(AddOn addOn, PlanSnapshot plan) {
        Currency own = addOn.price().amount().currency();
        Currency plans = plan.price().amount().currency();
        return own.equals(plans) ? Optional.empty() : Optional.of(new Rejection.AddOnCurrency(addOn.id(), own, plans));
    }

    private static Optional<Rejection> unfitStart(Contract contract, Instant startsAt, CommandMetadata metadata) {
        Optional<Rejection> tooEarly = startsAt.isBefore(metadata.effectiveAt())
                ? Optional.of(new Rejection.InvalidValue(
                        "startsAt", startsAt.toString(), metadata.effectiveAt() + " or later"))
                : TimeRange.objection("startsAt", startsAt);
        return tooEarly.or(() -> contract.scheduled(CommandKind.CANCEL)
                .filter(end -> !startsAt.isBefore(end.at()))
                .map(end -> new Rejection.AfterCancellation(end, startsAt)));
    }

    /** The objection to an end that is over already, or not after the start. */
    static Optional<Rejection> unfitEnd(Instant startsAt, Instant endsAt, Instant now) {
        Instant last = startsAt.isAfter(now) ? startsAt : now;
        return endsAt.isAfter(last)
                ? TimeRange.objection("endsAt", endsAt)
                : Optional.of(new Rejection.InvalidValue("endsAt", endsAt.toString(), "after " + last));
    }
}
