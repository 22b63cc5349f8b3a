package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.spi.Capabilities;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.DiscoveredOnu;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuIds;
import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.PortState;
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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** C300 and C320. Frame, slot and port of a PON port are ZTE's shelf, slot and port. */
final class C3xxDriver implements OltDriver {
    private static final int ENABLE = 1;
    private static final int DISABLE = 2;
    private static final int BY_SERIAL = 1;
    private static final int FIRST_ONU = 1;
    private static final int LAST_ONU = 128;

    private static final String BOTH = "ZXGPON MIBs and independent public systems";
    private static final Capabilities CAPABILITIES = Capabilities.of(Map.ofEntries(
            Map.entry(Operation.DETECT, Capability.supported("sysObjectID 3902.1082.1001 (recorded)")),
            Map.entry(Operation.LIST_PON_PORTS, Capability.supported("zxGponOltPonName: MIB, recorded")),
            Map.entry(Operation.LIST_UNREGISTERED, Capability.supported("zxGponUnCfgSnOntSN: " + BOTH)),
            Map.entry(Operation.FIND, Capability.supported("zxGponOntDevMgmtProvisionSn: " + BOTH)),
            Map.entry(
                    Operation.REGISTER,
                    Capability.supported("zxGponOntDevMgmtEntryStatus: " + BOTH
                            + "; they differ on the column of the registration mode")),
            Map.entry(Operation.CHANGE_PROFILES, Capability.unsupported("an ONU gets its type when it is registered")),
            Map.entry(
                    Operation.BIND_SERVICE,
                    Capability.experimental(
                            "zxAnServicePort: varies by firmware, sources disagree; ports 1 to 8 of a card")),
            Map.entry(Operation.SET_ADMIN_STATE, Capability.supported("zxGponOntAdminState: " + BOTH)),
            Map.entry(Operation.DELETE, Capability.supported("zxGponOntDevMgmtEntryStatus: " + BOTH)),
            Map.entry(Operation.READ_CONFIGURATION, Capability.supported("zxGponOntDevMgmt: " + BOTH)),
            Map.entry(
                    Operation.READ_STATE,
                    Capability.supported(
                            "zxGponOntPhaseState: " + BOTH + "; the cause of the last going down: public tools")),
            Map.entry(Operation.READ_PORT, Capability.supported("zxGPonOltPonAdminState: MIB, recorded")),
            Map.entry(
                    Operation.SET_PORT,
                    Capability.experimental("zxGPonOltPonAdminState: MIB; nobody is known to write it")),
            Map.entry(
                    Operation.SAVE_CONFIGURATION,
                    Capability.unsupported("sources disagree; save on the OLT or have it save by itself"))));

    private static final List<Oid> CONFIGURATION = List.of(C3xxTables.SERIAL, C3xxTables.TYPE, C3xxTables.ADMIN);

    private final C3xxPorts ports;
    private final C3xxServices services;
    private final List<Long> registrationMode;

    /**
     * A driver.
     *
     * @param registrationMode columns that are set to "by serial number" when an ONU is registered
     */
    C3xxDriver(OltId olt, List<Long> registrationMode) {
        this.ports = new C3xxPorts(olt);
        this.services = new C3xxServices(ports);
        this.registrationMode = registrationMode;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    /** There is one profile, the ONU's type. */
    @Override
    public void check(OnuProfiles profiles, List<ServiceBinding> bindings) {
        profiles.requireSame("the ONU's type");
        bindings.forEach(C3xxServices::check);
    }

    @Override
    public Detection detect(OltSession session, SystemInfo system) {
        return ZteModels.detect(
                system,
                ZteModels.Series.C3XX,
                () -> session.first(Walk.of(C3xxTables.PORT_NAME), row -> true).isPresent());
    }

    @Override
    public List<PonPortId> ponPorts(OltSession session) {
        return ports.all(session);
    }

    @Override
    public List<DiscoveredOnu> unregistered(OltSession session) {
        return session.rows(Walk.of(C3xxTables.FOUND_SERIAL, C3xxTables.FOUND_TYPE)).stream()
                .flatMap(row -> row
                        .serial(C3xxTables.FOUND_SERIAL)
                        .map(serial -> new DiscoveredOnu(
                                ports.of(session, row.index().get(0)),
                                serial,
                                row.text(C3xxTables.FOUND_TYPE).filter(type -> !type.isBlank())))
                        .stream())
                .toList();
    }

    @Override
    public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
        return session.first(Walk.of(C3xxTables.SERIAL), row -> row.hasSerial(C3xxTables.SERIAL, serial))
                .map(row -> new OnuRef(
                        ports.of(session, row.index().get(0)), (int) row.index().get(1), serial));
    }

