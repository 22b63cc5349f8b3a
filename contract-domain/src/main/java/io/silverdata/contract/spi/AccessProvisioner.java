package io.silverdata.contract.spi;

import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;

/**
 * The RADIUS side of the network. Every operation may be repeated at will and must then come to the same.
 *
 * <p>Operations block the calling thread, each for a time that the adapter bounds. They must never be called inside a unit
 * of work. Failures of the network are outcomes; an exception means a defect of the adapter and counts as {@link
 * DeviceOutcome.Unknown}. Implementations must be safe for use by any number of threads.
 */
public interface AccessProvisioner {

    /**
     * Makes RADIUS treat the subscriber as stated, and open sessions follow: rows first, then each session changed or
     * closed.
     */
    DeviceOutcome ensure(AccessService service);

    /** Makes sure that there is no such login and no session of it. That there is none already is {@code Applied}. */
    DeviceOutcome remove(RadiusUser user);

    /** Compares what RADIUS knows with what it should. */
    Observation observe(AccessService service);

    /** Finds out whether a login that should be gone is gone. */
    Observation observeRemoved(RadiusUser user);
}
