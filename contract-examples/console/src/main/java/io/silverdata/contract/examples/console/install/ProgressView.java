package io.silverdata.contract.examples.console.install;

import io.silverdata.contract.examples.console.web.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * How far an activation is.
 *
 * @param id of the contract
 * @param steps in their order
 * @param isDone whether nothing is left to wait for
 * @param received light at the ONU, once it is online
 */
public record ProgressView(String id, List<Step> steps, boolean isDone, Optional<String> received) {

    /**
     * A step.
     *
     * @param kind good once it is done, bad if it failed, plain while it goes on
     * @param problem what is wrong, in the words of a device
     */
    public record Step(Phrase what, Phrase state, String kind, Optional<String> problem) {}
}
