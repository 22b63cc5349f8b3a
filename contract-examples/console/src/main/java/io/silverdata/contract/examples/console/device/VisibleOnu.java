package io.silverdata.contract.examples.console.device;

import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.Objects;
import java.util.Optional;

/**
 * An ONU that an OLT sees and nobody registered.
 *
 * @param ponPort where
 * @param serial which
 * @param model as it says itself, if the OLT tells
 */
public record VisibleOnu(PonPortId ponPort, OnuSerial serial, Optional<String> model) {
    public VisibleOnu {
        Objects.requireNonNull(ponPort, "ponPort");
        Objects.requireNonNull(serial, "serial");
        Objects.requireNonNull(model, "model");
    }
}
