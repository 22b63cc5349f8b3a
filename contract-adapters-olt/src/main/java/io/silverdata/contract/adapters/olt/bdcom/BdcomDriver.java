package io.silverdata.contract.adapters.olt.bdcom;

import io.silverdata.contract.adapters.olt.spi.Capabilities;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.NumberedProfiles;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuIds;
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
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Frame is 0 for every PON port: {@code GPON0/2} is slot 0, port 2. An ONU is an interface of its own, {@code GPON0/2:4}. */
final class BdcomDriver implements OltDriver {
    private static final int ON = 1;
    private static final int OFF = 2;
    private static final int SAVE = 1;
    private static final int FIRST_ONU = 1;
    private static final int LAST_ONU = 128;

    private static final String MIB_ONLY = "NMS-GPON-MIB says so; nobody is known to do it";
    private static final Capabilities CAPABILITIES = Capabilities.of(Map.ofEntries(
            Map.entry(
                    Operation.DETECT,
                    Capability.supported("sysObjectID 3320.1 and an interface named GPON (recorded)")),
            Map.entry(Operation.LIST_PON_PORTS, Capability.supported("ifName (recorded)")),
            Map.entry(
                    Operation.LIST_UNREGISTERED,
                    Capability.unsupported("the OLT shows ONUs that are bound, no others")),
            Map.entry(Operation.FIND, Capability.supported("the bind list: public tools; recorded")),
            Map.entry(
                    Operation.REGISTER,
                    Capability.experimental("the bind list's row status: MIB only; public tools bind on the console")),
            Map.entry(
                    Operation.CHANGE_PROFILES,
                    Capability.experimental("profile numbers of the ONU's interface: " + MIB_ONLY)),
            Map.entry(Operation.BIND_SERVICE, Capability.unsupported("services are part of the profiles")),
            Map.entry(Operation.SET_ADMIN_STATE, Capability.experimental("enable of the ONU's interface: " + MIB_ONLY)),
            Map.entry(
                    Operation.DELETE,
                    Capability.supported(
                            "the bind list's row status 6: MIB, and public tools do it; they differ on the index")),
            Map.entry(Operation.READ_CONFIGURATION, Capability.supported("the bind list: MIB, public tools, recorded")),
            Map.entry(
                    Operation.READ_STATE,
                    Capability.supported("MIB and public tools; they differ on the ONU's power scale")),
            Map.entry(Operation.READ_PORT, Capability.supported("gponOltPonPort: MIB, recorded")),
            Map.entry(
                    Operation.SET_PORT,
                    Capability.experimental(
                            "gponOltPonPortPortAdminStatus: MIB and recorded; nobody is known to write it")),
            Map.entry(
                    Operation.SAVE_CONFIGURATION,
                    Capability.experimental("3320.20.15.1.1.0 = 1: public tools, no MIB"))));

    private final Interfaces interfaces;

    BdcomDriver(OltId olt) {
        this.interfaces = new Interfaces(olt);
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
        if (!system.objectId().startsWith(Tables.ENTERPRISE)) {
            return new Detection(Detection.Fit.NO, "sysObjectID " + system.objectId() + " is not BDCOM's");
        }
        return interfaces.ports(session).isEmpty()
                ? new Detection(Detection.Fit.NO, "no interface named as GPON0/1: a switch, or EPON")
                : new Detection(Detection.Fit.YES, "sysObjectID " + system.objectId() + " and interfaces as GPON0/1");
    }

    @Override
    public List<PonPortId> ponPorts(OltSession session) {
        return interfaces.ports(session).values().stream().sorted().toList();
    }

