package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.RowStatus;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.spi.Vlan;
import io.silverdata.contract.adapters.olt.spi.Walk;
import io.silverdata.contract.model.PonPortId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Services of C300 and C320: a T-CONT with a bandwidth profile, a GEM port on it and a service port on that, with the same number
 * for T-CONT and GEM port. Each order is one request.
 */
final class C3xxServices {
    private static final int UNICAST = 1;
    private static final int UNTAGGED = 1;
    private static final int TAGGED = 4;
    private static final int ENABLED = 1;
    private static final int MAX_GEM_PORTS = 8;
    private static final List<Oid> SERVICE_COLUMNS =
            List.of(C3xxTables.SERVICE_MODE, C3xxTables.USER_VLAN, C3xxTables.INNER_VLAN, C3xxTables.OUTER_VLAN);

    private final C3xxPorts ports;

    C3xxServices(C3xxPorts ports) {
        this.ports = ports;
    }

    /** A service of an ONU and the row of its service port. */
    private record Bound(ServiceBinding service, Oid row) {}

    static void check(ServiceBinding service) {
        if (service.gemPort() < 1 || service.gemPort() > MAX_GEM_PORTS) {
            throw new IllegalArgumentException(
                    "gemPort must be 1 to " + MAX_GEM_PORTS + " on a ZTE OLT: " + service.gemPort());
        }
        if (service.upstream().isEmpty()) {
            throw new IllegalArgumentException("upstream must name the bandwidth profile of the T-CONT on a ZTE OLT");
        }
        if (service.downstream().isPresent()) {
            throw new IllegalArgumentException("downstream must be empty on a ZTE OLT: '"
                    + service.downstream().get() + "'");
        }
    }

    List<ServiceBinding> all(OltSession session, OnuRef onu, long port) {
        return bound(session, onu, port).stream().map(Bound::service).toList();
    }

    /** Those of each ONU of a PON port, by ONU id: one question for each GEM port, and three walks for all. */
    Map<Long, List<ServiceBinding>> ofPort(OltSession session, PonPortId port, long id) {
        List<Row> gems = session.rows(Walk.of(C3xxTables.GEM_TCONT).under(id));
        if (gems.isEmpty()) {
            return Map.of();
        }
        long ifIndex = ports.ifIndex(session, port);
        Map<Oid, OptionalLong> tconts =
                numbers(session, Walk.of(C3xxTables.TCONT_BANDWIDTH).under(id));
        Map<Long, Optional<String>> profiles = new HashMap<>();
        Map<Long, List<ServiceBinding>> bound = new HashMap<>();
        for (Row gem : gems) {
            long onu = gem.index().get(1);
            int number = (int) gem.index().get(-1);
            Oid tcont = Oid.of(id, onu, gem.number(C3xxTables.GEM_TCONT).orElse(0));
            Optional<String> bandwidth = Optional.ofNullable(tconts.get(tcont))
                    .flatMap(profile ->
                            profiles.computeIfAbsent(profile.orElse(0), named -> bandwidthName(session, named)));
            for (Row row : servicePorts(session, bridgePort(session, ifIndex, port, onu, number))) {
                service(row, number, bandwidth)
                        .ifPresent(service -> bound.computeIfAbsent(onu, other -> new ArrayList<>())
                                .add(service));
            }
        }
        return bound;
    }

    private static Map<Oid, OptionalLong> numbers(OltSession session, Walk walk) {
        Oid column = walk.columns().get(0);
        return session.rows(walk).stream().collect(Collectors.toMap(Row::index, row -> row.number(column)));
    }

    void bind(OltSession session, OnuRef onu, ServiceBinding service) {
        long port = ports.id(session, onu.port());
        Oid gem = Oid.of(port, onu.id(), service.gemPort());
        long bridge = bridgePort(session, ports.ifIndex(session, onu.port()), onu.port(), onu.id(), service.gemPort());
        List<VarBind> order = new ArrayList<>();
        if (session.get(C3xxTables.GEM_ROW_STATUS.append(gem)).isEmpty()) {
            order.addAll(transport(session, gem, service));
        }
        order.addAll(servicePort(Oid.of(bridge, freeNumber(session, bridge)), service));
        session.set(order);
    }

    void unbind(OltSession session, OnuRef onu, ServiceBinding service) {
        long port = ports.id(session, onu.port());
        List<Bound> sameGem = bound(session, onu, port).stream()
                .filter(bound -> bound.service().gemPort() == service.gemPort())
                .toList();
        List<VarBind> order = new ArrayList<>();
        sameGem.stream()
                .filter(bound -> bound.service().sameFrames(service))
                .forEach(bound -> order.add(RowStatus.destroy(C3xxTables.SERVICE_ROW_STATUS.append(bound.row()))));
        if (order.isEmpty()) {
            return;
        }
        if (order.size() == sameGem.size()) {
            Oid gem = Oid.of(port, onu.id(), service.gemPort());
            order.add(RowStatus.destroy(C3xxTables.GEM_ROW_STATUS.append(gem)));
            order.add(RowStatus.destroy(C3xxTables.TCONT_ROW_STATUS.append(gem)));
        }
        session.set(order);
    }

    /** What takes every service port away; T-CONTs and GEM ports go with the ONU. */
    List<VarBind> removal(OltSession session, OnuRef onu, long port) {
        return bound(session, onu, port).stream()
                .map(bound -> RowStatus.destroy(C3xxTables.SERVICE_ROW_STATUS.append(bound.row())))
                .toList();
    }

