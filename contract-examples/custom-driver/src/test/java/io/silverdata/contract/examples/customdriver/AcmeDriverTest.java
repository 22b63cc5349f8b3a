package io.silverdata.contract.examples.customdriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.ProfileName;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class AcmeDriverTest {
    private static final OltId OLT = new OltId("olt-1");
    private static final Path SOURCE =
            Path.of("src/main/java/io/silverdata/contract/examples/customdriver/AcmeDriver.java");

    @Test
    void is_found_by_the_service_loader_on_the_class_path() {
        assertThat(ServiceLoader.load(OltDriverProvider.class))
                .extracting(OltDriverProvider::id)
                .contains("acme-gpon", "huawei-smartax");
    }

    @Test
    void is_offered_by_the_module() {
        assertThat(ModuleFinder.of(Path.of("target/classes"))
                        .find("io.silverdata.contract.examples.customdriver")
                        .orElseThrow()
                        .descriptor()
                        .provides())
                .anySatisfy(offer -> {
                    assertThat(offer.service()).isEqualTo(OltDriverProvider.class.getName());
                    assertThat(offer.providers()).containsExactly(AcmeDriverProvider.class.getName());
                });
    }

    @Test
    void drives_its_OLT_whether_it_was_given_or_found() {
        OltGateway.Builder given = OltGateway.builder().driver(new AcmeDriverProvider());
        OltGateway.Builder found =
                OltGateway.builder().discoverDrivers(getClass().getClassLoader());

        for (OltGateway.Builder builder : List.of(given, found)) {
            try (SimulatedOlt olt = SimulatedOlt.start(new SimulatedAcme(OLT));
                    OltGateway gateway = builder.olt(settings(olt).build()).build()) {
                assertThat(gateway.propose(OLT).get("acme-gpon"))
                        .isEqualTo(new Detection(Detection.Fit.YES, "sysObjectID 1.3.6.1.4.1.32473.9.16"));
                assertThat(gateway.ponPorts(OLT)).hasSize(2);
            }
        }
    }

    @Test
    void no_other_driver_takes_its_OLT() {
        try (SimulatedOlt olt = SimulatedOlt.start(new SimulatedAcme(OLT));
                OltGateway gateway = OltGateway.builder()
                        .discoverDrivers(getClass().getClassLoader())
                        .olt(settings(olt).build())
                        .build()) {
            assertThat(gateway.propose(OLT))
                    .hasSizeGreaterThan(7)
                    .allSatisfy((id, detection) -> assertThat(detection.fit() == Detection.Fit.YES)
                            .as(id)
                            .isEqualTo(id.equals("acme-gpon")));
        }
    }

    @Test
    void refuses_a_plan_that_its_OLTs_cannot_carry_out_before_any_OLT_is_asked() {
        LinePlan tagged = new LinePlan(
                new ProfileName("line-tagged"),
                new OnuProfiles("home-100", "router"),
                List.of(ServiceBinding.tagged(1, 7, 1_100)));
        OltGateway.Builder gateway = OltGateway.builder()
                .driver(new AcmeDriverProvider())
                .olt(OltSettings.builder(OLT)
                        .address("192.0.2.1")
                        .access(SimulatedOlt.access())
                        .driver("acme-gpon")
                        .plan(tagged)
                        .build());

        assertThatIllegalArgumentException()
                .isThrownBy(gateway::build)
                .withMessageContainingAll("olt-1", "line-tagged", "must be untagged at GEM port 1");
    }

    @Test
    void is_written_in_fewer_than_two_hundred_lines() throws IOException {
        assertThat(Files.readAllLines(SOURCE)).hasSizeLessThan(200);
    }

    private static OltSettings.Builder settings(SimulatedOlt olt) {
        return olt.reach(OltSettings.builder(OLT).driver("acme-gpon"));
    }
}
