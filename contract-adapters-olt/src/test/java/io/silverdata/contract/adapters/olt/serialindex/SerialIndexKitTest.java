package io.silverdata.contract.adapters.olt.serialindex;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.adapters.olt.settings.LinePlan;
import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.testkit.Measurement;
import io.silverdata.contract.adapters.olt.testkit.OltDriverTck;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.model.ProfileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SerialIndexKitTest extends OltDriverTck {
    private static final Path SOURCE =
            Path.of("src/test/java/io/silverdata/contract/adapters/olt/serialindex/SerialIndexDriver.java");

    @Test
    void a_driver_for_a_table_that_is_indexed_by_serial_number_takes_no_more_than_250_lines() throws IOException {
        assertThat(Files.readAllLines(SOURCE)).hasSizeLessThanOrEqualTo(250);
    }

    @Override
    protected OltDriverProvider provider() {
        return new OltDriverProvider() {
            @Override
            public String id() {
                return "serial-index";
            }

            @Override
            public OltDriver create(DriverSettings settings) {
                settings.allowOnly();
                return new SerialIndexDriver(settings.olt());
            }
        };
    }

    @Override
    protected SimulatedDevice device() {
        return new SimulatedSerialIndexOlt(OLT);
    }

    @Override
    protected Set<Measurement> measurements() {
        return EnumSet.of(Measurement.RECEIVED_POWER, Measurement.OLT_RECEIVED_POWER);
    }

    @Override
    protected int onusPerPort() {
        return 64;
    }

    @Override
    protected LinePlan plan() {
        return plan("line-home-100", "1");
    }

    @Override
    protected List<LinePlan> otherPlans() {
        return List.of(plan("line-home-300", "3"));
    }

    private static LinePlan plan(String name, String line) {
        return new LinePlan(new ProfileName(name), new OnuProfiles(line, "2"), List.of());
    }
}