    @Override
    public OnuRef register(OltSession session, RegisterOnu order) {
        long port = ports.id(session, order.port());
        Set<Integer> taken = session.rows(Walk.of(C3xxTables.SERIAL).under(port)).stream()
                .map(row -> (int) row.index().get(1))
                .collect(Collectors.toSet());
        int id = OnuIds.free(session, order.port(), taken, FIRST_ONU, LAST_ONU);
        Oid row = Oid.of(port, id);
        List<VarBind> cells = new ArrayList<>();
        registrationMode.forEach(
                column -> cells.add(VarBind.of(C3xxTables.ONU.append(column).append(row), BY_SERIAL)));
        cells.add(VarBind.of(C3xxTables.TYPE.append(row), order.profiles().service()));
        cells.add(VarBind.of(C3xxTables.SERIAL.append(row), SerialCodec.octets(order.serial())));
        if (!order.description().isEmpty()) {
            cells.add(VarBind.of(C3xxTables.DESCRIPTION.append(row), order.description()));
        }
        cells.add(RowStatus.createAndGo(C3xxTables.ROW_STATUS.append(row)));
        session.set(cells);
        return new OnuRef(order.port(), id, order.serial());
    }

    @Override
    public void bindService(OltSession session, OnuRef onu, ServiceBinding service) {
        services.bind(session, onu, service);
    }

    @Override
    public void unbindService(OltSession session, OnuRef onu, ServiceBinding service) {
        services.unbind(session, onu, service);
    }

