package io.silverdata.contract.examples.console.provider;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.dunning.CutCalendar;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.examples.network.Plans;
import io.silverdata.contract.memory.InMemoryDebts;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.PlanCatalog;
import io.silverdata.contract.spi.Reports;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spring.contracts.ContractsProperties;
import io.silverdata.contract.spring.worker.WorkerRound;
import java.time.Instant;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A provider with a network in this process, so that a newcomer sees everything at once. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "console.demo", matchIfMissing = true)
class DemoConfiguration {
    private static final int DAYS_TO_THROTTLE = 10;
    private static final int DAYS_TO_CUT = 20;
    private static final int DAYS_TO_CANCEL = 90;

    @Bean
    DemoPlant plant(DemoProperties properties) {
        return new DemoPlant(properties.demoContracts());
    }

    @Bean
    DemoNetwork network(DemoPlant plant) {
        return new DemoNetwork(plant.ponPorts(), Plans.all());
    }

    @Bean
    WorkerRound installers(Storage storage, DemoNetwork network) {
        return new DemoInstallers(storage.events(), network, Instant.now());
    }

    @Bean
    AccessProvisioner radius(DemoNetwork network) {
        return network.radius();
    }

    /** The network closes it. */
    @Bean(destroyMethod = "")
    OltGateway olts(DemoNetwork network) {
        return network.gateway();
    }

    @Bean
    DemoDevices devices(DemoNetwork network) {
        return new DemoDevices(network);
    }

    @Bean
    DemoCustomers customers() {
        return new DemoCustomers();
    }

    @Bean
    InMemoryDebts debts() {
        return new InMemoryDebts();
    }

    @Bean
    DunningPolicy dunning(ContractsProperties contracts) {
        return DunningPolicy.laddered(
                DAYS_TO_THROTTLE,
                DAYS_TO_CUT,
                DAYS_TO_CANCEL,
                CutCalendar.workdays(Objects.requireNonNull(contracts.zone(), "contract.zone")));
    }

    @Bean
    DemoProvider demoProvider(
            DemoProperties properties,
            ContractsProperties contracts,
            Storage storage,
            Reports reports,
            DemoPlant plant,
            PlanCatalog plans,
            DemoCustomers customers,
            InMemoryDebts debts) {
        return new DemoProvider(
                properties,
                Objects.requireNonNull(contracts.zone(), "contract.zone"),
                storage,
                reports,
                plant,
                plans,
                customers,
                debts);
    }
}
