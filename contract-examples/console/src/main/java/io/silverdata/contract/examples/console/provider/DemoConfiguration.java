package io.silverdata.contract.examples.console.provider;

import io.silverdata.contract.dunning.CutCalendar;
import io.silverdata.contract.dunning.DunningPolicy;
import io.silverdata.contract.examples.network.MemoryNetwork;
import io.silverdata.contract.examples.network.Network;
import io.silverdata.contract.memory.InMemoryDebts;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.PlanCatalog;
import io.silverdata.contract.spi.Reports;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.spring.contracts.ContractsProperties;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A provider in memory, with a network of its own, so that a newcomer sees everything at once. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "console.demo", matchIfMissing = true)
class DemoConfiguration {
    private static final int DAYS_TO_THROTTLE = 10;
    private static final int DAYS_TO_CUT = 20;
    private static final int DAYS_TO_CANCEL = 90;

    @Bean
    Network network() {
        return new MemoryNetwork();
    }

    @Bean
    AccessProvisioner radius(Network network) {
        return network.access();
    }

    @Bean
    LineProvisioner olts(Network network) {
        return network.lines();
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
            Network network,
            PlanCatalog plans,
            DemoCustomers customers,
            InMemoryDebts debts) {
        return new DemoProvider(
                properties,
                Objects.requireNonNull(contracts.zone(), "contract.zone"),
                storage,
                reports,
                network,
                plans,
                customers,
                debts);
    }
}
