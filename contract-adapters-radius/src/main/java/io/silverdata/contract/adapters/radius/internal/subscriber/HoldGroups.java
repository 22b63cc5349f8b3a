package io.silverdata.contract.adapters.radius.internal.subscriber;

import io.silverdata.contract.adapters.radius.group.HoldGroup;
import io.silverdata.contract.adapters.radius.internal.group.HeldGroup;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Enforcement;
import io.silverdata.contract.model.Rates;
import java.util.Optional;

/** The groups of suspended subscribers, by enforcement. */
public record HoldGroups(HoldGroup throttled, HoldGroup captive) {

    /** The rates that a session of this service is to have. */
    public Rates rates(AccessService service) {
        return of(service.enforcement()).map(HoldGroup::rates).orElseGet(service::rates);
    }

    Optional<HoldGroup> of(Enforcement enforcement) {
        return switch (enforcement) {
            case THROTTLE -> Optional.of(throttled);
            case CAPTIVE -> Optional.of(captive);
            case NONE, HARD_BLOCK, LINE_DISABLED -> Optional.empty();
        };
    }

    static boolean isOf(HoldGroup hold, String group) {
        return HeldGroup.isOf(hold.group(), group);
    }

    boolean isHold(String group) {
        return isOf(throttled, group) || isOf(captive, group);
    }

    boolean isCaptive(Optional<String> group) {
        return group.filter(name -> isOf(captive, name)).isPresent();
    }
}
