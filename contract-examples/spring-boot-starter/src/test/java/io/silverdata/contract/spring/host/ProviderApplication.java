package io.silverdata.contract.spring.host;

import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.memory.InMemoryLine;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.spi.AccessProvisioner;
import io.silverdata.contract.spi.CustomerDirectory;
import io.silverdata.contract.spi.LineProvisioner;
import io.silverdata.contract.spi.PlanCatalog;
import io.silverdata.contract.spi.PlantLayout;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A provider that knows every customer and sells two plans; its network is simulated. */
@SpringBootApplication
public class ProviderApplication {
    private static final int PON_PORTS = 4;
    private static final int SPLITTERS = 16;
    private static final int OUTPUTS = 16;

    @Bean
    CustomerDirectory customers() {
        return customer -> true;
    }

    @Bean
    PlanCatalog plans() {
        return new InMemoryPlans().put(ContractFixtures.plan()).put(ContractFixtures.fasterPlan());
    }

    @Bean
    AccessProvisioner radius() {
        return new InMemoryAccess();
    }

    @Bean
    LineProvisioner olts() {
        return new InMemoryLine();
    }

    @Bean
    ApplicationRunner plant(Storage storage) {
        return arguments -> storage.plant()
                .install(new PlantLayout(
                        List.of(ContractFixtures.olt(1)),
                        IntStream.range(0, PON_PORTS)
                                .mapToObj(port -> ContractFixtures.ponPort(port, 64))
                                .toList(),
                        IntStream.range(0, SPLITTERS)
                                .mapToObj(n -> ContractFixtures.splitter(n, n % PON_PORTS, OUTPUTS))
                                .toList()));
    }
}
