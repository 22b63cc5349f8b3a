package io.silverdata.contract.examples.year;

import static org.assertj.core.api.Assertions.assertThat;

import io.silverdata.contract.examples.network.OltVendor;
import io.silverdata.contract.examples.testkit.ExternalPeers;
import io.silverdata.contract.examples.year.reading.TinyTown;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The year of a tiny town on a RADIUS database, a NAS and an OLT that are there already and are named on the command line. */
class ExternalPeersTest {
    private static final OltId OLT = new OltId("olt-1");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void end_as_the_contracts_say(Peer peer) throws Exception {
        try (ExternalPeers peers = ExternalPeers.in(folder, peer.vendor, OLT, List.of(peer.port))) {
            List<String> options = new ArrayList<>(List.of("--network=udp", "--fail-rate=0"));
            options.addAll(peers.options(folder, peer.nas));

            CommandRun run = CommandRun.ofTown(folder, peer.plant(), TinyTown.ORDERS, options.toArray(String[]::new));

            assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
            assertThat(run.out())
                    .contains("1 OLTs (" + peer.vendor.driver() + "), 0 simulated; RADIUS on SQLITE, 1 NASes")
                    .contains("Network equals contracts: 4 contracts in sync, 0 differences")
                    .doesNotContain("at the simulated");
            // C-2 and C-1 have ended; C-3 has its third ONU, C-5 is the win-back of C-1
            assertThat(peers.registered())
                    .extracting(OnuSerial::toString)
                    .containsExactlyInAnyOrder("ZTEG00000004", "HWTC00000001");
            assertThat(peers.online()).containsExactlyInAnyOrder("eva", "max");
            assertThat(peers.logins()).containsExactlyInAnyOrder("eva", "max");
            assertThat(peers.disconnects()).isPositive();
        }
    }

    enum Peer {
        HUAWEI(OltVendor.HUAWEI, new PonPortId(OLT, 0, 1, 0), "mikrotik"),
        ZTE(OltVendor.ZTE, new PonPortId(OLT, 1, 1, 1), "cisco(in-{up};out-{down})"),
        NSCRTV(OltVendor.NSCRTV, new PonPortId(OLT, 1, 0, 1), "accel-ppp");

        private final OltVendor vendor;
        private final PonPortId port;
        private final String nas;

        Peer(OltVendor vendor, PonPortId port, String nas) {
            this.vendor = vendor;
            this.port = port;
            this.nas = nas;
        }

        private String plant() {
            return UdpYearTest.Town.valueOf(name()).plant();
        }
    }
}
