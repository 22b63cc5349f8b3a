package io.silverdata.contract.move;

import io.silverdata.contract.model.PlantMove;
import io.silverdata.contract.model.Rejection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a plant move would do if it began now. Nothing was written.
 *
 * @param plan what is to be moved
 * @param contracts whom it takes along, in the order of their outputs
 * @param objections what is wrong with the plan itself: a part of the plant that is not there, a splitter that is somewhere else
 */
public record MovePreview(PlantMove plan, List<MovedContract> contracts, List<Rejection> objections) {

    public MovePreview {
        Objects.requireNonNull(plan, "plan");
        contracts = List.copyOf(contracts);
        objections = List.copyOf(objections);
    }

    /** Contracts that have no place where their splitter goes. */
    public List<MovedContract> withoutPlace() {
        return contracts.stream()
                .filter(contract -> contract.objection().isPresent())
                .toList();
    }

    /** The first objection, to the plan or to a contract. */
    public Optional<Rejection> objection() {
        return objections.stream()
                .findFirst()
                .or(() -> withoutPlace().stream().findFirst().flatMap(MovedContract::objection));
    }
}
