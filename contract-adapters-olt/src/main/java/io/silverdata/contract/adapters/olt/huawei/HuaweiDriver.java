package io.silverdata.contract.adapters.olt.huawei;

import io.silverdata.contract.adapters.olt.spi.Capabilities;
import io.silverdata.contract.adapters.olt.spi.Detection;
import io.silverdata.contract.adapters.olt.spi.DiscoveredOnu;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuConfiguration;
import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.adapters.olt.spi.OnuProfiles;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.PonPortNames;
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
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Tells Huawei SmartAX OLTs. */
final class HuaweiDriver implements OltDriver {
    private static final Oid IF_ADMIN_STATUS = Oid.parse("1.3.6.1.2.1.2.2.1.7");
    private static final Oid MDU = Oid.parse("1.3.6.1.4.1.2011.2.185");
    private static final Oid HUAWEI = Oid.parse("1.3.6.1.4.1.2011.2");
    private static final Set<Oid> KNOWN = Set.of(
            HUAWEI.append(80, 8), HUAWEI.append(115), HUAWEI.append(123), HUAWEI.append(133), HUAWEI.append(248));

    private static final List<Oid> CONFIGURATION =
            List.of(OntTables.SERIAL, OntTables.LINE_PROFILE, OntTables.SERVICE_PROFILE, OntTables.ACTIVE);

    static final Pattern PORT_NAME =
            Pattern.compile("(?:GPON|XG-?S?-?PON)\\s*(\\d{1,3})/(\\d{1,3})/(\\d{1,3})", Pattern.CASE_INSENSITIVE);

    private final PonPortNames ports;
    private final ServicePorts services;
    private final OntIndexCache indexes = new OntIndexCache();

    HuaweiDriver(OltId olt, TrafficTables traffic) {
        this.ports = new PonPortNames(olt, PORT_NAME);
        this.services = new ServicePorts(traffic);
    }

    @Override
    public Capabilities capabilities() {
        return HuaweiCapabilities.ALL;
    }

    @Override
    public void check(OnuProfiles profiles, List<ServiceBinding> bindings) {
        bindings.forEach(services::check);
    }

    @Override
    public Detection detect(OltSession session, SystemInfo system) {
        if (system.objectId().startsWith(MDU)) {
            return new Detection(Detection.Fit.NO, "a SmartAX MDU, which is no OLT");
        }
        if (!system.objectId().startsWith(HUAWEI)) {
            return new Detection(Detection.Fit.NO, "sysObjectID is not Huawei's");
        }
        boolean known = KNOWN.stream().anyMatch(system.objectId()::startsWith);
        boolean answers =
                session.first(Walk.of(OntTables.PORT_STATUS), row -> true).isPresent();
        return new Detection(
                known && answers ? Detection.Fit.YES : Detection.Fit.MAYBE,
                known ? "a model of SmartAX" : "Huawei, of a model that is not known here");
    }

    @Override
    public List<PonPortId> ponPorts(OltSession session) {
        return List.copyOf(ports.all(session).keySet());
    }

    @Override
    public List<DiscoveredOnu> unregistered(OltSession session) {
        List<DiscoveredOnu> found = new ArrayList<>();
        for (Row row : session.rows(Walk.of(OntTables.AUTOFIND_SERIAL, OntTables.AUTOFIND_EQUIPMENT))) {
            row.serial(OntTables.AUTOFIND_SERIAL)
                    .ifPresent(serial -> found.add(new DiscoveredOnu(
                            ports.port(session, row.index().get(0)),
                            serial,
                            row.text(OntTables.AUTOFIND_EQUIPMENT).filter(text -> !text.isBlank()))));
        }
        return found;
    }

    @Override
    public Optional<OnuRef> find(OltSession session, OnuSerial serial) {
        return indexes.find(session, serial).map(index -> ref(session, index, serial));
    }

