package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.spi.Capabilities;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.DiscoveredOnu;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltFault;
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

/** C600, C610 and C620. Frame, slot and port of a PON port are ZTE's rack, slot and port, as in the interface's name. */
final class C6xxDriver implements OltDriver {
    private static final int SAVE = 1;
    private static final int FIRST_ONU = 1;
    private static final int LAST_ONU = 128;

    private static final String TOOLS = "no MIB is published; independent public tools read it alike";
    private static final Capabilities CAPABILITIES = Capabilities.of(Map.ofEntries(
            Map.entry(Operation.DETECT, Capability.supported("sysObjectID 3902.1082.1001.620 (recorded)")),
            Map.entry(Operation.LIST_PON_PORTS, Capability.supported("ifName (recorded)")),
            Map.entry(Operation.LIST_UNREGISTERED, Capability.supported("3902.1082.500.2.2.11.2.1.2: " + TOOLS)),
            Map.entry(Operation.FIND, Capability.supported("3902.1082.500.10.2.3.3.1.6 and .18: " + TOOLS)),
            Map.entry(
                    Operation.REGISTER,
                    Capability.experimental(
                            "3902.1082.500.10.2.3.3.1: one public system claims it, without its columns")),
            Map.entry(Operation.CHANGE_PROFILES, Capability.unsupported("an ONU gets its type when it is registered")),
            Map.entry(Operation.BIND_SERVICE, Capability.unsupported("no object is known")),
            Map.entry(Operation.SET_ADMIN_STATE, Capability.unsupported("no object that can be written is known")),
            Map.entry(
                    Operation.DELETE,
                    Capability.experimental("3902.1082.500.10.2.3.3.1.50 = 6: public systems do it, no MIB")),
            Map.entry(Operation.READ_CONFIGURATION, Capability.supported("3902.1082.500.10.2.3.3.1.1: " + TOOLS)),
            Map.entry(Operation.READ_STATE, Capability.supported("3902.1082.500.10.2.3.8.1.4 and .7: " + TOOLS)),
            Map.entry(Operation.READ_PORT, Capability.supported("IF-MIB")),
            Map.entry(Operation.SET_PORT, Capability.unsupported("nobody is known to do it")),
            Map.entry(
                    Operation.SAVE_CONFIGURATION,
                    Capability.experimental("3902.1082.20.1.2.10.1.1.0 = 1: one public system, no MIB"))));

    private final OltId olt;

    C6xxDriver(OltId olt) {
        this.olt = olt;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    /** There is one profile, the ONU's type. */
    @Override
    public void check(OnuProfiles profiles, List<ServiceBinding> services) {
        profiles.requireSame("the ONU's type");
    }

    @Override
    public Detection detect(OltSession session, SystemInfo system) {
        return ZteModels.detect(
                system,
                ZteModels.Series.C6XX,
                () -> session.first(Walk.of(C6xxTables.SERIAL), row -> true).isPresent());
    }

    @Override
    public List<PonPortId> ponPorts(OltSession session) {
        return session.rows(Walk.of(C6xxTables.IF_NAME)).stream()
                .flatMap(row -> port(row).stream())
                .sorted()
                .toList();
    }

    @Override
    public List<DiscoveredOnu> unregistered(OltSession session) {
        List<DiscoveredOnu> found = new ArrayList<>();
        for (Row row : session.rows(Walk.of(C6xxTables.FOUND_SERIAL, C6xxTables.FOUND_TYPE))) {
            row.serial(C6xxTables.FOUND_SERIAL)
                    .ifPresent(serial -> port(session, row.index().get(0))
                            .ifPresent(port -> found.add(new DiscoveredOnu(
                                    port,
                                    serial,
                                    row.text(C6xxTables.FOUND_TYPE).filter(type -> !type.isBlank())))));
        }
        return found;
    }

    @Override
    public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
        return session.first(
                        Walk.of(C6xxTables.SERIAL, C6xxTables.SERIAL_TEXT),
                        row -> serial(row).equals(Optional.of(serial)))
                .map(row -> new OnuRef(
                        requirePort(session, row.index().get(0)),
                        (int) row.index().get(1),
                        serial));
    }

    @Override
    public OnuRef register(OltSession session, RegisterOnu order) {
        long port = ifIndex(session, order.port());
        Set<Integer> taken = onus(session, port).stream()
                .map(row -> (int) row.index().get(1))
                .collect(Collectors.toSet());
        int id = OnuIds.free(session, order.port(), taken, FIRST_ONU, LAST_ONU);
        Oid row = Oid.of(port, id);
        session.set(List.of(
                VarBind.of(C6xxTables.TYPE.append(row), order.profiles().service()),
                VarBind.of(C6xxTables.SERIAL.append(row), SerialCodec.octets(order.serial())),
                RowStatus.createAndGo(C6xxTables.ROW_STATUS.append(row))));
        return new OnuRef(order.port(), id, order.serial());
    }

    @Override
    public void delete(OltSession session, OnuRef onu) {
        Oid row = Oid.of(ifIndex(session, onu.port()), onu.id());
        session.set(List.of(RowStatus.destroy(C6xxTables.ROW_STATUS.append(row))));
    }

