package io.silverdata.contract.spi;

import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuRegistration;
import java.util.List;

/**
 * The OLT side of the network. Every operation may be repeated at will and must then come to the same.
 *
 * <p>Operations block the calling thread, each for a time that the adapter bounds. They must never be called inside a unit
 * of work. Failures of the network are outcomes; an exception means a defect of the adapter and counts as {@link
 * DeviceOutcome.Unknown}. Implementations must be safe for use by any number of threads; of several workers only the one
 * with the OLT's {@link DeviceLease} calls {@link #ensure} and {@link #remove}.
 */
public interface LineProvisioner {

    /** Makes the OLT serve the ONU as stated, at that PON port. An ONU that is served there already is changed. */
    DeviceOutcome ensure(LineService service);

    /**
     * Makes sure that the OLT does not serve the ONU at that PON port. That it does not already is {@code Applied}; an ONU
     * of the same serial at another PON port must stay.
     */
    DeviceOutcome remove(OnuRegistration registration);

    /** Compares what the OLT does with what it should. */
    Observation observe(LineService service);

    /** Finds out whether an ONU that should be gone from a PON port is gone. */
    Observation observeRemoved(OnuRegistration registration);

    /**
     * Reads everything that an OLT serves, with few requests: a nightly audit asks for every OLT. Takes memory for as many ONUs
     * as the OLT has.
     */
    Reading<LineInventory> inventory(OltId olt);

    /** How this adapter gets on with each device, without asking any; in the order of their names. */
    default List<DeviceState> devices() {
        return List.of();
    }
}
