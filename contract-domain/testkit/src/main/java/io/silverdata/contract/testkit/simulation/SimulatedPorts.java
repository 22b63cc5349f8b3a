package io.silverdata.contract.testkit.simulation;

import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.Storage;
import java.util.Objects;

/**
 * The ports that are simulated. They are empty when a run begins, work well, and answer at once: the simulation adds the trouble. They take
 * time only from the clock that they are given, do not start threads, and hold no lock while they call back.
 *
 * @param storage empty, without plant
 * @param radius without logins; lists those that it has
 * @param olts without ONUs; lists those that each OLT has
 */
public record SimulatedPorts(Storage storage, AccessProvisioner radius, LineProvisioner olts) {

    public SimulatedPorts {
        Objects.requireNonNull(storage, "storage");
        Objects.requireNonNull(radius, "radius");
        Objects.requireNonNull(olts, "olts");
    }

    /** The adapters in memory. */
    public static SimulatedPorts inMemory() {
        return new SimulatedPorts(new InMemoryStorage(), new InMemoryAccess(), new InMemoryLine());
    }
}
