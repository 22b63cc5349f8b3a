package io.silverdata.contract.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryStorage;
import io.silverdata.contract.model.AccessService;
import io.silverdata.contract.model.RadiusUser;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.DeviceOutcome;
import io.silverdata.contract.spi.LoginPage;
import io.silverdata.contract.spi.Observation;
import io.silverdata.contract.spi.Reading;
import io.silverdata.contract.testkit.Choices;
import io.silverdata.contract.testkit.simulation.SimulatedPorts;
import io.silverdata.contract.testkit.simulation.SimulatedRun;
import io.silverdata.contract.testkit.simulation.Simulation;
import io.silverdata.contract.testkit.simulation.SimulationFailure;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The engine in the simulation: some runs in every build, millions of steps in the storm. */
class DeliverySimulationTest {
    private static final int RUNS = Integer.getInteger("contract.storm.simulations", 1_000);
    private static final long FIRST_SEED = Long.getLong("contract.storm.seed", 0);
    private static final int MORE_RUNS = 20;

    private final Simulation simulation = Simulation.over(SimulatedPorts::inMemory);

    @Test
    void whatever_goes_wrong_every_device_ends_up_as_its_contracts_want() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
            simulation.run(seed);
        }
    }

    @Test
    void the_same_seed_makes_the_same_run() {
        for (long seed = 0; seed < MORE_RUNS; seed++) {
            SimulatedRun first = simulation.run(seed);

            assertThat(simulation.run(seed)).isEqualTo(first);
        }
    }

    @Test
    void a_fault_of_an_adapter_is_told_as_a_story_that_can_be_made_again() {
        Simulation faulty = Simulation.over(
                () -> new SimulatedPorts(new InMemoryStorage(), new ForgetsRemovals(), new InMemoryLine()));

        assertThatExceptionOfType(SimulationFailure.class)
                .isThrownBy(() -> {
                    for (long seed = 0; seed < MORE_RUNS; seed++) {
                        faulty.run(seed);
                    }
                })
                .satisfies(failure -> {
                    assertThat(failure.law()).isEqualTo("IN_SYNC");
                    assertThat(failure.getMessage()).contains("RADIUS knows user-");
                    assertThat(failure.story()).anyMatch(sentence -> sentence.contains("tells RADIUS to remove user-"));
                    assertThatExceptionOfType(SimulationFailure.class)
                            .isThrownBy(() -> faulty.run(new Choices(failure.choices())))
                            .satisfies(again -> assertThat(again.story()).isEqualTo(failure.story()));
                });
    }

    /** Says that it removed a login, and did not. */
    private static final class ForgetsRemovals implements AccessProvisioner {
        private final InMemoryAccess radius = new InMemoryAccess();

        @Override
        public DeviceOutcome ensure(AccessService service) {
            return radius.ensure(service);
        }

        @Override
        public DeviceOutcome remove(RadiusUser user) {
            return new DeviceOutcome.Applied();
        }

        @Override
        public Observation observe(AccessService service) {
            return radius.observe(service);
        }

        @Override
        public Observation observeRemoved(RadiusUser user) {
            return new Observation.InSync();
        }

        @Override
        public Reading<LoginPage> logins(Optional<String> after, int max) {
            return radius.logins(after, max);
        }
    }
}
