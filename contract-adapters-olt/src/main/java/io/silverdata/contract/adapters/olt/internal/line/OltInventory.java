package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.internal.connection.OltConnection;
import io.silverdata.contract.adapters.olt.settings.OltSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.model.LineService;
import io.silverdata.contract.model.OnuRegistration;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.spi.LineInventory;
import io.silverdata.contract.spi.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The configuration of every ONU of an OLT, at the time when it was read. */
final class OltInventory implements LineInventory {
    private final OltSettings settings;
    private final Map<OnuRegistration, OnuConfiguration> configurations;

    private OltInventory(OltSettings settings, Map<OnuRegistration, OnuConfiguration> configurations) {
        this.settings = settings;
        this.configurations = configurations;
    }

    /**
     * Reads an OLT, one PON port after the other: the configurations of a port with walks where the driver can, else each by
     * itself. Each is an operation of its own, so that others get their turn, and a large OLT has time enough.
     *
     * @throws OltFault if anything of it cannot be read
     */
    static OltInventory read(OltConnection olt) {
        olt.require(Operation.LIST_PON_PORTS, Operation.READ_STATE, Operation.READ_CONFIGURATION);
        OltDriver driver = olt.driver();
        Map<OnuRegistration, OnuConfiguration> configurations = new LinkedHashMap<>();
        List<PonPortId> ports =
                olt.read(Operation.LIST_PON_PORTS, sessions -> driver.ponPorts(sessions.of(Operation.LIST_PON_PORTS)));
        for (PonPortId port : ports) {
            olt.read(
                            Operation.READ_CONFIGURATION,
                            sessions -> driver.configurations(sessions.of(Operation.READ_CONFIGURATION), port))
                    .orElseGet(() -> oneByOne(olt, port))
                    .forEach(found -> configurations.put(
                            new OnuRegistration(found.onu().port(), found.onu().serial()), found));
        }
        return new OltInventory(olt.settings(), configurations);
    }

    private static List<OnuConfiguration> oneByOne(OltConnection olt, PonPortId port) {
        List<OnuConfiguration> found = new ArrayList<>();
        for (OnuRef onu : onus(olt, port)) {
            olt.read(
                            Operation.READ_CONFIGURATION,
                            sessions -> olt.driver().configuration(sessions.of(Operation.READ_CONFIGURATION), onu))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static List<OnuRef> onus(OltConnection olt, PonPortId port) {
        return olt.read(Operation.READ_STATE, sessions -> {
            List<OnuRef> onus = new ArrayList<>();
            olt.driver().states(sessions.of(Operation.READ_STATE), port, Set.of(), state -> onus.add(state.onu()));
            return onus;
        });
    }

    @Override
    public Observation observe(LineService service) {
        return settings.plan(service.profile())
                .map(plan -> LineComparison.ofProvisioned(
                        Optional.ofNullable(configurations.get(service.line().registration())), service, plan))
                .orElseGet(() -> new Observation.Unreadable(OltLines.unknownProfile(settings.olt(), service.profile())
                        .getMessage()));
    }

    @Override
    public List<OnuRegistration> registrations() {
        return List.copyOf(configurations.keySet());
    }
}
