package io.silverdata.contract.worker;

import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.spi.HeldDevice;
import io.silverdata.contract.spi.QueueDepth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * State of queue, storage and devices. The host sets the limits for alarms. It costs a walk through the queue and the devices in use, and
 * nothing for each contract: a scrape every few seconds is cheap with a million contracts. How many there are of each status is not in it, see
 * {@link io.silverdata.contract.spi.ContractRepository#countByStatus()}.
 *
 * @param at when
 * @param queue how much is to be delivered
 * @param lag since how long the longest due delivery is due; zero if none is
 * @param faults contracts with which this process could not do something, and why, until it can; at most 1,000
 * @param longestTransaction for how long the longest transaction in the database has been open, if one is and the storage says; one
 *     of many minutes was forgotten by somebody, and slows the leasing of work
 * @param heldDevices which worker writes to which device now, and since when; a worker that died keeps a device for as long as a lease
 * @param devices how the network adapters of this process get on with each device
 */
public record Health(
        Instant at,
        QueueDepth queue,
        Duration lag,
        List<ContractFault> faults,
        Optional<Duration> longestTransaction,
        List<HeldDevice> heldDevices,
        List<DeviceState> devices) {

    public Health {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(lag, "lag");
        faults = List.copyOf(faults);
        Objects.requireNonNull(longestTransaction, "longestTransaction");
        heldDevices = List.copyOf(heldDevices);
        devices = List.copyOf(devices);
    }
}
