package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.NetworkTarget;
import java.util.Map;
import java.util.Set;

/**
 * What settling leases has shown.
 *
 * @param lost the contracts whose lease was lost; nothing changed for them
 * @param marked the targets that were marked since the lease was taken, of contracts whose lease was held: they are due as marked, whatever the
 *     settlement says. Contracts without such a target are left out
 */
public record SettledWork(Set<ContractId> lost, Map<ContractId, Set<NetworkTarget>> marked) {
    /** Every lease was held, and nothing was marked. */
    public static final SettledWork ALL = new SettledWork(Set.of(), Map.of());

    public SettledWork {
        lost = Set.copyOf(lost);
        marked = Map.copyOf(marked);
    }

    /** Whether a target of a contract was marked since the lease was taken. */
    public boolean isMarked(ContractId contract, NetworkTarget target) {
        return marked.getOrDefault(contract, Set.of()).contains(target);
    }
}