    @Override
    public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
        session.set(List.of(VarBind.of(C3xxTables.ADMIN.append(index(session, onu)), enabled ? ENABLE : DISABLE)));
    }

    /** The services first, and all in one request: an ONU without its services is nobody's order. */
    @Override
    public void delete(OltSession session, OnuRef onu) {
        Oid row = index(session, onu);
        List<VarBind> order = new ArrayList<>(services.removal(session, onu, row.get(0)));
        order.add(RowStatus.destroy(C3xxTables.ROW_STATUS.append(row)));
        session.set(order);
    }

    @Override
    public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
        Oid index = index(session, onu);
        Row row = session.row(index, CONFIGURATION);
        if (!row.hasSerial(C3xxTables.SERIAL, onu.serial())) {
            return Optional.empty();
        }
        return Optional.of(configuration(onu, row, services.all(session, onu, index.get(0))));
    }

    @Override
    public Optional<List<OnuConfiguration>> configurations(OltSession session, PonPortId port) {
        long id = ports.id(session, port);
        List<Row> onus = session.rows(Walk.of(CONFIGURATION).under(id));
        Map<Long, List<ServiceBinding>> bound = services.ofPort(session, port, id);
        List<OnuConfiguration> found = new ArrayList<>();
        for (Row onu : onus) {
            long number = onu.index().get(1);
            onu.serial(C3xxTables.SERIAL)
                    .ifPresent(serial -> found.add(configuration(
                            new OnuRef(port, (int) number, serial), onu, bound.getOrDefault(number, List.of()))));
        }
        return Optional.of(found);
    }

    private static OnuConfiguration configuration(OnuRef onu, Row row, List<ServiceBinding> services) {
        return new OnuConfiguration(
                onu,
                OnuProfiles.readSame(row, C3xxTables.TYPE),
                row.number(C3xxTables.ADMIN).orElse(ENABLE) != DISABLE,
                services);
    }

    @Override
    public OnuState state(OltSession session, OnuRef onu, Set<OnuState.Detail> details) {
        Oid index = index(session, onu);
        List<Oid> columns =
                new ArrayList<>(List.of(C3xxTables.SERIAL, C3xxTables.ADMIN, C3xxTables.PHASE, C3xxTables.DOWN_CAUSE));
        if (details.contains(OnuState.Detail.DISTANCE)) {
            columns.add(C3xxTables.DISTANCE);
        }
        Row row = session.row(index, columns);
        if (!row.hasSerial(C3xxTables.SERIAL, onu.serial())) {
            throw session.notRegistered(onu);
        }
        Row optics = details.contains(OnuState.Detail.OPTICS)
                ? session.row(index.append(1), List.of(C3xxTables.RECEIVED, C3xxTables.SENT))
                : nothing(index);
        return state(onu, row, optics);
    }

    @Override
    public void states(OltSession session, PonPortId port, Set<OnuState.Detail> details, Consumer<OnuState> states) {
        long id = ports.id(session, port);
        Map<Oid, Row> conditions = rows(session, id, C3xxTables.ADMIN, C3xxTables.PHASE, C3xxTables.DOWN_CAUSE);
        Map<Oid, Row> distances =
                details.contains(OnuState.Detail.DISTANCE) ? rows(session, id, C3xxTables.DISTANCE) : Map.of();
        Map<Oid, Row> optics = details.contains(OnuState.Detail.OPTICS)
                ? rows(session, id, C3xxTables.RECEIVED, C3xxTables.SENT)
                : Map.of();
        for (Row row : session.rows(Walk.of(C3xxTables.SERIAL).under(id))) {
            Oid index = row.index();
            row.serial(C3xxTables.SERIAL)
                    .map(serial -> new OnuRef(port, (int) index.get(1), serial))
                    .ifPresent(onu -> states.accept(state(
                            onu,
                            conditions
                                    .getOrDefault(index, nothing(index))
                                    .with(distances.getOrDefault(index, nothing(index))),
                            optics.getOrDefault(index.append(1), nothing(index)))));
        }
    }

    @Override
    public PortState port(OltSession session, PonPortId port) {
        long id = ports.id(session, port);
        Row row = session.row(Oid.of(id), List.of(C3xxTables.PORT_ADMIN, C3xxTables.PORT_OPER));
        // the OLT's own count loses track: the rows are counted
        int registered = session.rows(Walk.of(C3xxTables.SERIAL).under(id)).size();
        return new PortState(
                port,
                PortState.upOrDown(row.number(C3xxTables.PORT_ADMIN)),
                PortState.upOrDown(row.number(C3xxTables.PORT_OPER)),
                OptionalInt.of(registered),
                Optional.empty());
    }

    @Override
    public void setPortEnabled(OltSession session, PonPortId port, boolean enabled) {
        long id = ports.id(session, port);
        session.set(List.of(VarBind.of(C3xxTables.PORT_ADMIN.append(id), enabled ? ENABLE : DISABLE)));
    }

    private Oid index(OltSession session, OnuRef onu) {
        return Oid.of(ports.id(session, onu.port()), onu.id());
    }

    private static OnuState state(OnuRef onu, Row row, Row optics) {
        OnuState.Phase phase = ZtePhase.ofC3xx(row.code(C3xxTables.PHASE));
        return new OnuState(
                onu,
                OnuState.Admin.read(row, C3xxTables.ADMIN, DISABLE),
                OnuState.Registration.REGISTERED,
                ZtePhase.oper(phase),
                phase,
                ZtePhase.cause(row.code(C3xxTables.DOWN_CAUSE)),
                OnuState.plausible(row.number(C3xxTables.DISTANCE)),
                ZtePower.whileWorking(
                        phase,
                        new OnuOptics(
                                optics.decoded(C3xxTables.RECEIVED, ZtePower::atOnu),
                                optics.decoded(C3xxTables.SENT, ZtePower::atOnu),
                                Optional.empty())));
    }

    private static Map<Oid, Row> rows(OltSession session, long port, Oid... columns) {
        return session.rows(Walk.of(columns).under(port)).stream().collect(Collectors.toMap(Row::index, row -> row));
    }

    private static Row nothing(Oid index) {
        return new Row(index, Map.of());
    }
}