    private List<Bound> bound(OltSession session, OnuRef onu, long port) {
        List<Row> gems = session.rows(Walk.of(C3xxTables.GEM_TCONT).under(port, onu.id()));
        if (gems.isEmpty()) {
            return List.of();
        }
        long ifIndex = ports.ifIndex(session, onu.port());
        List<Bound> bound = new ArrayList<>();
        for (Row gem : gems) {
            int number = (int) gem.index().get(-1);
            Optional<String> bandwidth = bandwidth(session, port, onu, gem);
            for (Row row : servicePorts(session, bridgePort(session, ifIndex, onu.port(), onu.id(), number))) {
                service(row, number, bandwidth).ifPresent(service -> bound.add(new Bound(service, row.index())));
            }
        }
        return bound;
    }

    private static List<VarBind> transport(OltSession session, Oid gem, ServiceBinding service) {
        String profile = service.upstream().orElseThrow();
        return List.of(
                VarBind.of(C3xxTables.TCONT_NAME.append(gem), "tcont" + service.gemPort()),
                VarBind.of(C3xxTables.TCONT_BANDWIDTH.append(gem), bandwidthNumber(session, profile)),
                RowStatus.createAndGo(C3xxTables.TCONT_ROW_STATUS.append(gem)),
                VarBind.of(C3xxTables.GEM_NAME.append(gem), "gem" + service.gemPort()),
                VarBind.of(C3xxTables.GEM_TYPE.append(gem), UNICAST),
                VarBind.of(C3xxTables.GEM_TCONT.append(gem), service.gemPort()),
                RowStatus.createAndGo(C3xxTables.GEM_ROW_STATUS.append(gem)));
    }

    private static List<VarBind> servicePort(Oid row, ServiceBinding service) {
        List<VarBind> cells = new ArrayList<>();
        cells.add(VarBind.of(C3xxTables.SERVICE_MODE.append(row), service.user().isPresent() ? TAGGED : UNTAGGED));
        service.user().ifPresent(vlan -> cells.add(VarBind.of(C3xxTables.USER_VLAN.append(row), vlan.id())));
        service.inner().ifPresent(vlan -> cells.add(VarBind.of(C3xxTables.INNER_VLAN.append(row), vlan.id())));
        cells.add(VarBind.of(C3xxTables.OUTER_VLAN.append(row), service.outer().id()));
        cells.add(VarBind.of(C3xxTables.SERVICE_ADMIN.append(row), ENABLED));
        cells.add(RowStatus.createAndGo(C3xxTables.SERVICE_ROW_STATUS.append(row)));
        return cells;
    }

    private static Optional<ServiceBinding> service(Row row, int gemPort, Optional<String> bandwidth) {
        Optional<Vlan> user = row.number(C3xxTables.SERVICE_MODE).orElse(UNTAGGED) == TAGGED
                ? vlan(row, C3xxTables.USER_VLAN)
                : Optional.empty();
        return vlan(row, C3xxTables.OUTER_VLAN)
                .map(outer -> new ServiceBinding(
                        gemPort, user, outer, vlan(row, C3xxTables.INNER_VLAN), Optional.empty(), bandwidth));
    }

    private static List<Row> servicePorts(OltSession session, long bridge) {
        return session.rows(Walk.of(SERVICE_COLUMNS).under(bridge));
    }

    private static int freeNumber(OltSession session, long bridge) {
        List<Long> taken = servicePorts(session, bridge).stream()
                .map(row -> row.index().get(-1))
                .toList();
        int number = 1;
        while (taken.contains((long) number)) {
            number++;
        }
        return number;
    }

    private static long bridgePort(OltSession session, long ifIndex, PonPortId port, long onu, int gemPort) {
        return BridgePort.of(ifIndex, (int) onu, gemPort)
                .orElseThrow(() -> session.fault(
                        OltFault.Kind.UNSUPPORTED,
                        "service port of ONU " + onu + " of " + port,
                        "how ports 9 to 16 of a card are numbered there is not known"))
                .index();
    }

    private static int bandwidthNumber(OltSession session, String profile) {
        return (int) session.first(
                        Walk.of(C3xxTables.BANDWIDTH_NAME),
                        row -> row.text(C3xxTables.BANDWIDTH_NAME).equals(Optional.of(profile)))
                .orElseThrow(() -> session.fault(
                        OltFault.Kind.INVALID_ARGUMENT, "bandwidth profile '" + profile + "'", "the OLT has none"))
                .index()
                .get(-1);
    }

    private static Optional<String> bandwidth(OltSession session, long port, OnuRef onu, Row gem) {
        OptionalLong tcont = gem.number(C3xxTables.GEM_TCONT);
        return session.get(C3xxTables.TCONT_BANDWIDTH.append(port, onu.id(), tcont.orElse(0)))
                .flatMap(number -> bandwidthName(session, number.number().orElse(0)));
    }

    private static Optional<String> bandwidthName(OltSession session, long profile) {
        return session.row(Oid.of(profile), List.of(C3xxTables.BANDWIDTH_NAME)).text(C3xxTables.BANDWIDTH_NAME);
    }

    private static Optional<Vlan> vlan(Row row, Oid column) {
        return row.decoded(column, id -> id >= 1 && id <= 4_094 ? Optional.of(new Vlan((int) id)) : Optional.empty());
    }
}
