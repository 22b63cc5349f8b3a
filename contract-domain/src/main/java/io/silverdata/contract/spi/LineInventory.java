package io.silverdata.contract.spi;

import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OnuRegistration;
import java.util.List;

/**
 * Everything that one OLT served at the time it was read. Does not change afterwards, so what it says may be out of date. Safe
 * for use by any number of threads.
 */
public interface LineInventory {

    /**
     * Compares what the OLT did with what it should, as {@link LineProvisioner#observe} does with what it does.
     *
     * @param service of an ONU that should be on this OLT
     */
    Observation observe(LineService service);

    /** Every ONU that was registered, those that the library knows nothing of too. */
    List<OnuRegistration> registrations();
}
