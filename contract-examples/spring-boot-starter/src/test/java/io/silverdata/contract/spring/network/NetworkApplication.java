package io.silverdata.contract.spring.network;

import io.silverdata.contract.adapters.radius.RadiusGateway;
import io.silverdata.contract.adapters.radius.attribute.Attributes;
import io.silverdata.contract.adapters.radius.attribute.RadiusAttribute;
import io.silverdata.contract.adapters.radius.group.PlanGroup;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import io.silverdata.contract.adapters.radius.profile.NasProfiles;
import io.silverdata.contract.memory.InMemoryPlans;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProfileName;
import io.silverdata.contract.model.Rates;
import io.silverdata.contract.spi.CustomerDirectory;
import io.silverdata.contract.spi.PlanCatalog;
import io.silverdata.contract.spi.Storage;
import io.silverdata.contract.testkit.ContractFixtures;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A provider that leaves its network to properties: it keeps the passwords, and publishes the groups of its plan. */
@Configuration
@EnableAutoConfiguration
class NetworkApplication {
    @Bean
    CustomerDirectory customers() {
        return customer -> true;
    }

    @Bean
    PlanCatalog plans() {
        return new InMemoryPlans().put(ContractFixtures.plan());
    }

    @Bean
    Vault passwords() {
        return new Vault();
    }

    /** What a NAS needs to know of captive subscribers is the provider's: here the name of an address list. */
    @Bean
    NasProfile walledGarden() {
        return NasProfiles.withCaptivity(
                NasProfiles.mikrotik(), RadiusAttribute.text(Attributes.MIKROTIK_ADDRESS_LIST, "walled-garden"));
    }

    @Bean
    ApplicationRunner plant(Storage storage) {
        return arguments -> storage.plant().install(ContractFixtures.smallPlant());
    }

    // tag::groups
    @Bean
    ApplicationRunner groups(RadiusGateway radius) {
        return arguments -> {
            for (PlanSnapshot plan : catalogue()) {
                radius.plans()
                        .publish(PlanGroup.of(plan.accessProfile(), plan.rates()))
                        .get();
            }
            radius.plans()
                    .publish(PlanGroup.of(new ProfileName("slow"), Rates.ofMbps(1, 2)))
                    .get();
            radius.plans()
                    .publish(PlanGroup.captive(new ProfileName("walled"), Rates.ofMbps(4, 3)))
                    .get();
        };
    }
    // end::groups

    private static List<PlanSnapshot> catalogue() {
        return List.of(ContractFixtures.plan());
    }
}
