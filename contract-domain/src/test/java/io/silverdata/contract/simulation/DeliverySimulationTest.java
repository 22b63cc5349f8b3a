package io.silverdata.contract.simulation;

import io.silverdata.contract.testkit.simulation.SimulatedPorts;
import io.silverdata.contract.testkit.simulation.Simulation;
import org.junit.jupiter.api.Test;

class DeliverySimulationTest {
    private static final int RUNS = Integer.getInteger("contract.storm.simulations", 300);
    private static final long FIRST = Long.getLong("contract.storm.seed", 0);

    private final Simulation simulation = Simulation.over(SimulatedPorts::inMemory);

    @Test
    void every_law_holds() {
        long steps = 0;
        long t = System.nanoTime();
        for (long seed = FIRST; seed < FIRST + RUNS; seed++) {
            steps += simulation.run(seed).steps();
        }
        System.out.println(steps + " steps in " + RUNS + " runs " + (System.nanoTime() - t) / 1000000 + " ms");
    }
}
