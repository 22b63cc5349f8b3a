package io.silverdata.contract.examples.network;

import io.silverdata.contract.adapters.olt.OltGateway;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.testkit.SimulatedOlt;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.PlanSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The OLTs behind one gateway: real ones where the operator named them, simulated ones in this process for the others. */
final class Olts implements AutoCloseable {
    // of the ONUs in this process; what a real OLT bears is its operator's to say
    private static final int ROWS_AT_ONCE = 50;

    private final OltGateway gateway;
    private final List<SimulatedOlt> simulated = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /** @param real settings of those that are not to be simulated */
    Olts(NetworkPlan plan, Map<OltId, OltSettings> real) {
        OltGateway.Builder builder = OltGateway.builder().discoverDrivers(Olts.class.getClassLoader());
        try {
            plan.olts().forEach((olt, driver) -> {
                OltSettings settings = Optional.ofNullable(real.get(olt)).orElseGet(() -> simulate(plan, olt, driver));
                names.add(settings.driver());
                builder.olt(settings);
            });
            gateway = builder.build();
        } catch (RuntimeException failed) {
            simulated.forEach(SimulatedOlt::close);
            throw failed;
        }
    }

    private OltSettings simulate(NetworkPlan plan, OltId olt, String driver) {
        OltVendor vendor = OltVendor.of(driver)
                .orElseThrow(() -> new IllegalArgumentException("OLT " + olt + ": driver " + driver
                        + " cannot be simulated, only " + OltVendor.drivers() + "; name a real one with --olt"));
        SimulatedOlt device = SimulatedOlt.start(vendor.device(olt, plan.ports(olt), plan.plans()));
        simulated.add(device);
        OltSettings.Builder settings = device.reach(OltSettings.builder(olt))
                .driver(vendor.driver())
                .maxRepetitions(ROWS_AT_ONCE)
                .allowExperimental(
                        Operation.REGISTER,
                        Operation.CHANGE_PROFILES,
                        Operation.BIND_SERVICE,
                        Operation.SET_ADMIN_STATE,
                        Operation.DELETE);
        int number = 1;
        for (PlanSnapshot sold : plan.plans()) {
            settings.plan(vendor.plan(number++, sold));
        }
        return settings.build();
    }

    OltGateway gateway() {
        return gateway;
    }

    String description() {
        return names.size() + " OLTs (" + names.stream().distinct().collect(Collectors.joining(", ")) + "), "
                + simulated.size() + " simulated";
    }

    List<String> figures() {
        if (simulated.isEmpty()) {
            return List.of();
        }
        return List.of(String.format(
                Locale.ROOT,
                "SNMP at the simulated OLTs: %d requests, %d of them sets, %d sets at a time when another was not answered",
                simulated.stream().mapToInt(SimulatedOlt::requests).sum(),
                simulated.stream().mapToInt(olt -> olt.sets().size()).sum(),
                simulated.stream().mapToInt(SimulatedOlt::overlappingSets).sum()));
    }

    @Override
    public void close() {
        gateway.close();
        simulated.forEach(olt -> Objects.requireNonNull(olt).close());
    }
}
