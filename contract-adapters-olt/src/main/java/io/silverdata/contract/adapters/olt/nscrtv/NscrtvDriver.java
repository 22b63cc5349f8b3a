package io.silverdata.contract.adapters.olt.nscrtv;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Frame, slot and port of a PON port are device, card and port of the MIB. */
final class NscrtvDriver implements OltDriver {
    private static final int UP = 1;
    private static final int DOWN = 2;
    private static final int FIRST_ONU = 1;
    private static final int LAST_ONU = 128;

    private static final String MIB_ONLY = "NSCRTV-FTTX-GPON-MIB says so; nobody is known to do it";
    private static final Capabilities CAPABILITIES = Capabilities.of(Map.ofEntries(
            Map.entry(Operation.DETECT, Capability.supported("sysObjectID 17409 and a row of gponOnuAuthenMode")),
            Map.entry(
                    Operation.LIST_PON_PORTS, Capability.supported("gponOnuAuthenMode has a row for each port (MIB)")),
            Map.entry(Operation.LIST_UNREGISTERED, Capability.experimental("onuAutoFindSerialNumber: " + MIB_ONLY)),
            Map.entry(Operation.FIND, Capability.supported("onuAuthenSN: MIB, and a public management system maps it")),
            Map.entry(
                    Operation.REGISTER,
                    Capability.experimental(
                            "onuAuthenRowStatus: MIB; a public management system maps it, no run is known")),
            Map.entry(
                    Operation.CHANGE_PROFILES,
                    Capability.experimental("onuAuthenLineProfileId, onuAuthenSrvProfileId: " + MIB_ONLY)),
            Map.entry(
                    Operation.BIND_SERVICE,
                    Capability.unsupported("services are part of the line and service profiles")),
            Map.entry(Operation.SET_ADMIN_STATE, Capability.experimental("onuAdminStatus: " + MIB_ONLY)),
            Map.entry(
                    Operation.DELETE,
                    Capability.experimental("onuAuthenRowStatus: 6 says the MIB, 2 sends a public management system")),
            Map.entry(
                    Operation.READ_CONFIGURATION,
                    Capability.supported("the authentication table: MIB, and a public management system maps it")),
            Map.entry(
                    Operation.READ_STATE,
                    Capability.supported(
                            "onuOperationStatus and others: MIB and public tools; hundredths of dBm by the tools")),
            Map.entry(Operation.READ_PORT, Capability.unsupported("no object for a port's state is known")),
            Map.entry(Operation.SET_PORT, Capability.unsupported("no object for a port's state is known")),
            Map.entry(Operation.SAVE_CONFIGURATION, Capability.unsupported("no object is known; save on the OLT"))));

    private static final List<Oid> CONFIGURATION =
            List.of(Tables.SERIAL, Tables.LINE_PROFILE, Tables.SERVICE_PROFILE, Tables.ADMIN_STATUS);

    private final OltId olt;
    private final int deleteWith;

    NscrtvDriver(OltId olt, int deleteWith) {
        this.olt = olt;
        this.deleteWith = deleteWith;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    /** Profiles are known by number. */
    @Override
    public void check(OnuProfiles profiles, List<ServiceBinding> services) {
        NumberedProfiles.of(profiles);
    }

    @Override
    public Detection detect(OltSession session, SystemInfo system) {
        boolean answers = session.first(Walk.of(Tables.PORT_AUTHENTICATION_MODE), row -> true)
                .isPresent();
        if (!answers) {
            return new Detection(Detection.Fit.NO, "no row of gponOnuAuthenMode, " + Tables.PORT_AUTHENTICATION_MODE);
        }
        return system.objectId().startsWith(Tables.ENTERPRISE)
                ? new Detection(
                        Detection.Fit.YES, "sysObjectID " + system.objectId() + " and rows of gponOnuAuthenMode")
                : new Detection(Detection.Fit.MAYBE, "rows of gponOnuAuthenMode behind a foreign sysObjectID");
    }

    @Override
    public List<PonPortId> ponPorts(OltSession session) {
        return session.rows(Walk.of(Tables.PORT_AUTHENTICATION_MODE)).stream()
                .filter(row -> row.index().size() == 3)
                .map(row -> port((int) row.index().get(0), (int) row.index().get(1), (int)
                        row.index().get(2)))
                .sorted()
                .toList();
    }

    @Override
    public List<DiscoveredOnu> unregistered(OltSession session) {
        return session.rows(Walk.of(Tables.FOUND_SERIAL, Tables.FOUND_TYPE)).stream()
                .flatMap(row -> row
                        .serial(Tables.FOUND_SERIAL)
                        .map(serial -> new DiscoveredOnu(
                                port(OnuIndex.of(row.index().get(0))),
                                serial,
                                row.text(Tables.FOUND_TYPE).filter(type -> !type.isBlank())))
                        .stream())
                .toList();
    }

    @Override
    public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
        return session.first(Walk.of(Tables.SERIAL), row -> row.hasSerial(Tables.SERIAL, serial))
                .map(row -> ref(OnuIndex.of(row.index().get(0)), serial));
    }

