package io.silverdata.contract.adapters.olt.vsol;

import io.silverdata.contract.adapters.olt.spi.Capabilities;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.DiscoveredOnu;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuIds;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Operation;
import io.silverdata.contract.adapters.olt.spi.RegisterOnu;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.spi.SystemInfo;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Frame and slot are 0 for every PON port.
 *
 * <p>What is written goes through a staging area that the whole OLT shares: scalars for the port, the ONU and what is to be
 * done. All of it is one request, for whatever is left there by another manager must not be mixed in.
 */
final class VsolDriver implements OltDriver {
    private static final int DELETE = 2;
    private static final int ACTIVATE = 3;
    private static final int DEACTIVATE = 4;
    private static final int ADD = 1;
    private static final int BY_SERIAL = 1;
    private static final int DISABLED = 2;
    private static final int SAVE = 1;
    private static final int FIRST_ONU = 1;
    private static final int LAST_ONU = 128;

    private static final String MIB_ONLY = "V1600G's MIB says so; nobody is known to do it";
    private static final String TOOLS = "V1600G's MIB and public tools";
    private static final Capabilities CAPABILITIES = Capabilities.of(Map.ofEntries(
            Map.entry(Operation.DETECT, Capability.supported("sysObjectID 37950 and a row of gOnuNumberAll")),
            Map.entry(Operation.LIST_PON_PORTS, Capability.supported("gOnuNumberAll: " + TOOLS)),
            Map.entry(Operation.LIST_UNREGISTERED, Capability.experimental("gOnuAutoFindBaseSn: " + MIB_ONLY)),
            Map.entry(Operation.FIND, Capability.supported("gOnuAuthInfoAuthInfo: " + TOOLS)),
            Map.entry(Operation.REGISTER, Capability.experimental("gOnuAdd: " + MIB_ONLY)),
            Map.entry(Operation.CHANGE_PROFILES, Capability.unsupported("an ONU gets its profile when it is added")),
            Map.entry(
                    Operation.BIND_SERVICE,
                    Capability.unsupported(
                            "there is staging for T-CONT, GEM, service and port; its objects are not known well enough")),
            Map.entry(
                    Operation.SET_ADMIN_STATE, Capability.experimental("gOnuOp activate and deactivate: " + MIB_ONLY)),
            Map.entry(Operation.DELETE, Capability.experimental("gOnuOp del: " + MIB_ONLY)),
            Map.entry(Operation.READ_CONFIGURATION, Capability.supported("gOnuAuthInfo: " + TOOLS)),
            Map.entry(
                    Operation.READ_STATE,
                    Capability.supported(TOOLS + "; phases 5 and 6 change places in firmware V1.4.8R")),
            Map.entry(Operation.READ_PORT, Capability.unsupported("sources disagree on the interfaces of PON ports")),
            Map.entry(Operation.SET_PORT, Capability.unsupported("sources disagree on the interfaces of PON ports")),
            Map.entry(
                    Operation.SAVE_CONFIGURATION,
                    Capability.experimental("37950.1.1.5.10.12.8.2.0 = 1: public tools, for EPON"))));

    private final OltId olt;

    VsolDriver(OltId olt) {
        this.olt = olt;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    /** There is one profile, which is both. */
    @Override
    public void check(OnuProfiles profiles, List<ServiceBinding> services) {
        profiles.requireSame("the ONU's one profile");
    }

    @Override
    public Detection detect(OltSession session, SystemInfo system) {
        if (!system.objectId().startsWith(Tables.ENTERPRISE)) {
            return new Detection(Detection.Fit.NO, "sysObjectID " + system.objectId() + " is not V-SOL's");
        }
        return session.first(Walk.of(Tables.PORT_REGISTERED), row -> true).isPresent()
                ? new Detection(Detection.Fit.YES, "sysObjectID " + system.objectId() + " and rows of gOnuNumberAll")
                : new Detection(Detection.Fit.NO, "no row of gOnuNumberAll, " + Tables.PORT_REGISTERED + ": EPON");
    }

    @Override
    public List<PonPortId> ponPorts(OltSession session) {
        return session.rows(Walk.of(Tables.PORT_REGISTERED)).stream()
                .map(row -> port(row.index()))
                .sorted()
                .toList();
    }

    @Override
    public List<DiscoveredOnu> unregistered(OltSession session) {
        return session.rows(Walk.of(Tables.FOUND_SERIAL)).stream()
                .flatMap(row -> row
                        .serial(Tables.FOUND_SERIAL)
                        .map(serial -> new DiscoveredOnu(port(row.index()), serial, Optional.empty()))
                        .stream())
                .toList();
    }

    @Override
    public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
        return session.first(Walk.of(Tables.SERIAL), row -> row.hasSerial(Tables.SERIAL, serial))
                .map(row -> new OnuRef(port(row.index()), (int) row.index().get(-1), serial));
    }

