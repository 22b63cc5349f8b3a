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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A BDCOM GP36xx, as NMS-GPON-MIB (2015) describes it, and as public tools use it where they differ.
 *
 * <p>What it does: PON ports {@code GPON0/1} and {@code GPON0/2}; the list of bound ONUs binds one by its serial number,
 * indexed by port and number as in the field (the MIB has the port alone); a bound ONU becomes an interface {@code GPON0/1:7}, whose index
 * follows no rule, and by which all other tables go. A new ONU has the profiles 0 and 0; line profiles 1 and 3 and service profile 2 exist,
 * and can be set. Enable and disable, state, cause of going down, distance; power in tenths of dBm, as tools read it (the MIB says 0.002
 * dB); saving by {@code 3320.20.15.1.1.0} = 1.
 *
 * <p>Its limits: it shows no unregistered ONUs.
 */
public final class SimulatedBdcom extends DerivedStateDevice {
    private static final Oid GPON = Oid.parse("1.3.6.1.4.1.3320.10");
    private static final Oid PORT = GPON.append(2, 1, 1);
    private static final Oid PORT_SENT = GPON.append(2, 2, 1, 5);
    private static final Oid AT_OLT = GPON.append(2, 3, 1, 3);
    private static final Oid ONU = GPON.append(3, 1, 1);
    private static final Oid STATUS = GPON.append(3, 3, 1, 4);
    private static final Oid AT_ONU = GPON.append(3, 4, 1);
    private static final long FIRST_PORT = 110;

    private final SimulatedTable binds = table(GPON.append(2, 6, 1))
            .octets(3, 12, 12)
            .octets(4, 0, 10)
            .byDefault(4, SnmpValue.of(""))
            .rowStatus(5)
            .rules(new Binds());
    private final SimulatedTable onus = table(GPON.append(3, 2, 1))
            .integers(2, 1, 2)
            .integers(3, 1, 2)
            .integers(6, 0, 65_535)
            .integers(7, 0, 65_535)
            .integers(8, 0, 65_535)
            .rules(new Onus());

    /** A device without ONUs. */
    public SimulatedBdcom(OltId olt) {
        super("1.3.6.1.4.1.3320.1.390.0", "BDCOM(tm) GP3600-16B");
        SimulatedTable ports = table(PORT).integers(2, 1, 2).integers(3, 1, 3);
        for (int port = 1; port <= 2; port++) {
            long index = FIRST_PORT + port - 1;
            addPonPort(new PonPortId(olt, 0, 0, port), index, "GPON0/" + port);
            ports.put(Oid.of(index), Map.of(2L, SnmpValue.of(1), 3L, SnmpValue.of(1)));
            mib().put(PORT_SENT.append(index), 45);
        }
        savesOn(VarBind.of(Oid.parse("1.3.6.1.4.1.3320.20.15.1.1.0"), 1));
        // the ports come with the device
        save();
    }

    private final class Binds implements SimulatedTable.Rules {
        @Override
        public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
            require(index.size() == 2 && ponPort(index.get(0)).isPresent(), Status.NO_CREATION);
            require(index.get(1) >= 1 && index.get(1) <= 128, Status.NO_CREATION);
            require(!isRegistered(serial(text(value(cells, 3)))), Status.INCONSISTENT_VALUE);
        }

        @Override
        public void created(Oid index) {
            long port = index.get(0) - FIRST_PORT + 1;
            long ifIndex = ifIndexOf(index);
            addInterface(ifIndex, "GPON0/" + port + ":" + index.get(1), 1);
            onus.put(
                    Oid.of(ifIndex),
                    Map.of(
                            2L,
                            SnmpValue.of(1),
                            3L,
                            SnmpValue.of(1),
                            6L,
                            SnmpValue.of(0),
                            7L,
                            SnmpValue.of(0),
                            8L,
                            SnmpValue.of(0)));
        }

        @Override
        public void destroyed(Oid index, Map<Long, SnmpValue> cells) {
            removeInterface(ifIndexOf(index));
            onus.remove(Oid.of(ifIndexOf(index)));
        }
    }

    private static final class Onus implements SimulatedTable.Rules {
        @Override
        public void changing(Oid index, Map<Long, SnmpValue> cells, Map<Long, SnmpValue> row) throws SnmpRefusal {
            require(!cells.containsKey(7L) || Set.of(1, 3).contains(number(value(cells, 7))), Status.WRONG_VALUE);
            require(!cells.containsKey(8L) || Set.of(2).contains(number(value(cells, 8))), Status.WRONG_VALUE);
        }
    }

    @Override
    public List<ConfiguredOnu> configured() {
        List<ConfiguredOnu> found = new ArrayList<>();
        for (Oid index : binds.indexes()) {
            Map<Long, SnmpValue> row = onus.cells(Oid.of(ifIndexOf(index)));
            found.add(new ConfiguredOnu(
                    ponPort(index.get(0)).orElseThrow(),
                    (int) index.get(1),
                    new OnuSerial(text(value(binds.cells(index), 3))),
                    Integer.toString(number(value(row, 7))),
                    Integer.toString(number(value(row, 8))),
                    number(value(row, 3)) == 1,
                    0));
        }
        return found;
    }

    @Override
    protected void clearState() {
        List.of(ONU, STATUS, AT_ONU, AT_OLT, PORT.append(4), PORT.append(5)).forEach(mib()::removeUnder);
        for (long port = FIRST_PORT; port < FIRST_PORT + 2; port++) {
            mib().put(PORT.append(4, port), 0);
            mib().put(PORT.append(5, port), 0);
        }
    }

    @Override
    protected void showState(ConfiguredOnu onu, Condition condition, Optional<ConnectedOnu> connected) {
        Oid index = Oid.of(ifIndexOf(Oid.of(FIRST_PORT + onu.port().port() - 1, onu.id())));
        boolean online = condition == Condition.ONLINE;
        Oid count = PORT.append(online ? 4 : 5, FIRST_PORT + onu.port().port() - 1);
        mib().put(count, (int) mib().number(count) + 1);
        mib().put(ONU.append(4).append(index), onu.serial().value());
        mib().put(ONU.append(33).append(index), online ? connected.orElseThrow().metres() : 0);
        mib().put(ONU.append(35).append(index), cause(condition));
        mib().put(STATUS.append(index), online ? 3 : offline(condition));
        mib().put(
                        AT_ONU.append(2).append(index),
                        online ? tenths(connected.orElseThrow().receivedDbm()) : 0);
        mib().put(
                        AT_ONU.append(3).append(index),
                        online ? tenths(connected.orElseThrow().sentDbm()) : 0);
        mib().put(AT_OLT.append(index), online ? tenths(connected.orElseThrow().oltReceivedDbm()) : 0);
    }

    @Override
    protected void showUnregistered(PonPortId port, int number, OnuSerial serial) {}

    /** No rule: recorded devices have 1179 for {@code GPON0/2:1}, 1182 for {@code :4} and 1184 for {@code :3}. */
    private static long ifIndexOf(Oid bind) {
        return 1_100 + (bind.get(0) - FIRST_PORT) * 200 + bind.get(1) * 37 % 131;
    }

    private static int offline(Condition condition) {
        return condition == Condition.DISABLED ? 2 : 0;
    }

    private static int cause(Condition condition) {
        return switch (condition) {
            case ONLINE -> 0;
            case NO_LIGHT -> 6;
            case NO_POWER -> 1;
            case DISABLED -> 3;
        };
    }

    private static int tenths(double dbm) {
        return (int) Math.round(dbm * 10);
    }
}
