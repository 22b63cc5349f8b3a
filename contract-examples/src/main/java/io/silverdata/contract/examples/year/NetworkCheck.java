package io.silverdata.contract.examples.year;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.Contract;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.DesiredNetwork;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.ProvisioningState;
import io.silverdata.contract.spi.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether the network does what the contracts say that it confirmed.
 *
 * @param contracts how many contracts were in sync, and looked at
 * @param differences what is otherwise on the network, in words
 */
record NetworkCheck(int contracts, List<String> differences) {

    /** Compares both ways: what should be there is, and what is there should be. */
    static NetworkCheck of(Provider provider) {
        Map<ContractId, Contract> inSync = provider.all().stream()
                .filter(contract -> contract.provisioning().summary() == ProvisioningState.Summary.IN_SYNC)
                .collect(Collectors.toMap(Contract::id, Function.identity()));
        List<String> differences = new ArrayList<>();
        for (Contract contract : inSync.values()) {
            DesiredNetwork desired = DesiredNetwork.of(contract);
            desired.access()
                    .service()
                    .map(provider.access()::observe)
                    .ifPresent(seen -> compare(contract, seen, differences));
            desired.line()
                    .service()
                    .map(provider.lines()::observe)
                    .ifPresent(seen -> compare(contract, seen, differences));
        }
        for (AccessService there : provider.access().all().values()) {
            Optional.ofNullable(inSync.get(there.contract()))
                    .filter(contract -> !contract.radiusUser().equals(Optional.of(there.user())))
                    .ifPresent(contract -> differences.add(contract.number() + " has the extra login " + there.user()));
        }
        for (LineService there : provider.lines().all().values()) {
            Optional.ofNullable(inSync.get(there.contract()))
                    .filter(contract ->
                            !contract.heldOnus().contains(there.line().onu()))
                    .ifPresent(contract -> differences.add(contract.number() + " has the extra ONU "
                            + there.line().onu()));
        }
        return new NetworkCheck(inSync.size(), List.copyOf(differences));
    }

    boolean isGood() {
        return differences.isEmpty();
    }

    private static void compare(Contract contract, Observation seen, List<String> differences) {
        if (!(seen instanceof Observation.InSync)) {
            differences.add(contract.number() + ": " + seen);
        }
    }
}
