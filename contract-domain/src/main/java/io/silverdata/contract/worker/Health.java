package io.silverdata.contract.worker;

import io.silverdata.contract.model.Status;
import io.silverdata.contract.spi.ContractFault;
import io.silverdata.contract.spi.DeviceState;
import io.silverdata.contract.spi.QueueDepth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * State of contracts, queue, storage and devices. The host sets the limits for alarms.
 *
 * @param at when
 * @param contracts how many contracts have each status
 * @param queue how much is to be delivered
 * @param lag since how long the longest due delivery is due; zero if none is
 * @param faults contracts with which this process could not do something, and why, until it can; at most 1,000
 * @param longestTransaction for how long the longest transaction in the database has been open, if one is and the storage says; one
 *     of many minutes is probably forgotten, and slows the leasing of work
 * @param devices how each device responds to the network adapters of this process
 */
public record Health(
        Instant at,
        Map<Status, Long> contracts,
        QueueDepth queue,
        Duration lag,
        List<ContractFault> faults,
        Optional<Duration> longestTransaction,
        List<DeviceState> devices) {

    public Health {
        Objects.requireNonNull(at, "at");
        contracts = Map.copyOf(contracts);
        Objects.requireNonNull(queue, "queue");
        Objects.requireNonNull(lag, "lag");
        faults = List.copyOf(faults);
        Objects.requireNonNull(longestTransaction, "longestTransaction");
        devices = List.copyOf(devices);
    }
}
