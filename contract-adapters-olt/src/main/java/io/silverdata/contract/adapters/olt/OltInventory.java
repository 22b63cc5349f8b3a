package io.silverdata.contract.adapters.olt;

import io.silverdata.contract.adapters.olt.spi.OltDriver;
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

/** How every ONU of an OLT was configured when it was read. */
final class OltInventory implements LineInventory {
    private final OltSettings settings;
    private final Map<OnuRegistration, OnuConfiguration> configurations;

    private OltInventory(OltSettings settings, Map<OnuRegistration, OnuConfiguration> configurations) {
        this.settings = settings;
        this.configurations = configurations;
    }

    /**
     * Reads an OLT, one PON port after the other: the configurations of a port with walks where the driver can, else each by
     * itself. Each is a conversation of its own, so that others get their turn, and a large OLT has time enough.
     *
     * @throws io.silverdata.contract.adapters.olt.spi.OltFault if anything of it cannot be read
     */
    static OltInventory read(OltConnection olt) {
        olt.requireAll(Operation.LIST_PON_PORTS, Operation.READ_STATE, Operation.READ_CONFIGURATION);
        OltDriver driver = olt.driver();
        Map<OnuRegistration, OnuConfiguration> configurations = new LinkedHashMap<>();
        List<PonPortId> ports =
                olt.read(Operation.LIST_PON_PORTS, during -> driver.ponPorts(during.during(Operation.LIST_PON_PORTS)));
        for (PonPortId port : ports) {
            olt.read(
                            Operation.READ_CONFIGURATION,
                            during -> driver.configurations(during.during(Operation.READ_CONFIGURATION), port))
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
                            during -> olt.driver().configuration(during.during(Operation.READ_CONFIGURATION), onu))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static List<OnuRef> onus(OltConnection olt, PonPortId port) {
        return olt.read(Operation.READ_STATE, during -> {
            List<OnuRef> onus = new ArrayList<>();
            olt.driver().states(during.during(Operation.READ_STATE), port, Set.of(), state -> onus.add(state.onu()));
            return onus;
        });
    }

    @Override
    public Observation observe(LineService service) {
        return settings.plan(service.profile())
                .map(plan -> LineCheck.served(
                        Optional.ofNullable(configurations.get(service.line().registration())), service, plan))
                .orElseGet(() -> new Observation.Unreadable(
                        "profile " + service.profile() + " on OLT " + settings.olt() + " is not set up"));
    }

    @Override
    public List<OnuRegistration> registrations() {
        return List.copyOf(configurations.keySet());
    }
}
