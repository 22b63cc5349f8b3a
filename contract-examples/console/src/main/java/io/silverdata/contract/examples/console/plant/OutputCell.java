package io.silverdata.contract.examples.console.plant;

import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.model.PortClaim;
import io.silverdata.contract.model.PortCondition;
import io.silverdata.contract.query.ContractSummary;
import io.silverdata.contract.query.OutputSummary;
import java.time.Instant;
import java.util.Optional;

/**
 * An output of a splitter.
 *
 * @param output its number on the box
 * @param state at this moment
 * @param condition whether it may be given to anyone new
 * @param feeds the splitter that hangs on it
 * @param contract that has it
 * @param number of that contract
 * @param holder of that contract
 * @param status of that contract
 * @param reservedUntil when its reservation ends, if it is reserved
 * @param movable whether its holder may be moved to another output: this one is broken or kept back
 */
public record OutputCell(
        int output,
        String state,
        String condition,
        Optional<String> feeds,
        Optional<String> contract,
        Optional<String> number,
        Optional<CustomerId> holder,
        Optional<String> status,
        Optional<Instant> reservedUntil,
        boolean movable) {

    static OutputCell of(OutputSummary summary) {
        return new OutputCell(
                summary.output().id().output(),
                summary.state().name(),
                summary.output().condition().name(),
                summary.feeds().map(Object::toString),
                summary.holder().map(contract -> contract.id().toString()),
                summary.holder().map(contract -> contract.number().toString()),
                summary.holder().map(ContractSummary::customer),
                summary.holder().map(contract -> contract.status().name()),
                summary.output().claim().flatMap(PortClaim::until),
                summary.output().condition() != PortCondition.SERVICEABLE
                        && summary.feeds().isEmpty()
                        && summary.holder()
                                .filter(contract -> contract.status().isLive())
                                .isPresent());
    }
}
