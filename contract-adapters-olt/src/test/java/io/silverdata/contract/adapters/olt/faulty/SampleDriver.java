package io.silverdata.contract.adapters.olt.faulty;

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
import io.silverdata.contract.adapters.olt.spi.PortState;
import io.silverdata.contract.adapters.olt.spi.RegisterOnu;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.RowStatus;
import io.silverdata.contract.adapters.olt.spi.SerialCodec;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.spi.SystemInfo;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.spi.Vlan;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Does everything that a driver can do. Open, so that faults can be seeded into it. */
class SampleDriver implements OltDriver {
    static final Oid SAMPLE = Oid.parse("1.3.6.1.4.1.32473.8");
    static final Oid SERIAL = SAMPLE.append(1, 1);
    static final Oid LINE = SAMPLE.append(1, 2);
    static final Oid SERVICE = SAMPLE.append(1, 3);
    static final Oid DESCRIPTION = SAMPLE.append(1, 4);
    static final Oid ADMIN = SAMPLE.append(1, 6);
    static final Oid STATUS = SAMPLE.append(1, 7);
    static final Oid CONDITION = SAMPLE.append(1, 8);
    static final Oid METRES = SAMPLE.append(1, 10);
    static final Oid RECEIVED = SAMPLE.append(1, 11);
    static final Oid SENT = SAMPLE.append(1, 12);
    static final Oid AT_OLT = SAMPLE.append(1, 13);
    static final Oid USER_VLAN = SAMPLE.append(2, 1);
    static final Oid OUTER_VLAN = SAMPLE.append(2, 2);
    static final Oid SERVICE_STATUS = SAMPLE.append(2, 3);
    static final Oid FOUND = SAMPLE.append(4, 2);
    static final Oid SAVE = SAMPLE.append(9, 0);
    static final Oid IF_ADMIN = Oid.parse("1.3.6.1.2.1.2.2.1.7");
    static final Oid IF_OPER = Oid.parse("1.3.6.1.2.1.2.2.1.8");
    static final int NONE = 65_535;

    final PonPortNames ports;
    final OnuTable onus;

    SampleDriver(OltId olt) {
        ports = new PonPortNames(olt, Pattern.compile("pon (\\d+)/(\\d+)/(\\d+)"));
        onus = new OnuTable(ports, SERIAL, 1, 16);
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.none().with(Capability.supported("made up for a test"), Operation.values());
    }

    @Override
    public Detection detect(OltSession session, SystemInfo system) {
        boolean sample = system.objectId().startsWith(SAMPLE);
        return new Detection(sample ? Detection.Fit.YES : Detection.Fit.NO, "sysObjectID " + system.objectId());
    }

    @Override
    public List<PonPortId> ponPorts(OltSession session) {
        return List.copyOf(ports.all(session).keySet());
    }

    @Override
    public List<DiscoveredOnu> unregistered(OltSession session) {
        return session.rows(Walk.of(FOUND)).stream()
                .flatMap(row -> row.serial(FOUND).stream()
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
        session.set(cells(session, onu, order));
        return onu;
    }

    final List<VarBind> cells(OltSession session, OnuRef onu, RegisterOnu order) {
        Oid row = index(session, onu);
        return List.of(
                VarBind.of(SERIAL.append(row), SerialCodec.octets(order.serial())),
                VarBind.of(LINE.append(row), order.profiles().line()),
                VarBind.of(SERVICE.append(row), order.profiles().service()),
                VarBind.of(DESCRIPTION.append(row), order.description()),
                RowStatus.createAndGo(STATUS.append(row)));
    }

    @Override
    public void changeProfiles(OltSession session, OnuRef onu, OnuProfiles profiles) {
        Oid row = index(session, onu);
        session.set(VarBind.of(LINE.append(row), profiles.line()), VarBind.of(SERVICE.append(row), profiles.service()));
    }

    @Override
    public void bindService(OltSession session, OnuRef onu, ServiceBinding service) {
        Oid row = index(session, onu).append(service.gemPort());
        session.set(
                VarBind.of(USER_VLAN.append(row), service.user().map(Vlan::id).orElse(0)),
                VarBind.of(OUTER_VLAN.append(row), service.outer().id()),
                RowStatus.createAndGo(SERVICE_STATUS.append(row)));
    }

    @Override
    public void unbindService(OltSession session, OnuRef onu, ServiceBinding service) {
        session.set(RowStatus.destroy(SERVICE_STATUS.append(index(session, onu).append(service.gemPort()))));
    }

    @Override
    public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
        session.set(VarBind.of(ADMIN.append(index(session, onu)), enabled ? 1 : 2));
    }

