package io.silverdata.contract.adapters.olt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.silverdata.contract.adapters.olt.huawei.HuaweiDriverProvider;
import io.silverdata.contract.adapters.olt.ifmib.IfMibDriverProvider;
import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.ProfileName;
import java.util.List;
import org.junit.jupiter.api.Test;

class OltSettingsTest {
    private static final OltId OLT = new OltId("olt-1");

    @Test
    void a_secret_shows_nowhere() {
        OltSettings v3 = settings().build();
        OltSettings v2c =
                settings().access(SnmpAccess.v2c(Secret.of("my-community"))).build();

        assertThat(v3.toString() + v3.access() + v2c + v2c.access())
                .doesNotContain("auth-secret", "priv-secret", "my-community")
                .contains("***");
    }

    @Test
    void a_GEM_port_out_of_range_is_refused_with_its_range() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServiceBinding.untagged(1024, 100))
                .withMessage("gemPort must be 0 to 1023: 1024");
    }

    @Test
    void two_services_for_the_same_frames_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("home", ServiceBinding.tagged(1, 100, 200), ServiceBinding.tagged(1, 100, 300)))
                .withMessageContaining("home")
                .withMessageContaining("gemPort 1 and user VLAN 100");
    }

    @Test
    void a_short_passphrase_is_refused_without_showing_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SnmpAccess.v3("user", Secret.of("short"), Secret.of("long-enough")))
                .withMessageContaining("authPassphrase must be at least 8 characters")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("short\""));
    }

    @Test
    void a_missing_address_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> OltSettings.builder(OLT).build())
                .withMessage("address is required for OLT olt-1");
    }

    @Test
    void max_repetitions_are_never_zero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings().maxRepetitions(0))
                .withMessage("maxRepetitions must be 1 to 100: 0");
    }

    @Test
    void an_unknown_driver_is_named_with_those_that_are_known() {
        OltGateway.Builder gateway = OltGateway.builder()
                .driver(new IfMibDriverProvider())
                .olt(settings().build());

        assertThatIllegalStateException()
                .isThrownBy(gateway::build)
                .withMessage("OLT olt-1: unknown driver huawei-smartax, known are [if-mib]");
    }

    @Test
    void an_unknown_option_is_named_with_those_that_are_known() {
        OltGateway.Builder gateway = OltGateway.builder()
                .driver(new HuaweiDriverProvider())
                .olt(settings().option("trafic", "index").build());

        assertThatIllegalArgumentException()
                .isThrownBy(gateway::build)
                .withMessage("OLT olt-1: unknown options [trafic], known are [traffic]");
    }

    @Test
    void a_plan_that_the_driver_cannot_carry_out_is_refused_before_any_OLT_is_asked() {
        OltGateway.Builder services = OltGateway.builder()
                .driver(new IfMibDriverProvider())
                .olt(settings()
                        .driver("if-mib")
                        .plan(plan("home", ServiceBinding.tagged(1, 2, 3)))
                        .build());
        OltGateway.Builder traffic = OltGateway.builder()
                .driver(new HuaweiDriverProvider())
                .olt(settings()
                        .option("traffic", "index")
                        .plan(plan("home", ServiceBinding.tagged(1, 2, 3).withTraffic("fast", "7")))
                        .build());

        assertThatIllegalArgumentException()
                .isThrownBy(services::build)
                .withMessageStartingWith("OLT olt-1, profile home: services must be empty for driver if-mib");
        assertThatIllegalArgumentException()
                .isThrownBy(traffic::build)
                .withMessageStartingWith("OLT olt-1, profile home: downstream must be the index of a traffic table");
    }

    @Test
    void two_drivers_with_one_id_are_refused_and_both_named() {
        OltGateway.Builder gateway = OltGateway.builder().driver(new HuaweiDriverProvider());

        assertThatIllegalStateException()
                .isThrownBy(() -> gateway.driver(new Impostor()))
                .withMessageContaining("two drivers with the id huawei-smartax")
                .withMessageContaining(HuaweiDriverProvider.class.getName())
                .withMessageContaining(Impostor.class.getName());
    }

    @Test
    void the_same_driver_twice_is_one() {
        OltGateway.Builder gateway = OltGateway.builder()
                .driver(new HuaweiDriverProvider())
                .discoverDrivers(getClass().getClassLoader())
                .olt(settings().build());

        try (OltGateway built = gateway.build()) {
            assertThat(built.capabilities(OLT).all()).isNotEmpty();
        }
    }

    @Test
    void an_OLT_given_twice_is_refused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> OltGateway.builder()
                        .olt(settings().build())
                        .olt(settings().build()))
                .withMessage("OLT olt-1 is given twice");
    }

    private static OltSettings.Builder settings() {
        return OltSettings.builder(OLT)
                .address("192.0.2.1")
                .access(SnmpAccess.v3("user", Secret.of("auth-secret"), Secret.of("priv-secret")))
                .driver("huawei-smartax");
    }

    private static LinePlan plan(String name, ServiceBinding... services) {
        return new LinePlan(new ProfileName(name), new OnuProfiles("line", "service"), List.of(services));
    }

    private static final class Impostor implements OltDriverProvider {
        @Override
        public String id() {
            return "huawei-smartax";
        }

        @Override
        public OltDriver create(DriverSettings settings) {
            throw new UnsupportedOperationException();
        }
    }
}
