package io.silverdata.contract.adapters.olt.raisecom;

import io.silverdata.contract.adapters.olt.spi.Capabilities;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.DiscoveredOnu;
import io.silverdata.contract.adapters.olt.spi.NumberedProfiles;
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
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.spi.SystemInfo;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.adapters.olt.spi.WalkStyle;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import io.silverdata.contract.model.ServiceState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Frame is 0 for every PON port; slot and port are Raisecom's. */
final class RaisecomDriver implements OltDriver {
    private static final int ACTIVE = 1;
    private static final int SUSPENDED = 2;
    private static final int SAVE = 2;
    private static final int FIRST_ONU = 1;
    private static final int LAST_ONU = 128;

    private static final String IN_PRODUCTION = "no MIB is published; one public application does it in production";
    private static final String TOOLS = "no MIB is published; independent public tools read it alike";
    private static final Capabilities CAPABILITIES = Capabilities.of(Map.ofEntries(
            Map.entry(Operation.DETECT, Capability.supported("sysObjectID 8886.18 (recorded)")),
            Map.entry(Operation.LIST_PON_PORTS, Capability.supported("rcGponPONPortOperStatus: " + TOOLS)),
            Map.entry(Operation.LIST_UNREGISTERED, Capability.supported("8886.18.3.1.2.2.1.1: " + TOOLS)),
            Map.entry(Operation.FIND, Capability.supported("8886.18.3.1.3.1.1.2: " + TOOLS)),
            Map.entry(Operation.REGISTER, Capability.experimental("one PDU with row status 4: " + IN_PRODUCTION)),
            Map.entry(
                    Operation.CHANGE_PROFILES,
                    Capability.unsupported("nobody is known to do it on a row that is active")),
            Map.entry(
                    Operation.BIND_SERVICE,
                    Capability.unsupported("services are part of the line and service profiles")),
            Map.entry(Operation.SET_ADMIN_STATE, Capability.experimental("8886.18.3.1.3.1.1.18: " + IN_PRODUCTION)),
            Map.entry(Operation.DELETE, Capability.experimental("row status 6: " + IN_PRODUCTION)),
            Map.entry(Operation.READ_CONFIGURATION, Capability.supported("8886.18.3.1.3.1.1.6 and .8: " + TOOLS)),
            Map.entry(Operation.READ_STATE, Capability.supported("8886.18.3.1.3.1.1.15 to .18: " + TOOLS)),
            Map.entry(Operation.READ_PORT, Capability.supported("rcGponPONPortOperStatus: " + TOOLS)),
            Map.entry(Operation.SET_PORT, Capability.unsupported("no object is known")),
            Map.entry(Operation.SAVE_CONFIGURATION, Capability.experimental("8886.1.2.1.1.0 = 2: " + IN_PRODUCTION))));

    private final OltId olt;

    RaisecomDriver(OltId olt) {
        this.olt = olt;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    /** Public tools report rows that do not come in order. */
    @Override
    public WalkStyle walkStyle() {
        return WalkStyle.UNSORTED;
    }

    /** Profiles are known by number. */
    @Override
    public void check(OnuProfiles profiles, List<ServiceBinding> services) {
        NumberedProfiles.of(profiles);
    }

    @Override
    public Detection detect(OltSession session, SystemInfo system) {
        if (!system.objectId().startsWith(Tables.ENTERPRISE)) {
            return new Detection(Detection.Fit.NO, "sysObjectID " + system.objectId() + " is not Raisecom's");
        }
        boolean gpon =
                session.first(Walk.of(Tables.PORT_OPER_STATUS), row -> true).isPresent();
        return gpon
                ? new Detection(Detection.Fit.YES, "sysObjectID " + system.objectId() + " and GPON ports")
                : new Detection(Detection.Fit.NO, "no GPON port in " + Tables.PORT_OPER_STATUS);
    }

    @Override
    public List<PonPortId> ponPorts(OltSession session) {
        return session.rows(Walk.of(Tables.PORT_OPER_STATUS)).stream()
                .map(row -> port(PortIndex.of(row.index().get(0))))
                .sorted()
                .toList();
    }

    @Override
    public List<DiscoveredOnu> unregistered(OltSession session) {
        return session.rows(Walk.of(Tables.FOUND_SERIAL)).stream()
                .flatMap(row -> row
                        .serial(Tables.FOUND_SERIAL)
                        .map(serial ->
                                new DiscoveredOnu(port(PortIndex.of(row.index().get(0))), serial, Optional.empty()))
                        .stream())
                .toList();
    }

    @Override
    public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
        return session.first(Walk.of(Tables.SERIAL), row -> row.hasSerial(Tables.SERIAL, serial))
                .map(row -> ref(OnuIndex.ofBits(row.index().get(0)), serial));
    }

