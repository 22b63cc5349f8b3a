package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.Objects;
import java.util.Optional;

/**
 * An ONU that an OLT sees and that is not registered.
 *
 * @param port where
 * @param serial which
 * @param model as it says itself (equipment id), if the OLT tells
 */
public record DiscoveredOnu(PonPortId port, OnuSerial serial, Optional<String> model) {

    public DiscoveredOnu {
        Objects.requireNonNull(port, "port");
        Objects.requireNonNull(serial, "serial");
        Objects.requireNonNull(model, "model");
    }
}
