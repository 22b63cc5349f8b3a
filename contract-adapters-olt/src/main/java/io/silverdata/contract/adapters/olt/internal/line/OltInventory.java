package io.silverdata.contract.adapters.olt.internal.line;

import io.silverdata.contract.adapters.olt.internal.connection.OltConnection;
import io.silverdata.contract.adapters.olt.internal.snmp.UnreadableRows;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration of every ONU of an OLT, at the time when it was read. At a PON port with a row that could not be read nothing counts as
 * absent or different.
 */
final class OltInventory implements LineInventory {
    private final OltSettings settings;
    private final Map<OnuRegistration, OnuConfiguration> configurations = new LinkedHashMap<>();
    private final Map<PonPortId, String> unreadable = new HashMap<>();

    private OltInventory(OltSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads an OLT: in one walk where the driver can, else one PON port after the other, its ONUs with walks or each by itself. Each of
     * these is an operation of its own, so that others get their turn, and a large OLT has time enough.
     *
     * @throws OltFault if it cannot be read
     */
    static OltInventory read(OltConnection olt) {
        olt.require(Operation.LIST_PON_PORTS, Operation.READ_STATE, Operation.READ_CONFIGURATION);
        OltDriver driver = olt.driver();
        OltInventory inventory = new OltInventory(olt.settings());
        List<PonPortId> ports = ports(olt);
        UnreadableRows passedOver = new UnreadableRows();
        Optional<List<OnuConfiguration>> whole =
                olt.readWhatCan(Operation.READ_CONFIGURATION, passedOver, driver::configurations);
        if (whole.isPresent()) {
            inventory.add(ports, whole.get(), passedOver);
        } else {
            ports.forEach(port -> inventory.readPort(olt, port));
        }
        return inventory;
    }

    /** An OLT without any is one that did not show them. */
    private static List<PonPortId> ports(OltConnection olt) {
        List<PonPortId> ports = olt.read(
                Operation.LIST_PON_PORTS, sessions -> olt.driver().ponPorts(sessions.of(Operation.LIST_PON_PORTS)));
        if (ports.isEmpty()) {
            throw new OltFault(
                    OltFault.Kind.DEVICE_ERROR,
                    olt.settings().olt(),
                    Operation.LIST_PON_PORTS,
                    "PON ports",
                    "the OLT shows none");
        }
        return ports;
    }

    private void readPort(OltConnection olt, PonPortId port) {
        UnreadableRows passedOver = new UnreadableRows();
        List<OnuConfiguration> found = olt.readWhatCan(
                        Operation.READ_CONFIGURATION,
                        passedOver,
                        session -> olt.driver().configurations(session, port))
                .orElseGet(() -> oneByOne(olt, port, passedOver));
        add(List.of(port), found, passedOver);
    }

    private void add(List<PonPortId> ports, List<OnuConfiguration> found, UnreadableRows passedOver) {
        found.forEach(one -> configurations.put(
                new OnuRegistration(one.onu().port(), one.onu().serial()), one));
        if (!passedOver.isEmpty()) {
            ports.forEach(port -> unreadable.put(port, settings.olt() + ", PON port " + port + ": " + passedOver));
        }
    }

    private static List<OnuConfiguration> oneByOne(OltConnection olt, PonPortId port, UnreadableRows passedOver) {
        List<OnuConfiguration> found = new ArrayList<>();
        for (OnuRef onu : onus(olt, port, passedOver)) {
            olt.readWhatCan(
                            Operation.READ_CONFIGURATION,
                            passedOver,
                            session -> olt.driver().configuration(session, onu))
                    .ifPresentOrElse(found::add, () -> passedOver.add(onu.toString(), "listed, and not to be read"));
        }
        return found;
    }

    private static List<OnuRef> onus(OltConnection olt, PonPortId port, UnreadableRows passedOver) {
        List<OnuRef> onus = new ArrayList<>();
        olt.readWhatCan(Operation.READ_STATE, passedOver, session -> {
            olt.driver().states(session, port, Set.of(), state -> onus.add(state.onu()));
            return port;
        });
        return onus;
    }

    @Override
    public Observation observe(LineService service) {
        OnuRegistration registration = service.line().registration();
        try {
            Observation seen = LineComparison.ofProvisioned(
                    Optional.ofNullable(configurations.get(registration)),
                    service,
                    WantedLine.of(settings, service.profile(), service.bindings()));
            return seen instanceof Observation.InSync ? seen : unlessUnreadable(registration, seen);
        } catch (IllegalArgumentException refused) {
            return new Observation.Unreadable(
                    OltLines.notSetUp(settings.olt(), service, refused).getMessage());
        }
    }

    private Observation unlessUnreadable(OnuRegistration registration, Observation seen) {
        String detail = unreadable.get(registration.ponPort());
        return detail == null ? seen : new Observation.Unreadable(detail);
    }

    @Override
    public List<OnuRegistration> registrations() {
        return List.copyOf(configurations.keySet());
    }
}
