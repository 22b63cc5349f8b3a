package io.silverdata.contract.adapters.olt.serialindex;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Frame is 0; slot and channel are the OLT's. A row is found by its serial number alone: nothing has to be searched. */
final class SerialIndexDriver implements OltDriver {
    private static final Oid MAKE = Oid.parse("1.3.6.1.4.1.32473.11");
    private static final Oid CHANNEL_STATE = MAKE.append(2, 2); // INDEX { slot, channel }
    private static final Oid ONU = MAKE.append(3); // INDEX { slot, serial number with its length }, as the next table
    private static final Oid CHANNEL = ONU.append(3);
    private static final Oid NUMBER = ONU.append(4);
    private static final Oid CROSS_CONNECT =
            ONU.append(8); // profiles are columns 4 to 23: a plan's line and service are these two
    private static final Oid SHAPING = ONU.append(12);
    private static final Oid DESCRIPTION = ONU.append(16);
    private static final Oid STATUS = ONU.append(20);
    private static final Oid ENABLED = ONU.append(35); // off(0), on(1)
    private static final Oid SEEN_CHANNEL = MAKE.append(4, 2);
    private static final Oid STATE =
            MAKE.append(4, 5); // off(0), authenticating(2), configuring(4), unregistered(5), ok(7), blocked(9)
    private static final Oid AT_OLT = MAKE.append(4, 11); // tenths of dBm; 65535 is none
    private static final Oid RECEIVED = MAKE.append(4, 14);
    private static final int UNREGISTERED = 5;
    private static final int NONE = 65_535;
    private static final List<Oid> CONFIGURATION = List.of(CHANNEL, NUMBER, CROSS_CONNECT, SHAPING, ENABLED);

    private static final Capability KNOWN = Capability.supported("made up for a test");
    private static final Capabilities CAPABILITIES = Capabilities.none()
            .with(KNOWN, Operation.DETECT, Operation.LIST_PON_PORTS, Operation.LIST_UNREGISTERED, Operation.FIND)
            .with(KNOWN, Operation.REGISTER, Operation.CHANGE_PROFILES, Operation.SET_ADMIN_STATE, Operation.DELETE)
            .with(KNOWN, Operation.READ_CONFIGURATION, Operation.READ_STATE);

    private final OltId olt;

    SerialIndexDriver(OltId olt) {
        this.olt = olt;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Detection detect(OltSession session, SystemInfo system) {
        boolean make = system.objectId().startsWith(MAKE);
        return new Detection(make ? Detection.Fit.YES : Detection.Fit.NO, "sysObjectID " + system.objectId());
    }

    @Override
    public void check(OnuProfiles profiles, List<ServiceBinding> services) {
        NumberedProfiles.of(profiles);
    }

    @Override
    public List<PonPortId> ponPorts(OltSession session) {
        return session.rows(Walk.of(CHANNEL_STATE)).stream()
                .map(row -> port(row.index().get(0), row.index().get(1)))
                .sorted()
                .toList();
    }

    @Override
    public List<DiscoveredOnu> unregistered(OltSession session) {
        return session.rows(Walk.of(SEEN_CHANNEL, STATE)).stream()
                .filter(row -> row.code(STATE) == UNREGISTERED)
                .flatMap(row -> serial(row).stream()
                        .map(serial -> new DiscoveredOnu(
                                port(row.index().get(0), row.code(SEEN_CHANNEL)), serial, Optional.empty())))
                .toList();
    }

    @Override
    public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
        return slots(session)
                .map(slot -> session.row(index(slot, serial), List.of(CHANNEL, NUMBER)))
                .flatMap(row -> ref(row).stream())
                .findFirst();
    }

    @Override
    public OnuRef register(OltSession session, RegisterOnu order) {
        if (!ponPorts(session).contains(order.port())) {
            throw session.noSuchPort(order.port());
        }
        Set<Integer> taken = session
                .rows(Walk.of(CHANNEL, NUMBER).under(order.port().slot()))
                .stream()
                .filter(row -> row.code(CHANNEL) == order.port().port())
                .map(row -> row.code(NUMBER))
                .collect(Collectors.toSet());
        OnuRef onu = new OnuRef(order.port(), OnuIds.free(session, order.port(), taken, 1, 64), order.serial());
        Oid row = index(onu);
        NumberedProfiles profiles = NumberedProfiles.of(order.profiles());
        session.set(
                VarBind.unsigned(CHANNEL.append(row), order.port().port()),
                VarBind.unsigned(NUMBER.append(row), onu.id()),
                VarBind.unsigned(CROSS_CONNECT.append(row), profiles.line()),
                VarBind.unsigned(SHAPING.append(row), profiles.service()),
                VarBind.of(DESCRIPTION.append(row), order.description()),
                RowStatus.createAndGo(STATUS.append(row)));
        return onu;
    }