    /** Whether the ONU may work is not told: it counts as enabled. */
    @Override
    public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
        Row row = session.row(
                Oid.of(ifIndex(session, onu.port()), onu.id()),
                List.of(C6xxTables.SERIAL, C6xxTables.SERIAL_TEXT, C6xxTables.TYPE));
        return serial(row).equals(Optional.of(onu.serial()))
                ? Optional.of(new OnuConfiguration(onu, OnuProfiles.readSame(row, C6xxTables.TYPE), true, List.of()))
                : Optional.empty();
    }

    @Override
    public OnuState state(OltSession session, OnuRef onu, Set<OnuState.Detail> details) {
        return state(session, onu, Oid.of(ifIndex(session, onu.port()), onu.id()), details)
                .orElseThrow(() -> session.notRegistered(onu));
    }

    @Override
    public void states(OltSession session, PonPortId port, Set<OnuState.Detail> details, Consumer<OnuState> states) {
        for (Row row : onus(session, ifIndex(session, port))) {
            serial(row)
                    .map(serial -> new OnuRef(port, (int) row.index().get(1), serial))
                    .flatMap(onu -> state(session, onu, row.index(), details))
                    .ifPresent(states);
        }
    }

    @Override
    public PortState port(OltSession session, PonPortId port) {
        long index = ifIndex(session, port);
        Row row = session.row(Oid.of(index), List.of(C6xxTables.IF_ADMIN_STATUS, C6xxTables.IF_OPER_STATUS));
        return new PortState(
                port,
                PortState.upOrDown(row.number(C6xxTables.IF_ADMIN_STATUS)),
                PortState.upOrDown(row.number(C6xxTables.IF_OPER_STATUS)),
                OptionalInt.of(onus(session, index).size()),
                Optional.empty());
    }

    @Override
    public void save(OltSession session) {
        session.set(List.of(VarBind.of(C6xxTables.SAVE, SAVE)));
    }

    private static Optional<OnuState> state(OltSession session, OnuRef onu, Oid index, Set<OnuState.Detail> details) {
        List<Oid> columns = new ArrayList<>(
                List.of(C6xxTables.SERIAL, C6xxTables.SERIAL_TEXT, C6xxTables.PHASE, C6xxTables.DOWN_CAUSE));
        if (details.contains(OnuState.Detail.DISTANCE)) {
            columns.add(C6xxTables.DISTANCE);
        }
        if (details.contains(OnuState.Detail.OPTICS)) {
            columns.add(C6xxTables.OLT_RECEIVED);
        }
        Row row = session.row(index, columns);
        if (!serial(row).equals(Optional.of(onu.serial()))) {
            return Optional.empty();
        }
        Row optics = details.contains(OnuState.Detail.OPTICS)
                ? session.row(index.append(1), List.of(C6xxTables.RECEIVED, C6xxTables.SENT))
                : new Row(index, Map.of());
        return Optional.of(state(onu, row, optics));
    }

    private static OnuState state(OnuRef onu, Row row, Row optics) {
        OnuState.Phase phase = ZtePhase.ofC6xx(row.code(C6xxTables.PHASE));
        return new OnuState(
                onu,
                OnuState.Admin.UNKNOWN,
                OnuState.Registration.REGISTERED,
                ZtePhase.oper(phase),
                phase,
                ZtePhase.cause(row.code(C6xxTables.DOWN_CAUSE)),
                OnuState.plausible(row.number(C6xxTables.DISTANCE)),
                ZtePower.whileWorking(
                        phase,
                        new OnuOptics(
                                optics.decoded(C6xxTables.RECEIVED, ZtePower::atOnu),
                                optics.decoded(C6xxTables.SENT, ZtePower::atOnu),
                                row.decoded(C6xxTables.OLT_RECEIVED, ZtePower::atOlt))));
    }

    private static List<Row> onus(OltSession session, long port) {
        return session.rows(Walk.of(C6xxTables.SERIAL, C6xxTables.SERIAL_TEXT).under(port));
    }

    /** One column has octets, another text as {@code 1,ZTEG12345678}; firmware fills one or both. */
    private static Optional<OnuSerial> serial(Row row) {
        return row.serial(C6xxTables.SERIAL).or(() -> row.serial(C6xxTables.SERIAL_TEXT));
    }

    private long ifIndex(OltSession session, PonPortId port) {
        return session.first(Walk.of(C6xxTables.IF_NAME), row -> port(row).equals(Optional.of(port)))
                .orElseThrow(() -> session.noSuchPort(port))
                .index()
                .get(0);
    }

    /** An ONU at an interface whose name cannot be read is registered all the same. */
    private PonPortId requirePort(OltSession session, long ifIndex) {
        return port(session, ifIndex)
                .orElseThrow(() ->
                        session.fault(OltFault.Kind.DEVICE_ERROR, "interface " + ifIndex, "has no name of a PON port"));
    }

    private Optional<PonPortId> port(OltSession session, long ifIndex) {
        return port(session.row(Oid.of(ifIndex), List.of(C6xxTables.IF_NAME)));
    }

    private Optional<PonPortId> port(Row row) {
        return row.text(C6xxTables.IF_NAME)
                .flatMap(PortName::parse)
                .map(name -> new PonPortId(olt, name.shelf(), name.slot(), name.port()));
    }
}
