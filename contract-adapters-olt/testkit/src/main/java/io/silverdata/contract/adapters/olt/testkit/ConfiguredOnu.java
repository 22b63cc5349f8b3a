package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.Optional;

/**
 * An ONU that is registered on a simulated device, as the device knows it and whatever a driver says. {@link OltDriverTck} compares
 * with it what a driver wrote.
 *
 * @param port where it is registered
 * @param id its number at that port
 * @param serial its serial number
 * @param line its line profile, in the form in which a plan names it: a number as its digits
 * @param service its service profile or type, in the same form
 * @param enabled whether it may work
 * @param services how many services are bound to it; 0 where they are part of the profiles
 * @param description what the device keeps for people; empty where it keeps none, or a driver for it cannot write it
 */
public record ConfiguredOnu(
        PonPortId port,
        int id,
        OnuSerial serial,
        String line,
        String service,
        boolean enabled,
        int services,
        Optional<String> description) {

    /** On a device that keeps no description. */
    public ConfiguredOnu(
            PonPortId port, int id, OnuSerial serial, String line, String service, boolean enabled, int services) {
        this(port, id, serial, line, service, enabled, services, Optional.empty());
    }

    /** The same, with what the device keeps for people. */
    public ConfiguredOnu withDescription(String text) {
        return new ConfiguredOnu(port, id, serial, line, service, enabled, services, Optional.of(text));
    }
}
