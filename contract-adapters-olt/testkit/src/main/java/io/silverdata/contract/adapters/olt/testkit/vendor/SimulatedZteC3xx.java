package io.silverdata.contract.adapters.olt.testkit.vendor;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.testkit.ConfiguredOnu;
import io.silverdata.contract.adapters.olt.testkit.ConnectedOnu;
import io.silverdata.contract.adapters.olt.testkit.DerivedStateDevice;
import io.silverdata.contract.adapters.olt.testkit.SimulatedTable;
import io.silverdata.contract.adapters.olt.testkit.SnmpRefusal;
import io.silverdata.contract.adapters.olt.testkit.SnmpRefusal.Status;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A ZTE C320, as ZXGPON-SERVICE-MIB (2006) and ZXGPON-ONTMGMT-MIB (2008) describe it, and as public systems that drive such devices use it
 * where firmware has moved on.
 *
 * <p>What it does:
 *
 * <ul>
 *   <li>{@code zxGponOntDevMgmtEntryStatus} and its table: ONUs 1 to 128 of a PON port, made by createAndGo with the ONU types {@code F660} or {@code F670L};
 *       a type cannot be changed later. The registration mode is column 12, as in the field.
 *   <li>{@code zxGponOntAdminState}, {@code zxGponOntPhaseState} (from 0), cause of the last going down (in no MIB: 2, 9, 10).
 *   <li>T-CONTs, GEM ports and service ports ({@code zxAnServicePort}) are rows of their own, each needing the one before, which the same set may
 *       make; bandwidth profiles {@code UP-100M} and {@code UP-300M}. Deleting an ONU leaves its service ports behind.
 *   <li>Three numberings: of PON ports in {@code zxGponOltPonName}, of interfaces in {@code ifName}, of service ports by the bridge port
 *       (type 4 of ZTE-AN-TC-MIB). A PON port may have a name that an operator gave it.
 *   <li>Power at the ONU in steps of 0.002 dB above -30 dBm, in 16 bits with a sign; 65535 for none.
 * </ul>
 *
 * <p>Its limits: no object saves, since sources disagree on one; PON ports 1 to 8 of a card only can have services; the light at the OLT
 * is not told.
 */
public final class SimulatedZteC3xx extends DerivedStateDevice {
    private static final Oid GPON = Oid.parse("1.3.6.1.4.1.3902.1012.3");
    private static final Oid PORT = GPON.append(13, 1, 1);
    private static final Oid FOUND = GPON.append(13, 3, 1);
    private static final Oid ONU = GPON.append(28, 1, 1);
    private static final Oid STATE = GPON.append(28, 2, 1);
    private static final Oid DISTANCE = GPON.append(11, 4, 1, 2);
    private static final Oid AT_ONU = GPON.append(50, 12, 1, 1);
    private static final Oid BANDWIDTH = GPON.append(26, 1, 1, 2);
    private static final Oid TCONT = GPON.append(30, 1, 1);
    private static final Oid GEM = GPON.append(30, 2, 1);
    private static final Oid SERVICE = Oid.parse("1.3.6.1.4.1.3902.1015.8.1.1.1");
    private static final long TYPE = 1L << 28;
    private static final int FIRST_SHELF = 1;
    private static final int DARK = 0xFFFF;

