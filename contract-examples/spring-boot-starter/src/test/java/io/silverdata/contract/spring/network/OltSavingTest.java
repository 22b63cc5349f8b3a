package io.silverdata.contract.spring.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.testkit.ConfiguredOnu;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.adapters.olt.testkit.vendor.SimulatedBdcom;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.NewContract;
import io.silverdata.contract.command.SignUp;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.Trigger;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.CustomerDirectory;
import io.silverdata.contract.spi.PlanCatalog;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spring.host.Host;
import io.silverdata.contract.spring.worker.WorkerRound;
import io.silverdata.contract.testkit.ContractFixtures;
import io.silverdata.contract.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the worker changed on an OLT outlives a restart of the OLT. */
class OltSavingTest {

    /** A provider with a gateway of its own, whose clock the test sets. */
    @Configuration
    @EnableAutoConfiguration
    static class OwnGateway {
        @Bean
        SimulatedOlt olt() {
            return SimulatedOlt.start(new SimulatedBdcom(ContractFixtures.oltId(1)));
        }

        @Bean
        SettableClock oltClock() {
            return new SettableClock(ContractFixtures.START);
        }

        @Bean
        OltGateway gateway(SimulatedOlt olt, SettableClock oltClock) {
            LinePlan plan = new LinePlan(ContractFixtures.plan().lineProfile(), new OnuProfiles("1", "2"), List.of());
            return OltGateway.builder()
                    .discoverDrivers(OltSavingTest.class.getClassLoader())
                    .clock(oltClock)
                    .olt(olt.reach(OltSettings.builder(ContractFixtures.oltId(1)))
                            .driver("bdcom-gpon")
                            .allowExperimental(Operation.values())
                            .saveAtMostEvery(Duration.ofMinutes(5))
                            .plan(plan)
                            .build())
                    .build();
        }

        @Bean
        CustomerDirectory customers() {
            return customer -> true;
        }

        @Bean
        PlanCatalog plans() {
            return new InMemoryPlans().put(ContractFixtures.plan());
        }

        @Bean
        AccessProvisioner radius() {
            return new InMemoryAccess();
        }

        @Bean
        ApplicationRunner plant(Storage storage) {
            return arguments -> storage.plant().install(ContractFixtures.smallPlant());
        }
    }

    @Test
    void a_change_that_might_not_be_saved_at_once_is_saved_after_a_later_round() {
        try (Host host = Host.of(
                OwnGateway.class,
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                "contract.worker.enabled=false")) {
            Contracts contracts = host.bean(Contracts.class);
            SimulatedOlt olt = host.bean(SimulatedOlt.class);
            activate(contracts, 1); // saved at once
            activate(contracts, 2); // too soon after the other
            host.bean(SettableClock.class).advance(Duration.ofMinutes(6));

            host.beans(WorkerRound.class).forEach(round -> round.ended(contracts));
            olt.restart();

            assertThat(olt.device().configured())
                    .extracting(ConfiguredOnu::serial)
                    .containsExactlyInAnyOrder(ContractFixtures.onu(1), ContractFixtures.onu(2));
        }
    }

    private static void activate(Contracts contracts, int n) {
        NewContract terms = NewContract.of(
                ContractFixtures.customer(n), ContractFixtures.plan().id(), ContractFixtures.address(n));
        contracts
                .signUp(
                        new SignUp(terms, ContractFixtures.onu(n), ContractFixtures.radiusUser(n)),
                        CommandContext.by("ana", Trigger.ADMIN))
                .get();
        contracts.worker().deliverPending(10);

        assertThat(contracts.worker().parked(10)).isEmpty();
        assertThat(contracts.worker().health().queue().waiting()).isZero();
    }
}
