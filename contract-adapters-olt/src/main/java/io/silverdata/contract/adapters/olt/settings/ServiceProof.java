package io.silverdata.contract.adapters.olt.settings;

import io.silverdata.contract.model.OpticalPower;
import java.util.Optional;

/**
 * What has to be seen of an ONU, besides that it is configured, before its service counts as confirmed.
 *
 * @param weakest the least light that it has to receive; empty if light does not matter
 * @param strongest the most light that it may receive; empty if light does not matter
 */
public record ServiceProof(Optional<OpticalPower> weakest, Optional<OpticalPower> strongest) {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException naming both powers, if the weakest is above the strongest
     */
    public ServiceProof {
        weakest.ifPresent(
                low -> strongest.filter(high -> low.compareTo(high) > 0).ifPresent(high -> {
                    throw new IllegalArgumentException(
                            "weakest must not be above strongest: " + low + " is above " + high);
                }));
    }

    /** The ONU has to be online. */
    public static ServiceProof online() {
        return new ServiceProof(Optional.empty(), Optional.empty());
    }

    /** The ONU has to be online, and receive light in this range: for class B+ -28 to -8 dBm. */
    public static ServiceProof onlineWithin(OpticalPower weakest, OpticalPower strongest) {
        return new ServiceProof(Optional.of(weakest), Optional.of(strongest));
    }

    /** Whether light matters. */
    public boolean asksForLight() {
        return weakest.isPresent() || strongest.isPresent();
    }

    /** Whether this light will do. */
    public boolean admits(OpticalPower received) {
        return weakest.filter(low -> received.compareTo(low) < 0).isEmpty()
                && strongest.filter(high -> received.compareTo(high) > 0).isEmpty();
    }

    /** As {@code -28.00 dBm to -8.00 dBm}. */
    @Override
    public String toString() {
        return weakest.map(OpticalPower::toString).orElse("any") + " to "
                + strongest.map(OpticalPower::toString).orElse("any");
    }
}
