package io.silverdata.contract.examples.customdriver;

import io.silverdata.contract.adapters.olt.spi.Capabilities;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.DiscoveredOnu;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.OnuTable;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.PonPortNames;
import io.silverdata.contract.adapters.olt.spi.RegisterOnu;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.RowStatus;
import io.silverdata.contract.adapters.olt.spi.SerialCodec;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.spi.SystemInfo;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Tells Acme's OLTs. Acme does not exist: 32473 is the enterprise for examples (RFC 5612). */
final class AcmeDriver implements OltDriver {
    private static final Oid ACME = Oid.parse("1.3.6.1.4.1.32473");
    private static final Oid FOUND_SERIAL = ACME.append(2, 1, 2); // INDEX { ifIndex, number }
    private static final Oid ONU = ACME.append(3, 1); // INDEX { ifIndex, ONU 1..64 }
    private static final Oid SERIAL = ONU.append(2);
    private static final Oid LINE = ONU.append(3);
    private static final Oid SERVICE = ONU.append(4);
    private static final Oid VLAN = ONU.append(5); // of frames without a tag; 0 is none
    private static final Oid ADMIN = ONU.append(6); // enabled(1), disabled(2)
    private static final Oid STATUS = ONU.append(7);
    private static final Oid CONDITION = ONU.append(8); // online(1), noLight(2), noPower(3), disabled(4)
    private static final Oid METRES = ONU.append(9);
    private static final Oid RECEIVED = ONU.append(10); // hundredths of dBm; 0 is none
    private static final List<Oid> CONFIGURATION = List.of(LINE, SERVICE, VLAN, ADMIN);
    private static final List<Oid> CONDITIONS = List.of(ADMIN, CONDITION, METRES, RECEIVED);
    private static final Pattern PORT_NAME = Pattern.compile("pon (\\d+)/(\\d+)/(\\d+)");

    private static final Capability SEEN = Capability.supported("ACME-GPON-MIB, and one ONU on an AC-16, release 4.2");
    private static final Capabilities CAPABILITIES = Capabilities.none()
            .with(SEEN, Operation.DETECT, Operation.LIST_PON_PORTS, Operation.FIND, Operation.READ_CONFIGURATION)
            .with(SEEN, Operation.REGISTER, Operation.BIND_SERVICE, Operation.SET_ADMIN_STATE, Operation.DELETE)
            .with(SEEN, Operation.READ_STATE)
            .with(Capability.experimental("ACME-GPON-MIB says so; nobody has tried"), Operation.LIST_UNREGISTERED)
            .with(Capability.unsupported("ACME-GPON-MIB: only with a new row"), Operation.CHANGE_PROFILES);

    private final PonPortNames ports;
    private final OnuTable onus;

    AcmeDriver(OltId olt) {
        ports = new PonPortNames(olt, PORT_NAME);
        onus = new OnuTable(ports, SERIAL, 1, 64);
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Detection detect(OltSession session, SystemInfo system) {
        boolean acme = system.objectId().startsWith(ACME);
        return new Detection(acme ? Detection.Fit.YES : Detection.Fit.NO, "sysObjectID " + system.objectId());
    }

    @Override
    public List<PonPortId> ponPorts(OltSession session) {
        return List.copyOf(ports.all(session).keySet());
    }

    @Override
    public void check(OnuProfiles profiles, List<ServiceBinding> services) {
        for (ServiceBinding service : services) {
            if (!service.equals(ServiceBinding.untagged(1, service.outer().id()))) {
                throw new IllegalArgumentException("a service must be untagged at GEM port 1, no more: " + service);
            }
        }
    }

    @Override
    public List<DiscoveredOnu> unregistered(OltSession session) {
        return session.rows(Walk.of(FOUND_SERIAL)).stream()
                .flatMap(row -> row.serial(FOUND_SERIAL).stream()
                        .map(serial -> new DiscoveredOnu(
                                ports.port(session, row.index().get(0)), serial, Optional.empty())))
                .toList();
    }

    @Override
    public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
        return onus.find(session, serial);
    }

    @Override
    public OnuRef register(OltSession session, RegisterOnu order) {
        OnuRef onu = onus.place(session, order);
        Oid row = onus.index(session, onu);
        session.set(
                VarBind.of(SERIAL.append(row), SerialCodec.octets(order.serial())),
                VarBind.of(LINE.append(row), order.profiles().line()),
                VarBind.of(SERVICE.append(row), order.profiles().service()),
                RowStatus.createAndGo(STATUS.append(row)));
        return onu;
    }

    @Override
    public void bindService(OltSession session, OnuRef onu, ServiceBinding service) {
        session.set(VarBind.of(
                VLAN.append(onus.index(session, onu)), service.outer().id()));
    }

    @Override
    public void unbindService(OltSession session, OnuRef onu, ServiceBinding service) {
        session.set(VarBind.of(VLAN.append(onus.index(session, onu)), 0));
    }

    @Override
    public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
        session.set(VarBind.of(ADMIN.append(onus.index(session, onu)), enabled ? 1 : 2));
    }

    @Override
    public void delete(OltSession session, OnuRef onu) {
        session.set(RowStatus.destroy(STATUS.append(onus.index(session, onu))));
    }

    @Override
    public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
        return onus.row(session, onu, CONFIGURATION).map(row -> configuration(onu, row));
    }

    @Override
    public Optional<List<OnuConfiguration>> configurations(OltSession session, PonPortId port) {
        List<OnuConfiguration> found = new ArrayList<>();
        onus.walk(session, port, CONFIGURATION, (onu, row) -> found.add(configuration(onu, row)));
        return Optional.of(found);
    }

    private static OnuConfiguration configuration(OnuRef onu, Row row) {
        boolean enabled = OnuState.Admin.read(row, ADMIN, 2) != OnuState.Admin.DISABLED;
        List<ServiceBinding> services =
                row.decoded(VLAN, AcmeDriver::service).stream().toList();
        return new OnuConfiguration(onu, OnuProfiles.read(row, LINE, SERVICE), enabled, services);
    }

    @Override
    public OnuState state(OltSession session, OnuRef onu, Set<OnuState.Detail> details) {
        return onus.row(session, onu, CONDITIONS)
                .map(row -> state(onu, row))
                .orElseThrow(() -> session.notRegistered(onu));
    }

    @Override
    public void states(OltSession session, PonPortId port, Set<OnuState.Detail> details, Consumer<OnuState> states) {
        onus.walk(session, port, CONDITIONS, (onu, row) -> states.accept(state(onu, row)));
    }

    private static OnuState state(OnuRef onu, Row row) {
        OnuState state = OnuState.unknown(onu)
                .withAdmin(OnuState.Admin.read(row, ADMIN, 2))
                .withDistance(OnuState.plausible(row.number(METRES)))
                .withOptics(new OnuOptics(OnuOptics.hundredths(row, RECEIVED, 0), Optional.empty(), Optional.empty()));
        return switch (row.code(CONDITION)) {
            case 1 -> state.online();
            case 2 -> state.offline(OnuState.DownCause.LOS);
            case 3 -> state.offline(OnuState.DownCause.POWER);
            case 4 -> state.offline(OnuState.DownCause.ADMIN);
            default -> state;
        };
    }

    private static Optional<ServiceBinding> service(long vlan) {
        return vlan == 0 ? Optional.empty() : Optional.of(ServiceBinding.untagged(1, (int) vlan));
    }
}
