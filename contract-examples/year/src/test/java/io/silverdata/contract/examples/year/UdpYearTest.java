package io.silverdata.contract.examples.year;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.year.reading.TinyTown;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The year of a tiny town over real UDP, at an OLT of each vendor. */
class UdpYearTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void ends_as_in_memory_and_the_devices_say_so(Town town) throws IOException {
        CommandRun udp =
                CommandRun.ofTown(folder, town.plant(), TinyTown.ORDERS, "--network=udp", "--fresh", "--fail-rate=0");
        CommandRun memory = CommandRun.ofTown(folder, town.plant(), TinyTown.ORDERS, "--fresh", "--fail-rate=0");

        assertThat(udp.exitCode()).as(udp.err() + udp.out()).isZero();
        assertThat(udp.out())
                .containsPattern(
                        "SNMP at the simulated OLTs: [1-9]\\d* requests, [1-9]\\d* of them sets, 0 sets at a time")
                .containsPattern("RADIUS at the simulated NAS: \\d+ CoA-Requests, [1-9]\\d* Disconnect-Requests")
                .contains("Network equals contracts: 4 contracts in sync, 0 differences");
        assertThat(contracts(udp)).isEqualTo(contracts(memory));
    }

    @Test
    void a_vendor_whose_ports_are_numbered_otherwise_is_refused() throws IOException {
        CommandRun run = CommandRun.ofTown(
                folder, Town.ZTE.plant().replace("olt-1:1/1/1", "olt-1:0/1/0"), TinyTown.ORDERS, "--network=udp");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("PON port olt-1:0/1/0 must be numbered");
    }

    private static String contracts(CommandRun run) {
        return run.out()
                .substring(run.out().indexOf("Contracts by status"), run.out().indexOf("Provisioning"));
    }

    enum Town {
        HUAWEI("huawei-smartax", "0/1/0"),
        ZTE("zte-zxa10", "1/1/1"),
        NSCRTV("nscrtv-gpon", "1/0/1");

        private final String driver;
        private final String port;

        Town(String driver, String port) {
            this.driver = driver;
            this.port = port;
        }

        /** The plant with its OLT of this vendor. */
        String plant() {
            StringBuilder plant = new StringBuilder();
            for (String line : TinyTown.PLANT.lines().toList()) {
                String column = line.startsWith("kind,") ? "driver" : line.startsWith("olt,") ? driver : "";
                plant.append(line.replace("0/1/0", port))
                        .append(',')
                        .append(column)
                        .append('\n');
            }
            return plant.toString();
        }
    }
}
