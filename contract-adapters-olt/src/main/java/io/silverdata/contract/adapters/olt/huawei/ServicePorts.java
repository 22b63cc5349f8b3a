package io.silverdata.contract.adapters.olt.huawei;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.RowStatus;
import io.silverdata.contract.adapters.olt.spi.ServiceBinding;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.spi.Vlan;
import io.silverdata.contract.adapters.olt.spi.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The service ports of ONTs. Their index is the OLT's to give, and is looked up by what they are for. */
final class ServicePorts {
    /** The MIB warns that another manager may take the index that was just given. */
    private static final int ATTEMPTS = 3;

    private final TrafficTables traffic;

    ServicePorts(TrafficTables traffic) {
        this.traffic = traffic;
    }

    void check(ServiceBinding service) {
        service.downstream().ifPresent(name -> traffic.check("downstream", name));
        service.upstream().ifPresent(name -> traffic.check("upstream", name));
    }

    /** What is bound to an ONT, by flow index. Service ports of another kind than by user VLAN are not ours, and left out. */
    Map<Long, ServiceBinding> of(OltSession session, long ifIndex, OnuRef onu) {
        return read(session, flows(session, ifIndex, onu));
    }

    /** What is bound to each ONT of a PON port, by ONT id. */
    Map<Long, List<ServiceBinding>> ofPort(OltSession session, long ifIndex) {
        Map<Long, Set<Long>> flows = new TreeMap<>();
        session.walk(Walk.of(ServicePortTables.INDEX_OF).under(ifIndex, ServicePortTables.BY_ONT_ID), row -> {
            row.number(ServicePortTables.INDEX_OF)
                    .ifPresent(flow -> flows.computeIfAbsent(row.index().get(2), ont -> new TreeSet<>())
                            .add(flow));
            return true;
        });
        Map<Long, ServiceBinding> services =
                read(session, flows.values().stream().flatMap(Set::stream).toList());
        Map<Long, List<ServiceBinding>> bound = new HashMap<>();
        flows.forEach((ont, its) -> bound.put(
                ont,
                its.stream().filter(services::containsKey).map(services::get).toList()));
        return bound;
    }

    void create(OltSession session, long ifIndex, OnuRef onu, ServiceBinding service) {
        for (int attempt = 1; ; attempt++) {
            try {
                session.set(creation(freeIndex(session, onu), onu, service));
                return;
            } catch (OltFault fault) {
                if (fault.kind() != OltFault.Kind.CONFLICT) {
                    throw fault;
                }
                if (attempt == ATTEMPTS) {
                    throw explained(session, ifIndex, onu, service, fault);
                }
            }
        }
    }

    /** The OLT says inconsistentValue for many reasons; one of them can be seen. */
    private OltFault explained(OltSession session, long ifIndex, OnuRef onu, ServiceBinding service, OltFault fault) {
        OptionalLong taken = flow(session, ifIndex, onu, service);
        return taken.isEmpty()
                ? fault
                : session.fault(
                        OltFault.Kind.CONFLICT,
                        "service port " + taken.getAsLong() + " of " + onu,
                        fault.deviceError() + "; these frames are bound already, to "
                                + read(session, taken.getAsLong()));
    }

    void delete(OltSession session, long ifIndex, OnuRef onu, ServiceBinding service) {
        flow(session, ifIndex, onu, service).ifPresent(flow -> session.set(List.of(destroy(flow))));
    }

    /** All of an ONT, in one request. */
    void deleteAll(OltSession session, long ifIndex, OnuRef onu) {
        List<VarBind> destruction =
                flows(session, ifIndex, onu).stream().map(ServicePorts::destroy).toList();
        if (!destruction.isEmpty()) {
            session.set(destruction);
        }
    }

    private static List<Long> flows(OltSession session, long ifIndex, OnuRef onu) {
        return session
                .rows(Walk.of(ServicePortTables.INDEX_OF).under(ifIndex, ServicePortTables.BY_ONT_ID, onu.id()))
                .stream()
                .flatMap(row -> row.number(ServicePortTables.INDEX_OF).stream().boxed())
                .distinct()
                .toList();
    }

    private static OptionalLong flow(OltSession session, long ifIndex, OnuRef onu, ServiceBinding service) {
        Oid object = ServicePortTables.INDEX_OF.append(
                ifIndex,
                ServicePortTables.BY_ONT_ID,
                onu.id(),
                service.gemPort(),
                0,
                ServicePortTables.BY_USER_VLAN,
                user(service));
        return session.get(object).map(SnmpValue::number).orElseGet(OptionalLong::empty);
    }

