package io.silverdata.contract.examples.console.provider;

import io.silverdata.contract.adapters.jdbc.JdbcStorage;
import io.silverdata.contract.examples.console.web.CustomerNames;
import io.silverdata.contract.examples.console.web.PlansOnSale;
import io.silverdata.contract.examples.network.Plans;
import io.silverdata.contract.model.CustomerId;
import io.silverdata.contract.report.ReportSettings;
import io.silverdata.contract.spi.CustomerDirectory;
import io.silverdata.contract.spi.PlanCatalog;
import io.silverdata.contract.spi.Reports;
import io.silverdata.contract.spring.contracts.ContractsProperties;
import io.silverdata.contract.spring.worker.WorkerRound;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the library asks of its host. A real host asks its CRM and its catalogue here. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {
    private static final int EVENTS_AT_ONCE = 5_000;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PlanCatalog plans() {
        return Plans.onSale();
    }

    @Bean
    PlansOnSale plansOnSale() {
        return Plans::all;
    }

    @Bean
    Reports reports(JdbcStorage storage, ContractsProperties contracts) {
        return storage.reports(ReportSettings.in(Objects.requireNonNull(contracts.zone(), "contract.zone")));
    }

    /** Figures are up to date a second or so after what happened. */
    @Bean
    WorkerRound reportsFollow(Reports reports) {
        return contracts -> {
            while (reports.update(EVENTS_AT_ONCE)) {
                // each call takes the next events
            }
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "console.demo", havingValue = false)
    static class WithoutCrm {

        /** Without a CRM every customer is known. */
        @Bean
        CustomerDirectory anyCustomer() {
            return customer -> true;
        }

        @Bean
        CustomerNames identities() {
            return new CustomerNames() {
                @Override
                public String name(CustomerId customer) {
                    return customer.value();
                }

                @Override
                public List<CustomerId> find(String text, int max) {
                    return List.of();
                }
            };
        }
    }
}