    @Override
    public OnuRef register(OltSession session, RegisterOnu order) {
        PonPortId port = order.port();
        requirePort(session, port);
        Set<Integer> taken = session.rows(Walk.of(Tables.SERIAL).under(port.port())).stream()
                .map(row -> (int) row.index().get(-1))
                .collect(Collectors.toSet());
        int id = OnuIds.free(session, port, taken, FIRST_ONU, LAST_ONU);
        session.set(List.of(
                VarBind.of(Tables.ADD_PORT, port.port()),
                VarBind.of(Tables.ADD_ONU, id),
                VarBind.of(Tables.ADD_MODE, BY_SERIAL),
                VarBind.of(Tables.ADD_PROFILE, order.profiles().line()),
                VarBind.of(Tables.ADD_SERIAL, order.serial().value()),
                VarBind.of(Tables.ADD_ACTION, ADD)));
        return new OnuRef(port, id, order.serial());
    }

    @Override
    public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
        operate(session, onu, enabled ? ACTIVATE : DEACTIVATE);
    }

    @Override
    public void delete(OltSession session, OnuRef onu) {
        operate(session, onu, DELETE);
    }

    @Override
    public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
        Row row = session.row(index(onu), List.of(Tables.SERIAL, Tables.PROFILE, Tables.ADMIN));
        if (!row.hasSerial(Tables.SERIAL, onu.serial())) {
            return Optional.empty();
        }
        Optional<OnuProfiles> profiles = OnuProfiles.readSame(row, Tables.PROFILE);
        return Optional.of(
                new OnuConfiguration(onu, profiles, row.number(Tables.ADMIN).orElse(0) != DISABLED, List.of()));
    }

    @Override
    public OnuState state(OltSession session, OnuRef onu, Set<OnuState.Detail> details) {
        Row row = session.row(index(onu), OnuStateDecoder.columns(details));
        if (!row.hasSerial(Tables.SERIAL, onu.serial())) {
            throw session.notRegistered(onu);
        }
        return OnuStateDecoder.state(onu, row, details);
    }

    @Override
    public void states(OltSession session, PonPortId port, Set<OnuState.Detail> details, Consumer<OnuState> states) {
        Map<Oid, Row> optics =
                details.contains(OnuState.Detail.OPTICS) ? rows(session, OnuStateDecoder.OPTICS, port) : Map.of();
        Map<Oid, Row> conditions = rows(session, OnuStateDecoder.CONDITION, port);
        session.rows(Walk.of(Tables.SERIAL).under(port.port()))
                .forEach(row -> row.serial(Tables.SERIAL)
                        .map(serial -> new OnuRef(port, (int) row.index().get(-1), serial))
                        .ifPresent(onu -> states.accept(OnuStateDecoder.state(
                                onu, OnuStateDecoder.joined(row.index(), conditions, optics), details))));
    }

    @Override
    public void save(OltSession session) {
        session.set(List.of(VarBind.of(Tables.SAVE, SAVE)));
    }

    private static void operate(OltSession session, OnuRef onu, int action) {
        session.set(List.of(
                VarBind.of(Tables.OPERATION_PORT, onu.port().port()),
                VarBind.of(Tables.OPERATION_ONU, onu.id()),
                VarBind.of(Tables.OPERATION_ACTION, action)));
    }

    private static void requirePort(OltSession session, PonPortId port) {
        boolean there = port.frame() == 0
                && port.slot() == 0
                && session.get(Tables.PORT_REGISTERED.append(port.port())).isPresent();
        if (!there) {
            throw session.noSuchPort(port);
        }
    }

    private static Map<Oid, Row> rows(OltSession session, List<Oid> columns, PonPortId port) {
        return session.rows(Walk.of(columns).under(port.port())).stream()
                .collect(Collectors.toMap(Row::index, row -> row));
    }

    private PonPortId port(Oid index) {
        return new PonPortId(olt, 0, 0, (int) index.get(0));
    }

    private static Oid index(OnuRef onu) {
        return Oid.of(onu.port().port(), onu.id());
    }
}
