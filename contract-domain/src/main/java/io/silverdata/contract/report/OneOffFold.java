package io.silverdata.contract.report;

import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.SuspensionReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What may be charged once for a contract, as known now: nothing after its end, and nothing that did not come to be. */
final class OneOffFold {
    private static final Comparator<Placed> ORDER = Comparator.comparing(Placed::moment)
            .thenComparing(placed -> placed.fact().kind());

    private final ContractProjection projection;
    private final List<Placed> facts = new ArrayList<>();

    private record Placed(Moment moment, OneOff fact) {}

    private OneOffFold(ContractProjection projection) {
        this.projection = projection;
    }

    /** In the order in which they happened. */
    static List<OneOff> of(ContractProjection projection) {
        OneOffFold fold = new OneOffFold(projection);
        fold.activation();
        fold.changes(OneOff.Kind.PLAN_CHANGE, projection.plans, OneOffFold::isSamePlan);
        fold.changes(OneOff.Kind.RELOCATION, projection.places, Object::equals);
        fold.changes(OneOff.Kind.ONU_SWAP, projection.onus, Object::equals);
        fold.reconnections();
        fold.earlyTermination();
        return fold.facts.stream().sorted(ORDER).map(Placed::fact).toList();
    }

    private void activation() {
        @Nullable
        Moment begun = switch (projection.settings.serviceStart()) {
            case IN_SERVICE -> projection.service;
            case ACTIVATED -> projection.activation;
        };
        if (begun != null) {
            add(OneOff.Kind.ACTIVATION, begun, Optional.empty());
        }
    }

    /** At another amount it is no other plan. */
    private static boolean isSamePlan(PlanSnapshot one, PlanSnapshot other) {
        return one.at(other.price()).equals(other)
                && one.price().cycle() == other.price().cycle()
                && one.price().amount().currency().equals(other.price().amount().currency());
    }

    private <T> void changes(OneOff.Kind kind, Timeline<T> values, BiPredicate<T, T> same) {
        for (Moment moment : values.moments()) {
            if (!same.test(values.at(moment), values.before(moment))) {
                add(kind, moment, Optional.empty());
            }
        }
    }

    private void reconnections() {
        for (HoldHistory.Reconnection reconnection : projection.reconnections()) {
            if (reconnection.counts()) {
                SuspensionReason reason = reconnection.last().reason();
                add(OneOff.Kind.RECONNECTION, reconnection.at(), Optional.of(reason.code()));
            }
        }
    }

    private void earlyTermination() {
        ContractProjection.@Nullable End end = projection.end;
        if (end != null
                && end.event().remainingTermDays() > 0
                && projection.servedAt().isPresent()) {
            add(
                    OneOff.Kind.EARLY_TERMINATION,
                    end.at(),
                    Optional.of(end.event().reason().code()),
                    end.event().remainingTermDays());
        }
    }

    private void add(OneOff.Kind kind, Moment moment, Optional<String> reason) {
        add(kind, moment, reason, 0);
    }

    private void add(OneOff.Kind kind, Moment moment, Optional<String> reason, int remainingTermDays) {
        if (projection.contract.cancelledAt().filter(moment.at()::isAfter).isEmpty()) {
            OneOff fact = new OneOff(
                    projection.id,
                    moment.version(),
                    moment.version(),
                    kind,
                    projection.day(moment.at()),
                    projection.holders.at(moment),
                    projection.plans.at(moment).id(),
                    reason,
                    remainingTermDays);
            facts.add(new Placed(moment, fact));
        }
    }
}
