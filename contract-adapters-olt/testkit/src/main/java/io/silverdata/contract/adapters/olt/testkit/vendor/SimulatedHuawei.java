package io.silverdata.contract.adapters.olt.testkit.vendor;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.testkit.ConfiguredOnu;
import io.silverdata.contract.adapters.olt.testkit.ConnectedOnu;
import io.silverdata.contract.adapters.olt.testkit.SimulatedDevice;
import io.silverdata.contract.adapters.olt.testkit.SimulatedTable;
import io.silverdata.contract.adapters.olt.testkit.SnmpRefusal;
import io.silverdata.contract.adapters.olt.testkit.SnmpRefusal.Status;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Huawei SmartAX (MA5600T family, MA5800), as HUAWEI-XPON-MIB V2.14 and HUAWEI-ETHERLIKE-EXT-MIB V5.78 describe it.
 *
 * <p>What it does as the MIBs say:
 *
 * <ul>
 *   <li>{@code hwGponDeviceOntEntryStatus} and its table: ONTs 0 to 127 of a PON port, made by createAndGo with a serial number that the OLT has once, and
 *       line and service profiles that exist; profiles of a row can be changed.
 *   <li>{@code hwGponDeviceOntControlActive} and its table: activate and deactivate; run, config and match state, ranging, cause of the last going
 *       down (1, 8, 13).
 *   <li>service ports with an index that {@code hwExtSrvFlowIndexNext} gives, and another manager may take
 *       ({@link #stealFlowIndexes}); {@code hwFlowIndex} finds them. An ONT with service ports cannot be deleted.
 *   <li>{@code hwGponDeviceAutoFindOntInfoSn} for ONTs that are not registered; {@code hwGponOntOpticalDdmRxPower} and its like in hundredths of
 *       dBm, 2147483647 for none; {@code hwGponDeviceOltControlStatus} and the number of ONTs of a port.
 *   <li>{@code ifIndex} above 2<sup>31</sup>, as recorded from real devices; names as {@code GPON 0/1/2}.
 *   <li>No object saves: the configuration is lost over a restart unless a test calls {@link #save}.
 * </ul>
 *
 * <p>Its limits: autofind is always on, where a real one has it off by default at each port; only the authentication by serial number
 * works; traffic tables are not checked; statuses and optics change at once. Bears thousands of ONTs.
 */
public final class SimulatedHuawei extends SimulatedDevice {
    private static final Oid GPON = Oid.parse("1.3.6.1.4.1.2011.6.128.1.1.2");
    private static final Oid AUTOFIND = GPON.append(48, 1);
    private static final Oid CONTROL = GPON.append(46, 1);
    private static final Oid OPTICS = GPON.append(51, 1);
    private static final Oid PORT = GPON.append(21, 1);
    private static final Oid FLOWS = Oid.parse("1.3.6.1.4.1.2011.5.14.5");
    private static final int NOT_AVAILABLE = Integer.MAX_VALUE;
    private static final int UNTAGGED = 0xFFFF;

    private final SimulatedTable onts;
    private final SimulatedTable control;
    private final SimulatedTable flows;
    private final Set<String> lineProfiles;
    private final Set<String> serviceProfiles;
    private final Map<OnuSerial, Oid> places = new HashMap<>();
    private final Map<OnuSerial, Oid> found = new HashMap<>();
    private int finds;
    private int stolenFlows;

    /**
     * A device without ONTs.
     *
     * @param ports its PON ports, numbered frame, slot and port
     * @param lineProfiles names of the line profiles that exist on it
     * @param serviceProfiles names of the service profiles that exist on it
     */
    public SimulatedHuawei(List<PonPortId> ports, Set<String> lineProfiles, Set<String> serviceProfiles) {
        super(Oid.parse("1.3.6.1.4.1.2011.2.123"), "Huawei Integrated Access Software");
        this.lineProfiles = Set.copyOf(lineProfiles);
        this.serviceProfiles = Set.copyOf(serviceProfiles);
        for (PonPortId port : ports) {
            long ifIndex =
                    0xFA00_0000L | (long) port.frame() << 19 | (long) port.slot() << 13 | (long) port.port() << 8;
            addPonPort(port, ifIndex, "GPON " + port.frame() + "/" + port.slot() + "/" + port.port());
            mib().put(PORT.append(10, ifIndex), 1);
            mib().put(PORT.append(16, ifIndex), 0);
            mib().put(GPON.append(23, 1, 4, ifIndex), 312);
        }
        addInterface(0x0E00_0000L, "ethernet0/9/0", 6);
        onts = ontTable();
        control = table(CONTROL).integers(1, 1, 2);
        control.rules(new SimulatedTable.Rules() {
            @Override
            public void changed(Oid index, Map<Long, SnmpValue> cells) {
                serialAt(index).ifPresent(SimulatedHuawei.this::refresh);
            }

            @Override
            public void created(Oid index) {
                serialAt(index).ifPresent(SimulatedHuawei.this::refresh);
            }
        });
        flows = flowTable();
        giveNextFlow();
    }

    /** Lets another manager take the index that the device gave next, so many times: a service port made with it is refused. */
    public synchronized void stealFlowIndexes(int times) {
        stolenFlows = times;
    }

    /** How many service ports there are, of all ONTs. */
    public synchronized int servicePorts() {
        return flows.indexes().size();
    }

    @Override
    public synchronized List<ConfiguredOnu> configured() {
        List<ConfiguredOnu> configured = new ArrayList<>();
        places.forEach((serial, index) -> configured.add(new ConfiguredOnu(
                        ponPort(index.get(0)).orElseThrow(),
                        (int) index.get(1),
                        serial,
                        text(onts, 7, index),
                        text(onts, 8, index),
                        isActive(index),
                        flowsOf(index).size())
                .withDescription(text(onts, 9, index))));
        return configured;
    }

    @Override
    protected void refresh(OnuSerial serial) {
        Optional<ConnectedOnu> onu = connected(serial);
        Optional<Oid> place = Optional.ofNullable(places.get(serial));
        refreshAutofind(serial, onu.filter(there -> there.visible() && place.isEmpty()));
        place.ifPresent(index -> refreshState(
                index,
                onu.filter(there -> there.port().equals(ponPort(index.get(0)).orElseThrow()))));
    }

    // ONTs

    private SimulatedTable ontTable() {
        return table(GPON.append(43, 1))
                .integers(2, 1, 9)
                .byDefault(2, SnmpValue.of(1))
                .octets(3, 8, 8)
                .octets(4, 0, 10)
                .byDefault(4, SnmpValue.of(""))
                .integers(6, 1, 3)
                .byDefault(6, SnmpValue.of(1))
                .octets(7, 0, 32)
                .octets(8, 0, 32)
                .octets(9, 0, 128)
                .byDefault(9, SnmpValue.of(""))
                .rowStatus(10)
                .rules(new OntRules());
    }

    private final class OntRules implements SimulatedTable.Rules {
        @Override
        public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
            if (index.size() != 2 || ponPort(index.get(0)).isEmpty() || index.get(1) > 127) {
                throw new SnmpRefusal(Status.NO_CREATION);
            }
            if (places.containsKey(serial(value(cells, 3)))) {
                throw new SnmpRefusal(Status.INCONSISTENT_VALUE);
            }
            checkProfiles(cells);
        }

        @Override
        public void changing(Oid index, Map<Long, SnmpValue> cells, Map<Long, SnmpValue> row) throws SnmpRefusal {
            checkProfiles(cells);
        }

        @Override
        public void destroying(Oid index) throws SnmpRefusal {
            if (!flowsOf(index).isEmpty()) {
                throw new SnmpRefusal(Status.INCONSISTENT_VALUE);
            }
        }

        @Override
        public void created(Oid index) {
            OnuSerial serial = serialAt(index).orElseThrow();
            places.put(serial, index);
            control.put(index, Map.of(1L, SnmpValue.of(1)));
            mib().put(CONTROL.append(24).append(index), -1);
            count(index.get(0));
            refresh(serial);
        }

        @Override
        public void destroyed(Oid index, Map<Long, SnmpValue> cells) {
            OnuSerial serial = serial(value(cells, 3));
            places.remove(serial);
            control.remove(index);
            for (int column : new int[] {15, 16, 18, 20, 24}) {
                mib().remove(CONTROL.append(column).append(index));
            }
            for (int column = 1; column <= 6; column++) {
                mib().remove(OPTICS.append(column).append(index));
            }
            count(index.get(0));
            refresh(serial);
        }

        private void checkProfiles(Map<Long, SnmpValue> cells) throws SnmpRefusal {
            checkProfile(cells.get(7L), lineProfiles);
            checkProfile(cells.get(8L), serviceProfiles);
        }
    }

    private static void checkProfile(@Nullable SnmpValue name, Set<String> known) throws SnmpRefusal {
        if (name instanceof SnmpValue.Octets octets && !known.contains(octets.text())) {
            throw new SnmpRefusal(Status.INCONSISTENT_VALUE);
        }
    }

    private void count(long ifIndex) {
        mib().put(PORT.append(16, ifIndex), (int) places.values().stream()
                .filter(index -> index.get(0) == ifIndex)
                .count());
    }

    // service ports

    private SimulatedTable flowTable() {
        SimulatedTable table = table(FLOWS.append(2, 1));
        for (int column : new int[] {2, 3, 4, 5, 6, 7}) {
            table.integers(column, 0, 1_023);
        }
        return table.integers(8, 1, 4_095)
                .integers(9, -1, 9_999)
                .byDefault(9, SnmpValue.of(-1))
                .integers(10, -1, 9_999)
                .byDefault(10, SnmpValue.of(-1))
                .integers(11, 1, 255)
                .integers(12, 0, UNTAGGED)
                .integers(13, 1, 2)
                .byDefault(13, SnmpValue.of(1))
                .rowStatus(15)
                .integers(16, -1, 4_095)
                .byDefault(16, SnmpValue.of(-1))
                .octets(17, 0, 64)
                .byDefault(17, SnmpValue.of(""))
                .integers(18, 0, 8)
                .byDefault(18, SnmpValue.of(0))
                .octets(21, 0, 32)
                .byDefault(21, SnmpValue.of(""))
                .octets(22, 0, 32)
                .byDefault(22, SnmpValue.of(""))
                .rules(new FlowRules());
    }

    private final class FlowRules implements SimulatedTable.Rules {
        @Override
        public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
            if (stolenFlows > 0) {
                stolenFlows--;
                giveNextFlow();
                throw new SnmpRefusal(Status.INCONSISTENT_VALUE);
            }
            Oid ont = ontOf(cells).orElseThrow(() -> new SnmpRefusal(Status.INCONSISTENT_VALUE));
            if (!places.containsValue(ont) || mib().get(reverse(ont, cells)).isPresent()) {
                throw new SnmpRefusal(Status.INCONSISTENT_VALUE);
            }
        }

        @Override
        public void created(Oid index) {
            Map<Long, SnmpValue> cells = flows.cells(index);
            ontOf(cells).ifPresent(ont -> mib().put(reverse(ont, cells), (int) index.get(0)));
            giveNextFlow();
        }

        @Override
        public void destroyed(Oid index, Map<Long, SnmpValue> cells) {
            ontOf(cells).ifPresent(ont -> mib().remove(reverse(ont, cells)));
            giveNextFlow();
        }
    }

    private Optional<Oid> ontOf(Map<Long, SnmpValue> cells) {
        long ifIndex = 0xFA00_0000L | number(cells, 2) << 19 | number(cells, 3) << 13 | number(cells, 4) << 8;
        return ponPort(ifIndex).map(port -> Oid.of(ifIndex, number(cells, 5)));
    }

    /** hwFlowIndex: ifIndex, 4, ontId, gem, 0, kind, parameter. */
    private static Oid reverse(Oid ont, Map<Long, SnmpValue> cells) {
        return FLOWS.append(5, 1, 7)
                .append(ont.get(0), 4, ont.get(1), number(cells, 6), 0, number(cells, 11), number(cells, 12));
    }

    private List<SnmpValue> flowsOf(Oid ont) {
        return List.copyOf(mib().under(FLOWS.append(5, 1, 7).append(ont.get(0), 4, ont.get(1)))
                .values());
    }

    private void giveNextFlow() {
        long next = 1L + stolenFlows;
        while (mib().get(FLOWS.append(2, 1, 15, next)).isPresent()) {
            next++;
        }
        mib().put(FLOWS.append(1, 0), (int) next);
    }

    // what can be read

    private void refreshAutofind(OnuSerial serial, Optional<ConnectedOnu> onu) {
        Optional.ofNullable(found.remove(serial)).ifPresent(index -> {
            mib().remove(AUTOFIND.append(2).append(index));
            mib().remove(AUTOFIND.append(7).append(index));
        });
        onu.ifPresent(there -> {
            Oid index = Oid.of(ifIndex(there.port()), ++finds);
            found.put(serial, index);
            mib().put(AUTOFIND.append(2).append(index), octets(serial));
            mib().put(AUTOFIND.append(7).append(index), "EG8145V5");
        });
    }

    private void refreshState(Oid index, Optional<ConnectedOnu> onu) {
        boolean up = isActive(index) && onu.filter(ConnectedOnu::visible).isPresent();
        boolean was = mib().get(CONTROL.append(15).append(index))
                .filter(SnmpValue.of(1)::equals)
                .isPresent();
        mib().put(CONTROL.append(15).append(index), up ? 1 : 2);
        mib().put(CONTROL.append(16).append(index), up ? 2 : 1);
        mib().put(CONTROL.append(18).append(index), up ? 2 : 1);
        mib().put(CONTROL.append(20).append(index), up ? onu.get().metres() : -1);
        if (was && !up) {
            mib().put(CONTROL.append(24).append(index), cause(index, onu));
        }
        mib().put(OPTICS.append(1).append(index), up ? 45 : NOT_AVAILABLE);
        mib().put(OPTICS.append(3).append(index), up ? hundredths(onu.get().sentDbm()) : NOT_AVAILABLE);
        mib().put(OPTICS.append(4).append(index), up ? hundredths(onu.get().receivedDbm()) : NOT_AVAILABLE);
        mib().put(OPTICS.append(6).append(index), up ? hundredths(onu.get().oltReceivedDbm()) + 10_000 : NOT_AVAILABLE);
    }

    private int cause(Oid index, Optional<ConnectedOnu> onu) {
        if (!isActive(index)) {
            return 8;
        }
        return onu.filter(there -> !there.powered()).isPresent() ? 13 : 1;
    }

    private boolean isActive(Oid index) {
        return control.value(1, index).filter(SnmpValue.of(1)::equals).isPresent();
    }

    private Optional<OnuSerial> serialAt(Oid index) {
        return onts.value(3, index).map(SimulatedHuawei::serial);
    }

    private static OnuSerial serial(SnmpValue value) {
        return new OnuSerial(HexFormat.of().formatHex(((SnmpValue.Octets) value).octets()));
    }

    private static SnmpValue octets(OnuSerial serial) {
        return SnmpValue.of(HexFormat.of().parseHex(serial.toHexadecimal()));
    }

    private static String text(SimulatedTable table, long column, Oid index) {
        return ((SnmpValue.Octets) table.value(column, index).orElseThrow()).text();
    }

    private static long number(Map<Long, SnmpValue> cells, long column) {
        return value(cells, column).number().orElseThrow();
    }

    private static int hundredths(double dbm) {
        return (int) Math.round(dbm * 100);
    }
}
