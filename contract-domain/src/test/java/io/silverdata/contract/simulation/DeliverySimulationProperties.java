package io.silverdata.contract.simulation;

import io.silverdata.contract.testkit.Choices;
import io.silverdata.contract.testkit.simulation.SimulatedPorts;
import io.silverdata.contract.testkit.simulation.Simulation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** The laws of the simulation for lists of choices, which jqwik shrinks: what is beyond a list is the ordinary thing. */
class DeliverySimulationProperties {
    private final Simulation simulation = Simulation.over(SimulatedPorts::inMemory);

    @Property(tries = 300)
    void whatever_is_chosen_every_device_ends_up_as_its_contracts_want(@ForAll("choices") Choices choices) {
        simulation.run(choices);
    }

    @Provide
    Arbitrary<Choices> choices() {
        return Arbitraries.integers()
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMaxSize(1_500)
                .withSizeDistribution(RandomDistribution.uniform())
                .map(Choices::new);
    }
}
