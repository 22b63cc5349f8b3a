package io.silverdata.contract.examples.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.Vlan;
import io.silverdata.contract.model.Bandwidth;
import io.silverdata.contract.model.Money;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlanId;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.ProfileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OltOptionsTest {
    private static final OltId OLT = new OltId("olt-1");
    private static final ProfileName HOME = new ProfileName("home");
    private static final String ACCESS = "user=u\nauth=auth-passphrase\npriv=priv-passphrase\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_is_not_said_is_the_default() throws IOException {
        OltSettings olt = settings("olt-1=huawei-smartax@olt.example", ACCESS);

        assertThat(olt.host()).isEqualTo("olt.example");
        assertThat(olt.port()).isEqualTo(161);
        assertThat(olt.driver()).isEqualTo("huawei-smartax");
        assertThat(olt.experimental()).isEmpty();
        assertThat(olt.plan(HOME).orElseThrow().profiles()).isEqualTo(new OnuProfiles("home", "home"));
    }

    @Test
    void the_file_says_what_a_plan_is_and_what_is_allowed() throws IOException {
        OltSettings olt = settings(
                "olt-1=zte-zxa10@192.0.2.1:1161",
                ACCESS
                        + "plan.home=OTHER/OTHER\nolt-1.plan.home=F660/F660/1:100:1100:UP-100M\n"
                        + "olt-1.experimental=BIND_SERVICE, SAVE_CONFIGURATION\nolt-1.option.series=c3xx\n");

        assertThat(olt.port()).isEqualTo(1161);
        assertThat(olt.experimental()).containsExactlyInAnyOrder(Operation.BIND_SERVICE, Operation.SAVE_CONFIGURATION);
        assertThat(olt.options()).isEqualTo(Map.of("series", "c3xx"));
        assertThat(olt.plan(HOME).orElseThrow().profiles()).isEqualTo(new OnuProfiles("F660", "F660"));
        assertThat(olt.plan(HOME).orElseThrow().services()).singleElement().satisfies(service -> {
            assertThat(service.outer()).isEqualTo(new Vlan(1100));
            assertThat(service.upstream()).contains("UP-100M");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"olt-1", "olt-1=huawei-smartax", "=x@h", "olt-1=x@h:port", "olt-9=huawei-smartax@h"})
    void a_bad_option_is_refused(String option) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(option, ACCESS))
                .withMessageContaining("--olt");
    }

    @ParameterizedTest
    @CsvSource({
        "plan.home=only, plan.home of olt-1",
        "plan.home=a/b/c, plan.home of olt-1",
        "experimental=FLY, experimental of olt-1"
    })
    void a_bad_property_is_refused(String property, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("olt-1=huawei-smartax@h", ACCESS + property + "\n"))
                .withMessageContaining("--olt-file: " + named);
    }

    @Test
    void a_missing_passphrase_is_named_and_where_it_may_be() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("olt-1=huawei-smartax@h", "user=u\nauth=auth-passphrase\n"))
                .withMessage("--olt olt-1: needs priv in --olt-file, or the environment variable OLT_PRIV");
    }

    private OltSettings settings(String option, String properties) throws IOException {
        Path file = Files.writeString(folder.resolve("olts.properties"), properties);
        NetworkPlan plan = new NetworkPlan(Map.of(OLT, "huawei-smartax"), List.of(), List.of(home()));
        return Objects.requireNonNull(
                OltOptions.settings(List.of(option), Optional.of(file), plan).get(OLT));
    }

    private static PlanSnapshot home() {
        return PlanSnapshot.builder(new PlanId("HOME"))
                .version(1)
                .name("Home")
                .download(Bandwidth.ofMbps(100))
                .upload(Bandwidth.ofMbps(50))
                .price(Money.of("20.00", "USD"))
                .accessProfile(HOME)
                .lineProfile(HOME)
                .minimumTermMonths(12)
                .build();
    }
}