    @Override
    public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
        return session.first(Walk.of(Tables.BIND_SERIAL), row -> row.hasSerial(Tables.BIND_SERIAL, serial))
                .map(row -> new OnuRef(
                        interfaces.port(session, row.index().get(0)),
                        (int) row.index().get(-1),
                        serial));
    }

    /** Binds the serial number. The profiles are the ONU's interface's, which exists afterwards: {@link #changeProfiles}. */
    @Override
    public OnuRef register(OltSession session, RegisterOnu order) {
        long port = interfaces.index(session, order.port());
        Set<Integer> taken = session.rows(Walk.of(Tables.BIND_SERIAL).under(port)).stream()
                .map(row -> (int) row.index().get(-1))
                .collect(Collectors.toSet());
        int id = OnuIds.free(session, order.port(), taken, FIRST_ONU, LAST_ONU);
        session.set(List.of(
                VarBind.of(Tables.BIND_SERIAL.append(port, id), order.serial().value()),
                RowStatus.createAndGo(Tables.BIND_ROW_STATUS.append(port, id))));
        return new OnuRef(order.port(), id, order.serial());
    }

    @Override
    public void changeProfiles(OltSession session, OnuRef onu, OnuProfiles profiles) {
        long index = interfaces.index(session, onu);
        NumberedProfiles numbers = NumberedProfiles.of(profiles);
        session.set(List.of(
                VarBind.of(Tables.LINE_PROFILE.append(index), numbers.line()),
                VarBind.of(Tables.SERVICE_PROFILE.append(index), numbers.service())));
    }

    @Override
    public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
        long index = interfaces.index(session, onu);
        session.set(List.of(VarBind.of(Tables.ENABLE.append(index), enabled ? ON : OFF)));
    }

    @Override
    public void delete(OltSession session, OnuRef onu) {
        long port = interfaces.index(session, onu.port());
        session.set(List.of(RowStatus.destroy(Tables.BIND_ROW_STATUS.append(port, onu.id()))));
    }

    @Override
    public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
        if (!isBound(session, onu)) {
            return Optional.empty();
        }
        Row row = session.row(
                Oid.of(interfaces.index(session, onu)),
                List.of(Tables.LINE_PROFILE, Tables.SERVICE_PROFILE, Tables.ENABLE));
        Optional<OnuProfiles> profiles = NumberedProfiles.read(row, Tables.LINE_PROFILE, Tables.SERVICE_PROFILE);
        return Optional.of(
                new OnuConfiguration(onu, profiles, row.number(Tables.ENABLE).orElse(ON) != OFF, List.of()));
    }

    @Override
    public OnuState state(OltSession session, OnuRef onu, Set<OnuState.Detail> details) {
        if (!isBound(session, onu)) {
            throw session.notRegistered(onu);
        }
        return state(session, onu, interfaces.index(session, onu), details);
    }

    @Override
    public void states(OltSession session, PonPortId port, Set<OnuState.Detail> details, Consumer<OnuState> states) {
        long index = interfaces.index(session, port);
        Map<Integer, Long> onus = interfaces.onus(session, port);
        session.rows(Walk.of(Tables.BIND_SERIAL).under(index)).forEach(row -> {
            int id = (int) row.index().get(-1);
            Optional<OnuSerial> serial = row.serial(Tables.BIND_SERIAL);
            if (serial.isPresent() && onus.containsKey(id)) {
                states.accept(state(session, new OnuRef(port, id, serial.get()), onus.get(id), details));
            }
        });
    }

    @Override
    public PortState port(OltSession session, PonPortId port) {
        Oid index = Oid.of(interfaces.index(session, port));
        Row row = session.row(
                index,
                List.of(
                        Tables.PORT_ADMIN_STATUS,
                        Tables.PORT_ACTIVE_ONUS,
                        Tables.PORT_INACTIVE_ONUS,
                        Tables.PORT_SENT,
                        Tables.IF_OPER_STATUS));
        return new PortState(
                port,
                PortState.upOrDown(row.number(Tables.PORT_ADMIN_STATUS)),
                PortState.upOrDown(row.number(Tables.IF_OPER_STATUS)),
                registered(row),
                row.decoded(Tables.PORT_SENT, BdcomPower::atOlt));
    }

    @Override
    public void setPortEnabled(OltSession session, PonPortId port, boolean enabled) {
        long index = interfaces.index(session, port);
        session.set(List.of(VarBind.of(Tables.PORT_ADMIN_STATUS.append(index), enabled ? ON : OFF)));
    }

    @Override
    public void save(OltSession session) {
        session.set(List.of(VarBind.of(Tables.SAVE, SAVE)));
    }

    private boolean isBound(OltSession session, OnuRef onu) {
        Oid index = Oid.of(interfaces.index(session, onu.port()), onu.id());
        return session.row(index, List.of(Tables.BIND_SERIAL))
                .serial(Tables.BIND_SERIAL)
                .equals(Optional.of(onu.serial()));
    }

    private static OnuState state(OltSession session, OnuRef onu, long index, Set<OnuState.Detail> details) {
        return OnuStateDecoder.state(
                onu,
                session.row(Oid.of(index), OnuStateDecoder.columns(details)),
                details.contains(OnuState.Detail.OPTICS));
    }

    private static OptionalInt registered(Row row) {
        OptionalLong active = row.number(Tables.PORT_ACTIVE_ONUS);
        OptionalLong inactive = row.number(Tables.PORT_INACTIVE_ONUS);
        return active.isPresent() && inactive.isPresent()
                ? OptionalInt.of((int) (active.getAsLong() + inactive.getAsLong()))
                : OptionalInt.empty();
    }
}
