package io.silverdata.contract.spi;

import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Olt;
import io.silverdata.contract.model.PonPort;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.model.Splitter;
import java.util.List;

/**
 * A plant, or part of one, as it was built.
 *
 * @param olts in any order
 * @param ponPorts in any order
 * @param splitters in any order
 */
public record PlantLayout(List<Olt> olts, List<PonPort> ponPorts, List<Splitter> splitters) {

    public PlantLayout {
        olts = List.copyOf(olts);
        ponPorts = List.copyOf(ponPorts);
        splitters = List.copyOf(splitters);
    }

    /**
     * Refuses a layout that does not fit what is known, for adapters: everything that {@link Plant#install} must refuse,
     * it refuses.
     *
     * @throws IllegalArgumentException naming the first thing that does not fit
     */
    public void requireFits(KnownPlant known) {
        new LayoutCheck(this, known).run();
        splitters.forEach(splitter -> requireNobodyLeftBehind(splitter, known));
    }

    /**
     * Refuses a layout that does not fit, for adapters, as {@link Plant#splice} must: splitters may leave their PON ports with contracts.
     *
     * @throws IllegalArgumentException naming the first thing that does not fit
     */
    public void requireFitsWithContracts(KnownPlant known) {
        new LayoutCheck(this, known).run();
    }

    private static void requireNobodyLeftBehind(Splitter splitter, KnownPlant known) {
        known.find(splitter.id())
                .filter(before -> !before.ponPort().equals(splitter.ponPort()))
                .ifPresent(before -> {
                    List<ContractId> holders = known.holdersOf(splitter.id(), Rejection.PlantPartInUse.MAX_NAMED);
                    if (!holders.isEmpty()) {
                        throw new MoveNeededException(
                                new Rejection.MoveNeeded(splitter.id(), before.ponPort(), splitter.ponPort(), holders));
                    }
                });
    }
}
