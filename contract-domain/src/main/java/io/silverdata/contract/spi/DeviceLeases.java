package io.silverdata.contract.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may write to which device, across all processes that share the storage: one at a time. */
public interface DeviceLeases {

    /**
     * Leases a device that is not leased, or whose lease has ended.
     *
     * @param device its name, for example of an OLT
     * @param worker who leases it, for log lines
     * @param until when the lease ends; at that instant it has ended
     * @return the lease, with a token greater than any before for that device; empty if it is leased
     */
    Optional<DeviceLease> acquire(String device, String worker, Instant now, Instant until);

    /**
     * Makes a lease last longer. One that has ended is lost.
     *
     * @param until its new end
     * @return the longer lease; empty if it was lost
     */
    Optional<DeviceLease> renew(DeviceLease lease, Instant now, Instant until);

    /** Gives a lease back. Does nothing if it was lost. */
    void release(DeviceLease lease);

    /**
     * Who has which device, in the order of the devices' names. Leases that have ended are left out.
     *
     * @param now leases that end after it
     */
    List<HeldDevice> held(Instant now);
}
