package io.silverdata.contract.adapters.olt;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.bdcom.BdcomDriverProvider;
import io.silverdata.contract.adapters.olt.huawei.HuaweiDriverProvider;
import io.silverdata.contract.adapters.olt.ifmib.IfMibDriverProvider;
import io.silverdata.contract.adapters.olt.nscrtv.NscrtvDriverProvider;
import io.silverdata.contract.adapters.olt.raisecom.RaisecomDriverProvider;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.vsol.VsolDriverProvider;
import io.silverdata.contract.adapters.olt.zte.ZteDriverProvider;
import io.silverdata.contract.model.OltId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table in the documentation says what the drivers say. */
class CapabilityTableTest {
    private static final Path PAGE = Path.of("..", "docs", "olt.md");

    @Test
    void the_table_in_the_documentation_is_what_the_drivers_say() throws IOException {
        List<OltDriver> drivers = List.of(
                driver(new HuaweiDriverProvider(), Map.of()),
                driver(new ZteDriverProvider(), Map.of()),
                driver(new ZteDriverProvider(), Map.of("series", "c6xx")),
                driver(new NscrtvDriverProvider(), Map.of()),
                driver(new BdcomDriverProvider(), Map.of()),
                driver(new VsolDriverProvider(), Map.of()),
                driver(new RaisecomDriverProvider(), Map.of()),
                driver(new IfMibDriverProvider(), Map.of()));

        List<String> table = Arrays.stream(Operation.values())
                .map(operation -> drivers.stream()
                        .map(driver -> sign(driver.capabilities().of(operation)))
                        .collect(Collectors.joining(" | ", "| `" + operation + "` | ", " |")))
                .toList();

        assertThat(Files.readAllLines(PAGE)).containsSequence(table);
    }

    private static OltDriver driver(OltDriverProvider provider, Map<String, String> options) {
        return provider.create(new DriverSettings(new OltId("olt-1"), options));
    }

    private static String sign(Capability capability) {
        return switch (capability.level()) {
            case SUPPORTED -> "✔";
            case EXPERIMENTAL -> "**e**";
            case UNSUPPORTED -> "–";
        };
    }
}
