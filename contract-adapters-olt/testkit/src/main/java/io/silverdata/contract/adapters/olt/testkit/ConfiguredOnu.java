package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;

/**
 * An ONU that is registered on a simulated device, as the device knows it and whatever a driver says.
 *
 * @param port where
 * @param id its number there
 * @param serial which
 * @param line its line profile
 * @param service its service profile or type
 * @param enabled whether it may work
 * @param services how many are bound to it
 */
public record ConfiguredOnu(
        PonPortId port, int id, OnuSerial serial, String line, String service, boolean enabled, int services) {}
