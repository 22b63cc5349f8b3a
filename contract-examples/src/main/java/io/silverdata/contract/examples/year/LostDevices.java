package io.silverdata.contract.examples.year;

import io.silverdata.contract.CommandContext;
import io.silverdata.contract.Contracts;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.Drift;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.Trigger;

/**
 * The simulated devices live in the process and end with it, as if all had been replaced by empty ones. A year that goes on
 * does what an operator does then: says what is missing, and lets it be delivered again.
 */
final class LostDevices {
    private static final CommandContext OPERATIONS = CommandContext.by("operations", Trigger.SYSTEM);
    private static final Drift LOST = new Drift(Drift.Kind.MISSING, "the simulated devices ended with the process");

    private LostDevices() {}

    /** Reports what is missing; returns on how many contracts. */
    static int report(Provider provider) {
        return Math.toIntExact(provider.all().stream()
                .filter(contract -> report(provider.contracts(), contract))
                .count());
    }

    private static boolean report(Contracts contracts, Contract contract) {
        DesiredNetwork desired = DesiredNetwork.of(contract);
        boolean access = desired.access().service().isPresent() && report(contracts, contract, NetworkTarget.ACCESS);
        boolean line = desired.line().service().isPresent() && report(contracts, contract, NetworkTarget.LINE);
        return access || line;
    }

    /** Refused where a delivery is under way or was given up on: that will find the device empty by itself. */
    private static boolean report(Contracts contracts, Contract contract, NetworkTarget target) {
        return contracts.reportDrift(contract.id(), target, LOST, OPERATIONS).isRight();
    }
}