    @Override
    public void changeProfiles(OltSession session, OnuRef onu, OnuProfiles profiles) {
        NumberedProfiles numbers = NumberedProfiles.of(profiles);
        session.set(
                VarBind.unsigned(CROSS_CONNECT.append(index(onu)), numbers.line()),
                VarBind.unsigned(SHAPING.append(index(onu)), numbers.service()));
    }

    @Override
    public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
        session.set(VarBind.of(ENABLED.append(index(onu)), enabled ? 1 : 0));
    }

    @Override
    public void delete(OltSession session, OnuRef onu) {
        session.set(RowStatus.destroy(STATUS.append(index(onu))));
    }

    @Override
    public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
        return configuration(session.row(index(onu), CONFIGURATION));
    }

    @Override
    public Optional<List<OnuConfiguration>> configurations(OltSession session) {
        return Optional.of(session.rows(Walk.of(CONFIGURATION)).stream()
                .flatMap(row -> configuration(row).stream())
                .toList());
    }

    private Optional<OnuConfiguration> configuration(Row row) {
        boolean enabled = OnuState.Admin.read(row, ENABLED, 0) != OnuState.Admin.DISABLED;
        return ref(row).map(onu ->
                new OnuConfiguration(onu, NumberedProfiles.read(row, CROSS_CONNECT, SHAPING), enabled, List.of()));
    }

    @Override
    public OnuState state(OltSession session, OnuRef onu, Set<OnuState.Detail> details) {
        Row row = session.row(index(onu), List.of(CHANNEL, NUMBER, ENABLED, STATE, AT_OLT, RECEIVED));
        return ref(row).map(found -> state(found, row)).orElseThrow(() -> session.notRegistered(onu));
    }

    @Override
    public void states(OltSession session, PonPortId port, Set<OnuState.Detail> details, Consumer<OnuState> states) {
        session.rows(Walk.of(CHANNEL, NUMBER).under(port.slot())).stream()
                .flatMap(row -> ref(row).stream())
                .filter(onu -> onu.port().equals(port))
                .forEach(onu -> states.accept(state(session, onu, details)));
    }

    private static OnuState state(OnuRef onu, Row row) {
        OnuOptics optics = new OnuOptics(
                OnuOptics.tenths(row, RECEIVED, NONE), Optional.empty(), OnuOptics.tenths(row, AT_OLT, NONE));
        OnuState state = OnuState.unknown(onu)
                .withAdmin(OnuState.Admin.read(row, ENABLED, 0))
                .withOptics(optics);
        return switch (row.code(STATE)) {
            case 0 -> state.offline(OnuState.DownCause.UNKNOWN);
            case 2 -> state.activating(OnuState.Phase.LOGGING);
            case 4 -> state.activating(OnuState.Phase.SYNC_MIB);
            case 7 -> state.online();
            case 9 -> state.offline(OnuState.DownCause.ADMIN);
            default -> state;
        };
    }

    private Stream<Long> slots(OltSession session) {
        return ponPorts(session).stream().map(port -> (long) port.slot()).distinct();
    }

    private static Oid index(OnuRef onu) {
        return index(onu.port().slot(), onu.serial());
    }

    private static Oid index(long slot, OnuSerial serial) {
        return Oid.of(slot).append(SerialCodec.indexWithLength(serial));
    }

    /** Empty if there is no such row. */
    private Optional<OnuRef> ref(Row row) {
        int channel = row.code(CHANNEL);
        return channel < 0
                ? Optional.empty()
                : serial(row).map(serial -> new OnuRef(port(row.index().get(0), channel), row.code(NUMBER), serial));
    }

    private static Optional<OnuSerial> serial(Row row) {
        return SerialCodec.readIndexWithLength(row.index(), 1);
    }

    private PonPortId port(long slot, long channel) {
        return new PonPortId(olt, 0, (int) slot, (int) channel);
    }
}