    /** The serial number goes as text of sixteen hexadecimal digits, as it does in production. */
    @Override
    public OnuRef register(OltSession session, RegisterOnu order) {
        PonPortId port = order.port();
        PortIndex portIndex = PortIndex.of(portRow(session, port).index().get(0));
        Set<Integer> taken = onus(session, port).stream().map(OnuRef::id).collect(Collectors.toSet());
        int id = OnuIds.free(session, port, taken, FIRST_ONU, LAST_ONU);
        Oid index = Oid.of(portIndex.onu(id).bits());
        NumberedProfiles numbers = NumberedProfiles.of(order.profiles());
        session.set(List.of(
                VarBind.of(Tables.SERIAL.append(index), order.serial().toHexadecimal()),
                VarBind.of(Tables.LINE_PROFILE.append(index), numbers.line()),
                VarBind.of(Tables.SERVICE_PROFILE.append(index), numbers.service()),
                RowStatus.createAndGo(Tables.ROW_STATUS.append(index))));
        return new OnuRef(port, id, order.serial());
    }

    @Override
    public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
        session.set(List.of(VarBind.of(Tables.ACTIVE.append(index(onu)), enabled ? ACTIVE : SUSPENDED)));
    }

    @Override
    public void delete(OltSession session, OnuRef onu) {
        session.set(List.of(RowStatus.destroy(Tables.ROW_STATUS.append(index(onu)))));
    }

    @Override
    public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
        Row row = session.row(
                index(onu), List.of(Tables.SERIAL, Tables.LINE_PROFILE, Tables.SERVICE_PROFILE, Tables.ACTIVE));
        if (!row.hasSerial(Tables.SERIAL, onu.serial())) {
            return Optional.empty();
        }
        Optional<OnuProfiles> profiles = NumberedProfiles.read(row, Tables.LINE_PROFILE, Tables.SERVICE_PROFILE);
        boolean enabled = row.number(Tables.ACTIVE).orElse(ACTIVE) != SUSPENDED;
        return Optional.of(new OnuConfiguration(onu, profiles, enabled, List.of()));
    }

    @Override
    public OnuState state(OltSession session, OnuRef onu, Set<OnuState.Detail> details) {
        Row row = session.row(index(onu), OnuStateDecoder.COLUMNS);
        if (!row.hasSerial(Tables.SERIAL, onu.serial())) {
            throw session.notRegistered(onu);
        }
        Row match = session.row(Oid.of(onuIndex(onu).digits()), List.of(Tables.MATCH));
        return OnuStateDecoder.state(onu, row, match, optics(session, onu, details));
    }

    /** Reads one by one: the tables have one index for the whole OLT and cannot be walked from a port on. */
    @Override
    public void states(OltSession session, PonPortId port, Set<OnuState.Detail> details, Consumer<OnuState> states) {
        onus(session, port).forEach(onu -> states.accept(state(session, onu, details)));
    }

    @Override
    public PortState port(OltSession session, PonPortId port) {
        Row row = portRow(session, port);
        OptionalLong registered = row.number(Tables.PORT_REGISTERED);
        return new PortState(
                port,
                ServiceState.UNKNOWN,
                PortState.upOrDown(row.number(Tables.PORT_OPER_STATUS)),
                registered.isPresent() ? OptionalInt.of((int) registered.getAsLong()) : OptionalInt.empty(),
                Optional.empty());
    }

    @Override
    public void save(OltSession session) {
        session.set(List.of(VarBind.of(Tables.SAVE, SAVE)));
    }

    /** Fails if the OLT has no such port. */
    private static Row portRow(OltSession session, PonPortId port) {
        return PortIndex.of(port)
                .map(index ->
                        session.row(Oid.of(index.index()), List.of(Tables.PORT_OPER_STATUS, Tables.PORT_REGISTERED)))
                .filter(row -> !row.cells().isEmpty())
                .orElseThrow(() -> session.noSuchPort(port));
    }

    private List<OnuRef> onus(OltSession session, PonPortId port) {
        List<OnuRef> onus = new ArrayList<>();
        session.walk(Walk.of(Tables.SERIAL), row -> {
            OnuIndex index = OnuIndex.ofBits(row.index().get(0));
            if (port(index).equals(port)) {
                row.serial(Tables.SERIAL).ifPresent(serial -> onus.add(ref(index, serial)));
            }
            return true;
        });
        onus.sort(Comparator.comparingInt(OnuRef::id));
        return onus;
    }

    private static OnuOptics optics(OltSession session, OnuRef onu, Set<OnuState.Detail> details) {
        return details.contains(OnuState.Detail.OPTICS)
                ? OnuStateDecoder.optics(
                        session.row(Oid.of(onuIndex(onu).opticalDigits()), List.of(Tables.RECEIVED, Tables.SENT)),
                        session.row(index(onu), List.of(Tables.OLT_RECEIVED)))
                : OnuOptics.NONE;
    }

    private OnuRef ref(OnuIndex index, OnuSerial serial) {
        return new OnuRef(port(index), index.onu(), serial);
    }

    private PonPortId port(OnuIndex index) {
        return new PonPortId(olt, 0, index.slot(), index.port());
    }

    private PonPortId port(PortIndex index) {
        return new PonPortId(olt, 0, index.slot(), index.port());
    }

    private static OnuIndex onuIndex(OnuRef onu) {
        return new OnuIndex(onu.port().slot(), onu.port().port(), onu.id());
    }

    private static Oid index(OnuRef onu) {
        return Oid.of(onuIndex(onu).bits());
    }
}
