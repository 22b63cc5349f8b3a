package io.silverdata.contract.examples.console.provider;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.settings.Secret;
import io.silverdata.contract.adapters.olt.settings.SnmpAccess;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.testkit.ConnectedOnu;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.examples.network.OltVendor;
import io.silverdata.contract.memory.InMemoryAccess;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PlanSnapshot;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.spi.AccessProvisioner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * The network of a demo: OLTs that are simulated in this process and spoken to by SNMP, as real ones are, and RADIUS in memory. ONUs that
 * somebody has plugged in are seen there whether a contract knows them or not. Safe for use by any number of threads.
 */
final class DemoNetwork implements AutoCloseable {
    private static final OltVendor VENDOR = OltVendor.HUAWEI;
    private static final int ROWS_AT_ONCE = 50;
    private static final long SEED = 23;

    private final Map<OltId, SimulatedOlt> olts = new LinkedHashMap<>();
    private final OltGateway gateway;
    private final AccessProvisioner radius = new InMemoryAccess();
    private final Random random = new Random(SEED);

    DemoNetwork(List<PonPortId> ports, List<PlanSnapshot> plans) {
        OltGateway.Builder builder = OltGateway.builder().discoverDrivers(DemoNetwork.class.getClassLoader());
        ports.stream().map(PonPortId::olt).distinct().forEach(olt -> {
            SimulatedOlt simulated = SimulatedOlt.start(VENDOR.device(
                    olt, ports.stream().filter(port -> port.olt().equals(olt)).toList(), plans));
            olts.put(olt, simulated);
            OltSettings.Builder settings = OltSettings.builder(olt)
                    .address("127.0.0.1", simulated.port())
                    .access(new SnmpAccess.V2c(
                            Secret.of(SimulatedOlt.COMMUNITY))) // half the work of SNMPv3, in one process
                    .driver(VENDOR.driver())
                    .maxRepetitions(ROWS_AT_ONCE)
                    .allowExperimental(
                            Operation.REGISTER,
                            Operation.CHANGE_PROFILES,
                            Operation.BIND_SERVICE,
                            Operation.SET_ADMIN_STATE,
                            Operation.DELETE);
            for (int number = 1; number <= plans.size(); number++) {
                settings.plan(VENDOR.plan(number, plans.get(number - 1)));
            }
            builder.olt(settings.build());
        });
        gateway = builder.build();
    }

    AccessProvisioner radius() {
        return radius;
    }

    OltGateway gateway() {
        return gateway;
    }

    /** Somebody plugs an ONU in, or moves it: it has light and power, as much as the fibre lets through. */
    void plugIn(PonPortId port, OnuSerial onu) {
        int metres = 900 + random.nextInt(3_200);
        double received = -16.5 - metres / 1_000.0 * 0.35 - random.nextInt(60) / 10.0;
        Objects.requireNonNull(olts.get(port.olt()), () -> "no such OLT: " + port)
                .device()
                .connect(new ConnectedOnu(
                        port,
                        onu,
                        true,
                        true,
                        hundredths(received),
                        hundredths(1.8 + random.nextInt(12) / 10.0),
                        hundredths(received - 2.1),
                        metres));
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    @Override
    public void close() {
        gateway.close();
        olts.values().forEach(SimulatedOlt::close);
    }
}