    @Override
    public OnuRef register(OltSession session, RegisterOnu order) {
        long ifIndex = ports.ifIndex(session, order.port());
        Oid index = Oid.of(ifIndex, freeId(session, ifIndex, order.port()));
        session.set(List.of(
                VarBind.of(OntTables.AUTH_MODE.append(index), OntTables.AUTH_BY_SERIAL),
                VarBind.of(OntTables.SERIAL.append(index), SerialCodec.octets(order.serial())),
                VarBind.of(OntTables.MANAGEMENT_MODE.append(index), OntTables.OMCI),
                VarBind.of(
                        OntTables.LINE_PROFILE.append(index), order.profiles().line()),
                VarBind.of(
                        OntTables.SERVICE_PROFILE.append(index),
                        order.profiles().service()),
                VarBind.of(OntTables.DESCRIPTION.append(index), order.description()),
                RowStatus.createAndGo(OntTables.ENTRY_STATUS.append(index))));
        indexes.put(order.serial(), index);
        return new OnuRef(order.port(), (int) index.get(1), order.serial());
    }

    @Override
    public void changeProfiles(OltSession session, OnuRef onu, OnuProfiles profiles) {
        Oid index = index(session, onu);
        session.set(List.of(
                VarBind.of(OntTables.LINE_PROFILE.append(index), profiles.line()),
                VarBind.of(OntTables.SERVICE_PROFILE.append(index), profiles.service())));
    }

    @Override
    public void bindService(OltSession session, OnuRef onu, ServiceBinding service) {
        services.create(session, ports.ifIndex(session, onu.port()), onu, service);
    }

    @Override
    public void unbindService(OltSession session, OnuRef onu, ServiceBinding service) {
        services.delete(session, ports.ifIndex(session, onu.port()), onu, service);
    }

    @Override
    public void setEnabled(OltSession session, OnuRef onu, boolean enabled) {
        session.set(List.of(VarBind.of(
                OntTables.ACTIVE.append(index(session, onu)), enabled ? OntTables.ACTIVATE : OntTables.DEACTIVATE)));
    }

    @Override
    public void delete(OltSession session, OnuRef onu) {
        Oid index = index(session, onu);
        services.deleteAll(session, index.get(0), onu);
        session.set(List.of(RowStatus.destroy(OntTables.ENTRY_STATUS.append(index))));
    }

    @Override
    public Optional<OnuConfiguration> configuration(OltSession session, OnuRef onu) {
        Oid index = index(session, onu);
        Row row = session.row(index, CONFIGURATION);
        if (!row.hasSerial(OntTables.SERIAL, onu.serial())) {
            return Optional.empty();
        }
        return Optional.of(configuration(
                onu, row, List.copyOf(services.of(session, index.get(0), onu).values())));
    }

    @Override
    public Optional<List<OnuConfiguration>> configurations(OltSession session, PonPortId port) {
        long ifIndex = ports.ifIndex(session, port);
        List<Row> onts = session.rows(Walk.of(CONFIGURATION).under(ifIndex));
        Map<Long, List<ServiceBinding>> bound = services.ofPort(session, ifIndex);
        List<OnuConfiguration> found = new ArrayList<>();
        for (Row ont : onts) {
            long id = ont.index().get(1);
            ont.serial(OntTables.SERIAL)
                    .ifPresent(serial -> found.add(
                            configuration(new OnuRef(port, (int) id, serial), ont, bound.getOrDefault(id, List.of()))));
        }
        return Optional.of(found);
    }

    private static OnuConfiguration configuration(OnuRef onu, Row row, List<ServiceBinding> services) {
        return new OnuConfiguration(
                onu,
                OnuProfiles.read(row, OntTables.LINE_PROFILE, OntTables.SERVICE_PROFILE),
                row.number(OntTables.ACTIVE).orElse(OntTables.ACTIVATE) != OntTables.DEACTIVATE,
                services);
    }

    @Override
    public OnuState state(OltSession session, OnuRef onu, Set<OnuState.Detail> details) {
        Row row = session.row(index(session, onu), stateColumns(details));
        if (!row.hasSerial(OntTables.SERIAL, onu.serial())) {
            throw session.notRegistered(onu);
        }
        return state(onu, row);
    }