    @Override
    public OnuRef register(OltSession session, RegisterOnu order) {
        PonPortId port = order.port();
        requirePort(session, port);
        int id = OnuIds.free(session, port, taken(session, port), FIRST_ONU, LAST_ONU);
        long index = index(port, id).value();
        NumberedProfiles numbers = NumberedProfiles.of(order.profiles());
        session.set(List.of(
                VarBind.of(Tables.SERIAL.append(index), SerialCodec.octets(order.serial())),
                VarBind.of(Tables.LINE_PROFILE.append(index), numbers.line()),
                VarBind.of(Tables.SERVICE_PROFILE.append(index), numbers.service()),
                RowStatus.createAndGo(Tables.ROW_STATUS.append(index))));
        return new OnuRef(port, id, order.serial());
    }

    @Override
    public void changeProfiles(OltSession session, OnuRef onu, OnuProfiles profiles) {
        long index = index(onu).value();
        NumberedProfiles numbers = NumberedProfiles.of(profiles);
        session.set(List.of(
                VarBind.of(Tables.LINE_PROFILE.append(index), numbers.line()),
                VarBind.of(Tables.SERVICE_PROFILE.append(index), numbers.service())));
    }

    @Override
    public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
        session.set(List.of(VarBind.of(Tables.ADMIN_STATUS.append(index(onu).value()), enabled ? UP : DOWN)));
    }

    @Override
    public void delete(OltSession session, OnuRef onu) {
        session.set(List.of(VarBind.of(Tables.ROW_STATUS.append(index(onu).value()), deleteWith)));
    }

    @Override
    public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
        Row row = session.row(Oid.of(index(onu).value()), CONFIGURATION);
        return row.hasSerial(Tables.SERIAL, onu.serial()) ? Optional.of(configuration(onu, row)) : Optional.empty();
    }

    /** Walks the whole table for each port: it has one index for the whole OLT. */
    @Override
    public Optional<List<OnuConfiguration>> configurations(OltSession session, PonPortId port) {
        List<OnuConfiguration> found = new ArrayList<>();
        session.walk(Walk.of(CONFIGURATION), row -> {
            OnuIndex index = OnuIndex.of(row.index().get(0));
            if (port(index).equals(port)) {
                row.serial(Tables.SERIAL).ifPresent(serial -> found.add(configuration(ref(index, serial), row)));
            }
            return true;
        });
        return Optional.of(found);
    }

    private static OnuConfiguration configuration(OnuRef onu, Row row) {
        Optional<OnuProfiles> profiles = NumberedProfiles.read(row, Tables.LINE_PROFILE, Tables.SERVICE_PROFILE);
        boolean enabled = row.number(Tables.ADMIN_STATUS).orElse(UP) != DOWN;
        return new OnuConfiguration(onu, profiles, enabled, List.of());
    }

    @Override
    public OnuState state(OltSession session, OnuRef onu, Set<OnuState.Detail> details) {
        Oid index = Oid.of(index(onu).value());
        Row row = session.row(index, OnuStateDecoder.COLUMNS);
        if (!row.hasSerial(Tables.SERIAL, onu.serial())) {
            throw session.notRegistered(onu);
        }
        OnuOptics optics = details.contains(OnuState.Detail.OPTICS)
                ? OnuStateDecoder.optics(session.row(index.append(0, 0), OnuStateDecoder.OPTICAL_COLUMNS))
                : OnuOptics.NONE;
        return OnuStateDecoder.state(onu, row, optics);
    }

    /** Reads one by one: the tables have one index for the whole OLT and cannot be walked from a port on. */
    @Override
    public void states(OltSession session, PonPortId port, Set<OnuState.Detail> details, Consumer<OnuState> states) {
        session.rows(Walk.of(Tables.SERIAL)).stream()
                .filter(row -> port(OnuIndex.of(row.index().get(0))).equals(port))
                .flatMap(row ->
                        row
                                .serial(Tables.SERIAL)
                                .map(serial -> ref(OnuIndex.of(row.index().get(0)), serial))
                                .stream())
                .forEach(onu -> states.accept(state(session, onu, details)));
    }

    private static void requirePort(OltSession session, PonPortId port) {
        Oid object = Tables.PORT_AUTHENTICATION_MODE.append(port.frame(), port.slot(), port.port());
        if (session.get(object).isEmpty()) {
            throw session.noSuchPort(port);
        }
    }

    private Set<Integer> taken(OltSession session, PonPortId port) {
        return session.rows(Walk.of(Tables.ROW_STATUS)).stream()
                .map(row -> OnuIndex.of(row.index().get(0)))
                .filter(index -> port(index).equals(port))
                .map(OnuIndex::onu)
                .collect(Collectors.toSet());
    }

    private OnuRef ref(OnuIndex index, OnuSerial serial) {
        return new OnuRef(port(index), index.onu(), serial);
    }

    private PonPortId port(OnuIndex index) {
        return port(index.device(), index.card(), index.port());
    }

    private PonPortId port(int device, int card, int port) {
        return new PonPortId(olt, device, card, port);
    }

    private static OnuIndex index(OnuRef onu) {
        return index(onu.port(), onu.id());
    }

    private static OnuIndex index(PonPortId port, int id) {
        return new OnuIndex(port.frame(), port.slot(), port.port(), id);
    }
}