    @Override
    public void delete(OltSession session, OnuRef onu) {
        session.set(RowStatus.destroy(STATUS.append(index(session, onu))));
    }

    @Override
    public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
        return onus.row(session, onu, List.of(LINE, SERVICE, ADMIN)).map(row -> configuration(session, onu, row));
    }

    @Override
    public Optional<List<OnuConfiguration>> configurations(OltSession session, PonPortId port) {
        List<OnuConfiguration> found = new ArrayList<>();
        onus.walk(
                session,
                port,
                List.of(LINE, SERVICE, ADMIN),
                (onu, row) -> found.add(configuration(session, onu, row)));
        return Optional.of(found);
    }

    final OnuConfiguration configuration(OltSession session, OnuRef onu, Row row) {
        List<ServiceBinding> services = session
                .rows(Walk.of(USER_VLAN, OUTER_VLAN).under(index(session, onu)))
                .stream()
                .map(SampleDriver::service)
                .toList();
        return new OnuConfiguration(
                onu,
                OnuProfiles.read(row, LINE, SERVICE),
                OnuState.Admin.read(row, ADMIN, 2) != OnuState.Admin.DISABLED,
                services);
    }

    private static ServiceBinding service(Row row) {
        int gemPort = (int) row.index().get(-1);
        int user = row.code(USER_VLAN);
        int outer = row.code(OUTER_VLAN);
        return user == 0 ? ServiceBinding.untagged(gemPort, outer) : ServiceBinding.tagged(gemPort, user, outer);
    }

    @Override
    public OnuState state(OltSession session, OnuRef onu, Set<OnuState.Detail> details) {
        return onus.row(session, onu, columns())
                .map(row -> state(onu, row))
                .orElseThrow(() -> session.notRegistered(onu));
    }

    @Override
    public void states(OltSession session, PonPortId port, Set<OnuState.Detail> details, Consumer<OnuState> states) {
        onus.walk(session, port, columns(), (onu, row) -> states.accept(state(onu, row)));
    }

    final List<Oid> columns() {
        return List.of(ADMIN, CONDITION, METRES, RECEIVED, SENT, AT_OLT);
    }

    OnuState state(OnuRef onu, Row row) {
        OnuState state = OnuState.unknown(onu)
                .withAdmin(OnuState.Admin.read(row, ADMIN, 2))
                .withDistance(OnuState.plausible(row.number(METRES)))
                .withOptics(optics(row));
        return switch (row.code(CONDITION)) {
            case 1 -> state.online();
            case 2 -> state.activating(OnuState.Phase.LOGGING);
            case 3 -> state.offline(OnuState.DownCause.LOS);
            case 4 -> state.offline(OnuState.DownCause.POWER);
            case 5 -> state.offline(OnuState.DownCause.ADMIN);
            default -> state;
        };
    }

    OnuOptics optics(Row row) {
        return new OnuOptics(
                OnuOptics.hundredths(row, RECEIVED, NONE),
                OnuOptics.tenths(row, SENT, NONE),
                OnuOptics.thousandths(row, AT_OLT, NONE));
    }

    @Override
    public PortState port(OltSession session, PonPortId port) {
        long ifIndex = ports.ifIndex(session, port);
        Row row = session.row(Oid.of(ifIndex), List.of(IF_ADMIN, IF_OPER));
        return new PortState(
                port,
                PortState.upOrDown(row.number(IF_ADMIN)),
                PortState.upOrDown(row.number(IF_OPER)),
                OptionalInt.of(session.rows(Walk.of(STATUS).under(ifIndex)).size()),
                Optional.empty());
    }

    @Override
    public void setPortEnabled(OltSession session, PonPortId port, boolean enabled) {
        session.set(VarBind.of(IF_ADMIN.append(ports.ifIndex(session, port)), enabled ? 1 : 2));
    }

    @Override
    public void save(OltSession session) {
        session.set(VarBind.of(SAVE, 1));
    }

    final Oid index(OltSession session, OnuRef onu) {
        return onus.index(session, onu);
    }
}
