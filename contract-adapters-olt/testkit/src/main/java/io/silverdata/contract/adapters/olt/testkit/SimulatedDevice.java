package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.spi.VarBind;
import io.silverdata.contract.adapters.olt.testkit.SnmpRefusal.Status;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An OLT of one make behind a {@link SimulatedOlt}: the objects that it shows, the tables that can be written, and the ONUs that are
 * connected to it. Write it from the vendor's MIB and not from the driver, or both make the same mistake.
 *
 * <p>A make's class declares its tables ({@link #table}) and PON ports ({@link #addPonPort}), brings what can be read in step
 * with what is configured and connected ({@link #refresh}), and says with {@link #configured} what is registered, so that a test
 * need not believe the driver. {@link DerivedStateDevice} does the second for devices of tens of ONUs; extend it rather than this
 * class, unless thousands of ONUs are to be simulated.
 *
 * <p>What every device has: {@code sysDescr}, {@code sysObjectID}, {@code sysUpTime} and {@code sysName} (RFC 3418); {@code ifIndex},
 * {@code ifDescr}, {@code ifType}, {@code ifAdminStatus}, {@code ifOperStatus} and {@code ifName} (RFC 2863), of which {@code
 * ifAdminStatus} can be written, and {@code ifOperStatus} follows it.
 *
 * <p>A set is all or nothing: every table checks its part before any is changed. Sets and changes of the plant happen one at a time.
 */
public abstract class SimulatedDevice {
    private static final Oid SYSTEM = Oid.parse("1.3.6.1.2.1.1");
    private static final Oid IF_ENTRY = Oid.parse("1.3.6.1.2.1.2.2.1");
    private static final Oid IF_NAME = Oid.parse("1.3.6.1.2.1.31.1.1.1.1");
    private static final int IF_ADMIN_STATUS = 7;

    private final SimulatedMib mib = new SimulatedMib();
    private final List<SimulatedTable> tables = new ArrayList<>();
    private final Map<OnuSerial, ConnectedOnu> connected = new TreeMap<>();
    private final Map<Long, PonPortId> ports = new LinkedHashMap<>();
    private final SimulatedTable interfaces = new SimulatedTable(mib, IF_ENTRY).integers(IF_ADMIN_STATUS, 1, 3);
    private Map<SimulatedTable, Map<Oid, Map<Long, SnmpValue>>> saved = Map.of();
    private int refusedPosition;

    /** A device without interfaces and tables. */
    protected SimulatedDevice(Oid sysObjectId, String sysDescr) {
        mib.put(SYSTEM.append(1, 0), sysDescr);
        mib.put(SYSTEM.append(2, 0), new SnmpValue.Name(sysObjectId));
        mib.put(SYSTEM.append(3, 0), new SnmpValue.TimeTicks(12_345));
        mib.put(SYSTEM.append(5, 0), "simulated");
        interfaces.rules(new SimulatedTable.Rules() {
            @Override
            public void changed(Oid index, Map<Long, SnmpValue> cells) {
                mib.put(IF_ENTRY.append(8).append(index), value(cells, IF_ADMIN_STATUS));
            }
        });
        tables.add(interfaces);
    }

    // for the make's class

    /** Every object that can be read: to be filled with what no table holds. */
    protected final SimulatedMib mib() {
        return mib;
    }

    /**
     * A table that can be written, to be given its columns.
     *
     * @param entry the name of its entry object, as {@code hwGponDeviceOntEntry}
     */
    protected final SimulatedTable table(Oid entry) {
        SimulatedTable table = new SimulatedTable(mib, entry);
        tables.add(table);
        return table;
    }

    /** A PON port: an interface of type gpon(250) that is up, where ONUs can be connected. */
    protected final void addPonPort(PonPortId port, long ifIndex, String ifName) {
        ports.put(ifIndex, port);
        addInterface(ifIndex, ifName, 250);
    }

    /** An interface that is up, of an {@code ifType} of IANA: 6 is ethernetCsmacd, 250 is gpon. */
    protected final void addInterface(long ifIndex, String ifName, int ifType) {
        mib.put(IF_NAME.append(ifIndex), ifName);
        mib.put(IF_ENTRY.append(1, ifIndex), (int) ifIndex);
        mib.put(IF_ENTRY.append(2, ifIndex), ifName);
        mib.put(IF_ENTRY.append(3, ifIndex), ifType);
        mib.put(IF_ENTRY.append(IF_ADMIN_STATUS, ifIndex), 1);
        mib.put(IF_ENTRY.append(8, ifIndex), 1);
    }

    /** Takes an interface away. */
    protected final void removeInterface(long ifIndex) {
        mib.remove(IF_NAME.append(ifIndex));
        for (int column : new int[] {1, 2, 3, IF_ADMIN_STATUS, 8}) {
            mib.remove(IF_ENTRY.append(column, ifIndex));
        }
    }

    /** The PON ports that are interfaces; empty for a make where they are none. */
    final Collection<PonPortId> ponPorts() {
        return ports.values();
    }

    /** The PON port with an interface index; empty if no PON port has it. */
    protected final Optional<PonPortId> ponPort(long ifIndex) {
        return Optional.ofNullable(ports.get(ifIndex));
    }

    /**
     * The interface index of a PON port.
     *
     * @throws IllegalArgumentException if the device has no such port
     */
    protected final long ifIndex(PonPortId port) {
        return ports.entrySet().stream()
                .filter(entry -> entry.getValue().equals(port))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the device has no PON port " + port))
                .getKey();
    }

    /** The ONU with a serial number, if it is connected anywhere. */
    protected final Optional<ConnectedOnu> connected(OnuSerial serial) {
        return Optional.ofNullable(connected.get(serial));
    }

    /** Every ONU that is connected. */
    protected final Collection<ConnectedOnu> connected() {
        return connected.values();
    }

    /**
     * Checks a set as a whole, without changing anything. By default each table gets its rows, and an object that is in no table is
     * refused. Override it for what is no table, such as scalars.
     *
     * @param objects in the order in which they were sent
     * @return what carries the set out
     * @throws SnmpRefusal naming the position of the offending object
     */
    protected Runnable prepare(List<VarBind> objects) throws SnmpRefusal {
        Map<SimulatedTable, NavigableMap<Oid, NavigableMap<Integer, SimulatedTable.Cell>>> rows = new LinkedHashMap<>();
        for (int i = 0; i < objects.size(); i++) {
            Oid name = objects.get(i).oid();
            SimulatedTable table = tableOf(name, i + 1);
            Oid cell = name.after(table.entry());
            rows.computeIfAbsent(table, key -> new TreeMap<>())
                    .computeIfAbsent(cell.after(Oid.of(cell.get(0))), key -> new TreeMap<>())
                    .put(
                            i + 1,
                            new SimulatedTable.Cell(
                                    i + 1, cell.get(0), objects.get(i).value()));
        }
        List<Runnable> changes = new ArrayList<>();
        for (Map.Entry<SimulatedTable, NavigableMap<Oid, NavigableMap<Integer, SimulatedTable.Cell>>> table :
                rows.entrySet()) {
            for (Map.Entry<Oid, NavigableMap<Integer, SimulatedTable.Cell>> row :
                    table.getValue().entrySet()) {
                changes.add(table.getKey().prepare(row.getKey(), row.getValue()));
            }
        }
        return () -> changes.forEach(Runnable::run);
    }

    /**
     * Brings what can be read about an ONU in step with how it is registered and connected: autofind, state, optics. Called after
     * every change of the plant; a make's class calls it from the rules of its tables.
     */
    protected abstract void refresh(OnuSerial serial);

    /** Called when the device has started or restarted, and after every set that was carried out. Does nothing by default. */
    void settle() {}

    // for tests

    /** The ONUs that are registered at this moment, in no particular order. */
    public abstract List<ConfiguredOnu> configured();

    /** Every object that can be read, for a test to look at, or to change behind the device's back. */
    public final SimulatedMib objects() {
        return mib;
    }

    /** Connects an ONU to a PON port, or to another one than before; it has light and power. */
    public final synchronized void connect(PonPortId port, OnuSerial serial) {
        connect(ConnectedOnu.working(port, serial));
    }

    /** Connects an ONU as told. */
    public final synchronized void connect(ConnectedOnu onu) {
        connected.put(onu.serial(), onu);
        refresh(onu.serial());
    }

    /** Takes the light from a connected ONU. */
    public final synchronized void cutFibre(OnuSerial serial) {
        connected.computeIfPresent(serial, (key, onu) -> onu.lit(false));
        refresh(serial);
    }

    /** Takes the power from a connected ONU, which sends a dying gasp. */
    public final synchronized void cutPower(OnuSerial serial) {
        connected.computeIfPresent(serial, (key, onu) -> onu.powered(false));
        refresh(serial);
    }

    /** Gives a connected ONU light and power again. */
    public final synchronized void repair(OnuSerial serial) {
        connected.computeIfPresent(serial, (key, onu) -> onu.lit(true).powered(true));
        refresh(serial);
    }

    /** Saves the rows of all tables as they are now: a restart brings them back. */
    public final synchronized void save() {
        Map<SimulatedTable, Map<Oid, Map<Long, SnmpValue>>> now = new LinkedHashMap<>();
        tables.forEach(table -> now.put(table, table.snapshot()));
        saved = now;
    }

    /** Restarts: the tables are as they were saved last, and empty if they never were. Interfaces stay as they are. */
    public final synchronized void restart() {
        tables.stream()
                .filter(table -> table != interfaces)
                .forEach(table -> table.restore(saved.getOrDefault(table, Map.of())));
        List.copyOf(connected.keySet()).forEach(this::refresh);
        settle();
    }

    /**
     * The value of a column among the cells of a row.
     *
     * @throws IllegalStateException if it is not among them
     */
    protected static SnmpValue value(Map<Long, SnmpValue> cells, long column) {
        return Optional.ofNullable(cells.get(column))
                .orElseThrow(() -> new IllegalStateException("no column " + column + " in " + cells));
    }

    final synchronized void start() {
        settle();
    }

    final synchronized void set(List<VarBind> objects) throws SnmpRefusal {
        try {
            prepare(objects).run();
            settle();
            refusedPosition = 0;
        } catch (SnmpRefusal refusal) {
            refusedPosition = refusal.position();
            throw refusal;
        }
    }

    /** Position of the object that the last set was refused for; 0 if it was not, or for none of them. */
    final synchronized int refusedPosition() {
        return refusedPosition;
    }

    private SimulatedTable tableOf(Oid object, int position) throws SnmpRefusal {
        return tables.stream()
                .filter(table -> object.startsWith(table.entry())
                        && object.size() > table.entry().size() + 1)
                .findFirst()
                .orElseThrow(() -> new SnmpRefusal(
                        mib.get(object).isPresent() ? Status.NOT_WRITABLE : Status.NO_CREATION, position));
    }
}