    @Override
    public void states(OltSession session, PonPortId port, Set<OnuState.Detail> details, Consumer<OnuState> states) {
        long ifIndex = ports.ifIndex(session, port);
        session.walk(Walk.of(stateColumns(details)).under(ifIndex), row -> {
            row.serial(OntTables.SERIAL)
                    .ifPresent(serial -> states.accept(
                            state(new OnuRef(port, (int) row.index().get(1), serial), row)));
            return true;
        });
    }

    @Override
    public PortState port(OltSession session, PonPortId port) {
        Oid index = Oid.of(ports.ifIndex(session, port));
        Row row = session.row(
                index, List.of(OntTables.PORT_STATUS, OntTables.PORT_ONTS, OntTables.PORT_TX_POWER, IF_ADMIN_STATUS));
        OptionalLong onts = row.number(OntTables.PORT_ONTS);
        return new PortState(
                port,
                PortState.upOrDown(row.number(IF_ADMIN_STATUS)),
                PortState.upOrDown(row.number(OntTables.PORT_STATUS)),
                onts.isPresent() ? OptionalInt.of((int) onts.getAsLong()) : OptionalInt.empty(),
                OntDecoder.hundredths(row.number(OntTables.PORT_TX_POWER)));
    }

    @Override
    public void setPortEnabled(OltSession session, PonPortId port, boolean enabled) {
        session.set(List.of(VarBind.of(IF_ADMIN_STATUS.append(ports.ifIndex(session, port)), enabled ? 1 : 2)));
    }

    private OnuRef ref(OltSession session, Oid index, OnuSerial serial) {
        return new OnuRef(ports.port(session, index.get(0)), (int) index.get(1), serial);
    }

    private Oid index(OltSession session, OnuRef onu) {
        return Oid.of(ports.ifIndex(session, onu.port()), onu.id());
    }

    private static long freeId(OltSession session, long ifIndex, PonPortId port) {
        Set<Long> taken =
                Set.copyOf(session.rows(Walk.of(OntTables.ENTRY_STATUS).under(ifIndex)).stream()
                        .map(row -> row.index().get(1))
                        .toList());
        for (long id = OntTables.MIN_ID; id <= OntTables.MAX_ID; id++) {
            if (!taken.contains(id)) {
                return id;
            }
        }
        throw session.fault(OltFault.Kind.NO_CAPACITY, "PON port " + port, "all 128 ONT ids are taken");
    }

    private static List<Oid> stateColumns(Set<OnuState.Detail> details) {
        List<Oid> columns = new ArrayList<>(List.of(
                OntTables.SERIAL,
                OntTables.ACTIVE,
                OntTables.RUN_STATUS,
                OntTables.CONFIG_STATUS,
                OntTables.MATCH_STATUS,
                OntTables.LAST_DOWN_CAUSE));
        if (details.contains(OnuState.Detail.DISTANCE)) {
            columns.add(OntTables.RANGING);
        }
        if (details.contains(OnuState.Detail.OPTICS)) {
            columns.addAll(List.of(OntTables.TX_POWER, OntTables.RX_POWER, OntTables.OLT_RX_POWER));
        }
        return columns;
    }

    private static OnuState state(OnuRef onu, Row row) {
        OnuState.Oper oper = OntDecoder.oper(row.code(OntTables.RUN_STATUS));
        OnuState.DownCause cause = OntDecoder.cause(row.code(OntTables.LAST_DOWN_CAUSE));
        OnuOptics optics = OntDecoder.optics(row);
        return new OnuState(
                onu,
                OntDecoder.admin(row.code(OntTables.ACTIVE)),
                OntDecoder.registration(row.code(OntTables.MATCH_STATUS), row.code(OntTables.CONFIG_STATUS)),
                oper,
                OnuState.phase(oper, cause),
                cause,
                OntDecoder.distance(row.number(OntTables.RANGING)),
                optics);
    }
}
