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
 * An OLT of one vendor behind a {@link SimulatedOlt}: its tables, and what its plant makes of them. A vendor's class makes the
 * tables in its constructor, keeps what can be read in step with {@link #refresh}, and says with {@link #configured} what is
 * registered, so that a test need not believe the driver.
 *
 * <p>A set is all or nothing: every table checks its part before any is changed. All of it happens under one lock.
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

    /** A device that says this about itself and has nothing but that. */
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

    // for the vendor

    /** Every object. */
    protected final SimulatedMib mib() {
        return mib;
    }

    /** A further table that can be written. */
    protected final SimulatedTable table(Oid entry) {
        SimulatedTable table = new SimulatedTable(mib, entry);
        tables.add(table);
        return table;
    }

    /** A PON port: a row in the IF-MIB that is up. */
    protected final void addPonPort(PonPortId port, long ifIndex, String ifName) {
        ports.put(ifIndex, port);
        addInterface(ifIndex, ifName, 250);
    }

    /** An interface: a row in the IF-MIB that is up. Type 6 is Ethernet, 250 GPON. */
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

    /** The PON port with an interface index, if there is one. */
    protected final Optional<PonPortId> ponPort(long ifIndex) {
        return Optional.ofNullable(ports.get(ifIndex));
    }

    /** The interface index of a PON port. */
    protected final long ifIndex(PonPortId port) {
        return ports.entrySet().stream()
                .filter(entry -> entry.getValue().equals(port))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the device has no PON port " + port))
                .getKey();
    }

    /** An ONU that hangs on a fibre, if it does. */
    protected final Optional<ConnectedOnu> connected(OnuSerial serial) {
        return Optional.ofNullable(connected.get(serial));
    }

    /** Every ONU that hangs on a fibre. */
    protected final Collection<ConnectedOnu> connected() {
        return connected.values();
    }

    /**
     * Checks a set as a whole; the answer does it. By default each table gets its rows. Override for what is no table.
     *
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
     * every change of the plant; a vendor calls it from the rules of its tables.
     */
    protected abstract void refresh(OnuSerial serial);

    // for tests

    /** What is registered at this moment, in no particular order. */
    public abstract List<ConfiguredOnu> configured();

    /** Every object as it is at this moment, to be changed behind the device's back. */
    public final SimulatedMib objects() {
        return mib;
    }

    /** Hangs an ONU on a fibre, or on another; light and power are good. */
    public final synchronized void connect(PonPortId port, OnuSerial serial) {
        plug(ConnectedOnu.at(port, serial));
    }

    /** Hangs an ONU on a fibre, as told. */
    public final synchronized void plug(ConnectedOnu onu) {
        connected.put(onu.serial(), onu);
        refresh(onu.serial());
    }

    /** Takes the light from an ONU. */
    public final synchronized void cutFibre(OnuSerial serial) {
        connected.computeIfPresent(serial, (key, onu) -> onu.lit(false));
        refresh(serial);
    }

    /** Takes the power from an ONU; its last word is that it lost it. */
    public final synchronized void cutPower(OnuSerial serial) {
        connected.computeIfPresent(serial, (key, onu) -> onu.powered(false));
        refresh(serial);
    }

    /** Gives an ONU light and power again. */
    public final synchronized void repair(OnuSerial serial) {
        connected.computeIfPresent(serial, (key, onu) -> onu.lit(true).powered(true));
        refresh(serial);
    }

    /** Keeps the configuration as it is now over a restart. */
    public final synchronized void save() {
        Map<SimulatedTable, Map<Oid, Map<Long, SnmpValue>>> now = new LinkedHashMap<>();
        tables.forEach(table -> now.put(table, table.snapshot()));
        saved = now;
    }

    /** Restarts: what was not saved is gone, and a device of which nothing was ever saved is empty. */
    public final synchronized void restart() {
        tables.stream()
                .filter(table -> table != interfaces)
                .forEach(table -> table.restore(saved.getOrDefault(table, Map.of())));
        List.copyOf(connected.keySet()).forEach(this::refresh);
    }

    /** The value that a set gives to a column. */
    protected static SnmpValue value(Map<Long, SnmpValue> cells, long column) {
        return Optional.ofNullable(cells.get(column))
                .orElseThrow(() -> new IllegalStateException("no column " + column + " in " + cells));
    }

    final synchronized void set(List<VarBind> objects) throws SnmpRefusal {
        try {
            prepare(objects).run();
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