    private final OltId olt;
    private final Set<Oid> pending = new HashSet<>();
    private final SimulatedTable onus = table(ONU)
            .octets(1, 1, 64)
            .octets(2, 0, 128)
            .byDefault(2, SnmpValue.of(""))
            .octets(3, 0, 127)
            .byDefault(3, SnmpValue.of(""))
            .octets(5, 8, 8)
            .rowStatus(9)
            .integers(12, 1, 4)
            .byDefault(12, SnmpValue.of(1))
            .rules(new Onus());
    private final SimulatedTable states = table(STATE).integers(1, 1, 2);
    private final SimulatedTable tconts = table(TCONT)
            .octets(2, 1, 32)
            .integers(3, 1, 128)
            .rowStatus(8)
            .rules(new SimulatedTable.Rules() {
                @Override
                public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
                    require(onus.contains(onu(index)), Status.INCONSISTENT_VALUE);
                    require(
                            mib().get(BANDWIDTH.append(number(value(cells, 3)))).isPresent(),
                            Status.INCONSISTENT_VALUE);
                }
            });
    private final SimulatedTable gems = table(GEM)
            .octets(2, 1, 32)
            .integers(3, 1, 2)
            .integers(4, 1, 8)
            .rowStatus(10)
            .rules(new SimulatedTable.Rules() {
                @Override
                public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
                    Oid tcont = onu(index).append(number(value(cells, 4)));
                    require(
                            tconts.contains(tcont)
                                    || pending.contains(TCONT.append(8).append(tcont)),
                            Status.INCONSISTENT_VALUE);
                }
            });
    private final SimulatedTable services = table(SERVICE)
            .integers(4, 1, 5)
            .integers(5, 0, 4_094)
            .byDefault(5, SnmpValue.of(0))
            .integers(9, 0, 4_094)
            .byDefault(9, SnmpValue.of(0))
            .integers(10, 1, 4_094)
            .integers(22, 1, 2)
            .byDefault(22, SnmpValue.of(1))
            .rowStatus(100)
            .rules(new SimulatedTable.Rules() {
                @Override
                public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
                    Oid gem = gem(index.get(0));
                    require(
                            gems.contains(gem)
                                    || pending.contains(GEM.append(10).append(gem)),
                            Status.INCONSISTENT_VALUE);
                }
            });

    /** A device without ONUs that has PON ports 1/1/1 and 1/1/2, the second of which an operator named {@code OLT-2}. */
    public SimulatedZteC3xx(OltId olt) {
        this(olt, List.of(new PonPortId(olt, 1, 1, 1), new PonPortId(olt, 1, 1, 2)));
        mib().put(PORT.append(1, portNumber(new PonPortId(olt, 1, 1, 2))), "OLT-2");
        // the name comes with the device
        save();
    }

    /**
     * A device without ONUs that has these PON ports, numbered as in the names of interfaces: shelf from 1, slot and port from 1.
     *
     * @throws IllegalArgumentException naming a port that a C320 cannot have
     */
    public SimulatedZteC3xx(OltId olt, List<PonPortId> ponPorts) {
        super("1.3.6.1.4.1.3902.1082.1001.320.2.1", "C320 Version V2.1.0");
        this.olt = olt;
        SimulatedTable ports = table(PORT).octets(1, 0, 128).integers(10, 1, 2);
        for (PonPortId port : ponPorts) {
            requirePort(
                    port, port.frame() == FIRST_SHELF && port.slot() >= 1 && port.port() >= 1, "1/slot/port from 1");
            String name = "gpon_" + port.frame() + "/" + port.slot() + "/" + port.port();
            long number = portNumber(port);
            ports.put(Oid.of(number), Map.of(1L, SnmpValue.of(name), 10L, SnmpValue.of(1)));
            mib().put(PORT.append(11, number), 1);
            addPonPort(port, TYPE | (long) (port.slot() - 1) << 16 | (long) (port.port() - 1) << 8, name);
        }
        int uplinks = ponPorts.stream().mapToInt(PonPortId::slot).max().orElse(1) + 3;
        addInterface(TYPE | (long) (uplinks - 1) << 16, "gei_1/" + uplinks + "/1", 6);
        mib().put(BANDWIDTH.append(1), "UP-100M");
        mib().put(BANDWIDTH.append(2), "UP-300M");
        // the ports come with the device
        save();
    }

    private final class Onus implements SimulatedTable.Rules {
        @Override
        public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
            require(index.size() == 2 && mib().get(PORT.append(1, index.get(0))).isPresent(), Status.NO_CREATION);
            require(index.get(1) >= 1 && index.get(1) <= 128, Status.NO_CREATION);
            require(Set.of("F660", "F670L").contains(text(value(cells, 1))), Status.INCONSISTENT_VALUE);
            require(!isRegistered(serialOfOctets(value(cells, 5))), Status.INCONSISTENT_VALUE);
        }

        @Override
        public void changing(Oid index, Map<Long, SnmpValue> cells, Map<Long, SnmpValue> row) throws SnmpRefusal {
            require(Set.of(2L, 3L).containsAll(cells.keySet()), Status.INCONSISTENT_VALUE);
        }

        @Override
        public void created(Oid index) {
            states.put(index, Map.of(1L, SnmpValue.of(1)));
        }

        @Override
        public void destroyed(Oid index, Map<Long, SnmpValue> cells) {
            states.remove(index);
            removeOf(tconts, index);
            removeOf(gems, index);
        }

        private void removeOf(SimulatedTable table, Oid onu) {
            table.indexes().stream().filter(index -> index.startsWith(onu)).forEach(table::remove);
        }
    }

    /** A row may need another that the same set makes. */
    @Override
    protected Runnable prepare(List<VarBind> objects) throws SnmpRefusal {
        pending.clear();
        objects.stream()
                .filter(object -> object.value().equals(SnmpValue.of(4)))
                .forEach(object -> pending.add(object.oid()));
        try {
            return super.prepare(objects);
        } finally {
            pending.clear();
        }
    }

    /** How many service ports there are, those of ONUs that are gone among them. */
    public int servicePorts() {
        return services.indexes().size();
    }

    @Override
    public List<ConfiguredOnu> configured() {
        List<ConfiguredOnu> found = new ArrayList<>();
        Map<Oid, Long> bound = services.indexes().stream()
                .collect(Collectors.groupingBy(service -> onu(gem(service.get(0))), Collectors.counting()));
        for (Oid index : onus.indexes()) {
            Map<Long, SnmpValue> row = onus.cells(index);
            String type = text(value(row, 1));
            found.add(new ConfiguredOnu(
                            new PonPortId(olt, FIRST_SHELF, (int) (index.get(0) >> 16 & 0xFF), (int)
                                    (index.get(0) >> 8 & 0xFF)),
                            (int) index.get(1),
                            new OnuSerial(HexFormat.of().formatHex(((SnmpValue.Octets) value(row, 5)).octets())),
                            type,
                            type,
                            states.value(1, index)
                                            .map(DerivedStateDevice::number)
                                            .orElse(1)
                                    == 1,
                            Math.toIntExact(bound.getOrDefault(index, 0L)))
                    .withDescription(text(value(row, 3))));
        }
        return found;
    }

    @Override
    protected void clearState() {
        List.of(FOUND, STATE.append(4), STATE.append(7), DISTANCE, AT_ONU).forEach(mib()::removeUnder);
    }

    @Override
    protected void showState(ConfiguredOnu onu, Condition condition, Optional<ConnectedOnu> connected) {
        Oid index = Oid.of(portNumber(onu.port()), onu.id());
        boolean online = condition == Condition.ONLINE;
        mib().put(STATE.append(4).append(index), phase(condition));
        mib().put(STATE.append(7).append(index), cause(condition));
        mib().put(DISTANCE.append(index), online ? connected.orElseThrow().metres() : 0);
        mib().put(
                        AT_ONU.append(10).append(index).append(1),
                        online ? steps(connected.orElseThrow().receivedDbm()) : DARK);
        mib().put(
                        AT_ONU.append(14).append(index).append(1),
                        online ? steps(connected.orElseThrow().sentDbm()) : DARK);
    }

    @Override
    protected void showUnregistered(PonPortId port, int number, OnuSerial serial) {
        mib().put(FOUND.append(2, portNumber(port), number), SnmpValue.of(octets(serial)));
        mib().put(FOUND.append(10, portNumber(port), number), "F660V5");
    }

    private static long portNumber(PonPortId port) {
        return portNumber(port.slot(), port.port());
    }

    private static long portNumber(int slot, int port) {
        return TYPE | (long) slot << 16 | (long) port << 8;
    }

    private static Oid onu(Oid below) {
        return Oid.of(below.get(0), below.get(1));
    }

    /** Which GEM port a service port's index means. */
    private static Oid gem(long bridgePort) {
        int slot = (int) (bridgePort >> 19 & 0x1F) + 1;
        int port = (int) (bridgePort >> 16 & 7) + 1;
        return Oid.of(portNumber(slot, port), (bridgePort >> 8 & 0xFF) + 1, (bridgePort & 0xFF) + 1);
    }

    private static int phase(Condition condition) {
        return switch (condition) {
            case ONLINE -> 3;
            case NO_LIGHT -> 1;
            case NO_POWER -> 4;
            case DISABLED -> 6;
        };
    }

    private static int cause(Condition condition) {
        return switch (condition) {
            case ONLINE -> 0;
            case NO_LIGHT -> 2;
            case NO_POWER -> 9;
            case DISABLED -> 10;
        };
    }

    private static int steps(double dbm) {
        return (int) Math.round((dbm + 30) / 0.002) & 0xFFFF;
    }
}
