package io.silverdata.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.simulation.SimulatedPorts;
import io.silverdata.contract.testkit.simulation.Simulation;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The snippet of docs/adapters.md about the simulation. */
class SimulatedAdapterTest {
    private final AtomicInteger storages = new AtomicInteger();

    @Test
    void each_run_takes_a_new_storage() {
        Simulation simulation =
                Simulation.over(() -> new SimulatedPorts(newStorage(), new InMemoryAccess(), new InMemoryLine()));
        for (long seed = 0; seed < 20; seed++) {
            simulation.run(seed);
        }

        assertThat(storages).hasValueGreaterThanOrEqualTo(20);
    }

    private Storage newStorage() {
        storages.incrementAndGet();
        return new InMemoryStorage();
    }
}