    private static long freeIndex(OltSession session, OnuRef onu) {
        long next = session.get(ServicePortTables.NEXT_INDEX)
                .map(SnmpValue::number)
                .orElseGet(OptionalLong::empty)
                .orElse(0);
        if (next <= 0) {
            throw session.fault(
                    OltFault.Kind.NO_CAPACITY,
                    "service port of " + onu,
                    "hwExtSrvFlowIndexNext is " + next + ": none is free");
        }
        return next;
    }

    private List<VarBind> creation(long flow, OnuRef onu, ServiceBinding service) {
        List<VarBind> row = new ArrayList<>(List.of(
                VarBind.of(ServicePortTables.FRAME.append(flow), onu.port().frame()),
                VarBind.of(ServicePortTables.SLOT.append(flow), onu.port().slot()),
                VarBind.of(ServicePortTables.PORT.append(flow), onu.port().port()),
                VarBind.of(ServicePortTables.ONT.append(flow), onu.id()),
                VarBind.of(ServicePortTables.GEM.append(flow), service.gemPort()),
                VarBind.of(ServicePortTables.KIND.append(flow), ServicePortTables.GPON),
                VarBind.of(ServicePortTables.VLAN.append(flow), service.outer().id()),
                VarBind.of(ServicePortTables.MULTI_SERVICE.append(flow), ServicePortTables.BY_USER_VLAN),
                VarBind.of(ServicePortTables.USER.append(flow), user(service))));
        service.downstream()
                .ifPresent(name -> row.add(traffic.set(traffic.down().append(flow), name)));
        service.upstream().ifPresent(name -> row.add(traffic.set(traffic.up().append(flow), name)));
        service.inner().ifPresent(vlan -> row.add(VarBind.of(ServicePortTables.INNER_VLAN.append(flow), vlan.id())));
        tagTransform(service).ifPresent(how -> row.add(VarBind.of(ServicePortTables.TAG_TRANSFORM.append(flow), how)));
        row.add(RowStatus.createAndGo(ServicePortTables.ROW_STATUS.append(flow)));
        return row;
    }

    /** Empty where the OLT's own default is right: untagged frames get one tag. */
    private static Optional<Integer> tagTransform(ServiceBinding service) {
        if (service.inner().isPresent()) {
            return Optional.of(
                    service.user().isPresent() ? ServicePortTables.TRANSLATE_AND_ADD : ServicePortTables.ADD_DOUBLE);
        }
        return service.user().map(vlan -> ServicePortTables.TRANSLATE);
    }

    private Optional<ServiceBinding> read(OltSession session, long flow) {
        return Optional.ofNullable(read(session, List.of(flow)).get(flow));
    }

    private Map<Long, ServiceBinding> read(OltSession session, List<Long> flows) {
        List<Oid> columns = List.of(
                ServicePortTables.GEM,
                ServicePortTables.VLAN,
                ServicePortTables.MULTI_SERVICE,
                ServicePortTables.USER,
                ServicePortTables.INNER_VLAN,
                traffic.down(),
                traffic.up());
        Map<Oid, SnmpValue> objects = session.get(flows.stream()
                .flatMap(flow -> columns.stream().map(column -> column.append(flow)))
                .toList());
        Map<Long, ServiceBinding> services = new HashMap<>();
        for (long flow : flows) {
            Map<Oid, SnmpValue> cells = columns.stream()
                    .filter(column -> objects.containsKey(column.append(flow)))
                    .collect(Collectors.toMap(Function.identity(), column -> objects.get(column.append(flow))));
            binding(new Row(Oid.of(flow), cells)).ifPresent(service -> services.put(flow, service));
        }
        return services;
    }

    private Optional<ServiceBinding> binding(Row row) {
        boolean ours = row.number(ServicePortTables.MULTI_SERVICE).orElse(-1) == ServicePortTables.BY_USER_VLAN;
        Optional<Vlan> outer = vlan(row.number(ServicePortTables.VLAN));
        if (!ours || outer.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ServiceBinding(
                (int) row.number(ServicePortTables.GEM).orElse(0),
                vlan(row.number(ServicePortTables.USER)),
                outer.get(),
                vlan(row.number(ServicePortTables.INNER_VLAN)),
                traffic.read(row.cells(), traffic.down()),
                traffic.read(row.cells(), traffic.up())));
    }

    /** -1 and 65535 stand for none. */
    private static Optional<Vlan> vlan(OptionalLong value) {
        return value.isPresent() && value.getAsLong() >= 1 && value.getAsLong() <= 4_094
                ? Optional.of(new Vlan((int) value.getAsLong()))
                : Optional.empty();
    }

    private static int user(ServiceBinding service) {
        return service.user().map(Vlan::id).orElse(ServicePortTables.UNTAGGED);
    }

    private static VarBind destroy(long flow) {
        return RowStatus.destroy(ServicePortTables.ROW_STATUS.append(flow));
    }
}
