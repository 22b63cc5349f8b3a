package io.silverdata.contract.examples.console.install;

import io.silverdata.contract.examples.console.web.Form;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The form by which an ONU is given to a draft.
 *
 * @param olt that sees it
 * @param serial of the ONU
 * @param ponPort where it is
 * @param waiting drafts with a reservation at that PON port
 * @param form what was typed
 */
public record ActivationView(String olt, String serial, String ponPort, List<Waiting> waiting, Form form) {

    /** A draft that waits for its installation. */
    public record Waiting(String number, String customer, String address, String output, Optional<Instant> until) {}
}
