package io.silverdata.contract.spring.tenlines;

import static io.silverdata.contract.model.SuspensionReason.NON_PAYMENT;

import io.silverdata.contract.Contracts;
import io.silverdata.contract.command.CommandContext;
import io.silverdata.contract.command.CommandResult;
import io.silverdata.contract.command.Suspension;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.ContractId;
import io.silverdata.contract.model.Rejection;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.CustomerDirectory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.PlanCatalog;
import io.vavr.control.Either;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

// tag::ten-lines
@SpringBootApplication
class Provider {
    public static void main(String[] args) {
        SpringApplication.run(Provider.class, args);
    }

    @Bean
    CustomerDirectory customers() {
        return customer -> true; /* ask your CRM */
    }

    @Bean
    PlanCatalog plans() {
        return new InMemoryPlans(); /* ask your catalogue */
    }

    @Bean
    AccessProvisioner radius() {
        return new InMemoryAccess(); /* until contract.radius.* is set */
    }

    @Bean
    LineProvisioner olts() {
        return new InMemoryLine(); /* until contract.olts.* is set */
    }
}

@RestController
record Suspensions(Contracts contracts) {
    @PostMapping("/contracts/{id}/suspension")
    Either<Rejection, CommandResult> suspend(@PathVariable ContractId id, CommandContext by) {
        return contracts.suspend(id, Suspension.of(NON_PAYMENT), by);
    }
}
// end::ten-lines
