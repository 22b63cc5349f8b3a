package io.silverdata.contract.internal.runs;

import io.silverdata.contract.model.Coexistence;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.NetworkTarget;
import io.silverdata.contract.model.TargetState;
import io.silverdata.contract.model.WriteScope;
import java.util.Optional;

/**
 * The targets that are only observed, by a coexistence.
 *
 * @param coexistence as it was when contracts were looked at
 */
record ObservedTargets(Coexistence coexistence) {

    /** Whether nobody here writes to the device on which a contract has a target. */
    boolean isObserved(Contract contract, NetworkTarget target) {
        Optional<WriteScope> device = switch (target) {
            case ACCESS -> Optional.of(new WriteScope.Radius());
            case LINE ->
                contract.line()
                        .map(line ->
                                new WriteScope.Olt(line.registration().ponPort().olt()));
        };
        return device.filter(there -> !coexistence.writes(there, Optional.of(contract.id())))
                .isPresent();
    }

    /**
     * Whether what waits for a target is done, once the service of the contract was found as wanted: nothing else is to be removed there.
     */
    boolean isConfirmedByLooking(Contract contract, NetworkTarget target) {
        TargetState state = contract.provisioning().of(target);
        DesiredNetwork desired = DesiredNetwork.of(contract);
        boolean hasRetired = switch (target) {
            case ACCESS -> !desired.access().retired().isEmpty();
            case LINE -> !desired.line().retired().isEmpty();
        };
        return isObserved(contract, target) && state.needsDelivery() && !hasRetired;
    }
}
