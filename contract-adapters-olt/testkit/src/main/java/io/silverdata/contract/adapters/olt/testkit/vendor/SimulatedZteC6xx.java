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
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A ZTE C620, as public tools that read and write such devices use it: no MIB of its tables is published.
 *
 * <p>What it does: PON ports {@code gpon_olt-1/1/1} and {@code 1/1/2}; ONUs 1 to 128, made by createAndGo(4) of column 50 with the types
 * {@code F660} or {@code F670L}, deleted by destroy(6); serial numbers as octets and as a text such as {@code 1,ZTEG12345678}; phases from
 * 1, so that each number means another phase than on C300; power at the ONU in steps of 0.002 dB above -30 dBm in 16 bits, 65535 for none, at the OLT in thousandths of dBm, -80000
 * for none; autofind; saving by {@code 3902.1082.20.1.2.10.1.1.0} = 1.
 *
 * <p>Its limits: registering is known from one source, without its columns; there are no services, and no object suspends an ONU.
 */
public final class SimulatedZteC6xx extends DerivedStateDevice {
    private static final Oid PON = Oid.parse("1.3.6.1.4.1.3902.1082.500");
    private static final Oid FOUND = PON.append(2, 2, 11, 2, 1);
    private static final Oid ONU = PON.append(10, 2, 3, 3, 1);
    private static final Oid STATE = PON.append(10, 2, 3, 8, 1);
    private static final Oid DISTANCE = PON.append(10, 2, 3, 10, 1, 2);
    private static final Oid AT_OLT = PON.append(1, 2, 4, 2, 1, 2);
    private static final Oid AT_ONU = PON.append(20, 2, 2, 2, 1);
    private static final long FIRST_PORT = 0x1101_0101L;

    private static final int DARK = 0xFFFF;

    private final SimulatedTable onus = table(ONU)
            .octets(1, 1, 64)
            .octets(2, 0, 128)
            .byDefault(2, SnmpValue.of(""))
            .octets(3, 0, 127)
            .byDefault(3, SnmpValue.of(""))
            .octets(6, 8, 8)
            .rowStatus(50)
            .rules(new Onus());

    /** A device without ONUs. */
    public SimulatedZteC6xx(OltId olt) {
        super("1.3.6.1.4.1.3902.1082.1001.620.1.1", "ZXA10 C620");
        for (int port = 1; port <= 2; port++) {
            addPonPort(new PonPortId(olt, 1, 1, port), FIRST_PORT + port - 1, "gpon_olt-1/1/" + port);
        }
        addInterface(0x1101_0301L, "xgei-1/3/1", 6);
        savesOn(VarBind.of(Oid.parse("1.3.6.1.4.1.3902.1082.20.1.2.10.1.1.0"), 1));
    }

    private final class Onus implements SimulatedTable.Rules {
        @Override
        public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
            require(index.size() == 2 && ponPort(index.get(0)).isPresent(), Status.NO_CREATION);
            require(index.get(1) >= 1 && index.get(1) <= 128, Status.NO_CREATION);
            require(Set.of("F660", "F670L").contains(text(value(cells, 1))), Status.INCONSISTENT_VALUE);
            require(!isRegistered(serialOfOctets(value(cells, 6))), Status.INCONSISTENT_VALUE);
        }

        @Override
        public void changing(Oid index, Map<Long, SnmpValue> cells, Map<Long, SnmpValue> row) throws SnmpRefusal {
            require(Set.of(2L, 3L).containsAll(cells.keySet()), Status.INCONSISTENT_VALUE);
        }
    }

    @Override
    public List<ConfiguredOnu> configured() {
        List<ConfiguredOnu> found = new ArrayList<>();
        for (Oid index : onus.indexes()) {
            Map<Long, SnmpValue> row = onus.cells(index);
            String type = text(value(row, 1));
            found.add(new ConfiguredOnu(
                    ponPort(index.get(0)).orElseThrow(),
                    (int) index.get(1),
                    new OnuSerial(HexFormat.of().formatHex(((SnmpValue.Octets) value(row, 6)).octets())),
                    type,
                    type,
                    true,
                    0));
        }
        return found;
    }

    @Override
    protected void clearState() {
        List.of(FOUND, ONU.append(18), STATE, DISTANCE, AT_OLT, AT_ONU).forEach(mib()::removeUnder);
    }

    @Override
    protected void showState(ConfiguredOnu onu, Condition condition, Optional<ConnectedOnu> connected) {
        Oid index = Oid.of(ifIndex(onu.port()), onu.id());
        boolean online = condition == Condition.ONLINE;
        mib().put(ONU.append(18).append(index), "1," + onu.serial());
        mib().put(STATE.append(4).append(index), phase(condition));
        mib().put(STATE.append(7).append(index), cause(condition));
        mib().put(DISTANCE.append(index), online ? connected.orElseThrow().metres() : 0);
        mib().put(
                        AT_OLT.append(index),
                        online ? (int) Math.round(connected.orElseThrow().oltReceivedDbm() * 1_000) : -80_000);
        mib().put(
                        AT_ONU.append(10).append(index).append(1),
                        online ? steps(connected.orElseThrow().receivedDbm()) : DARK);
        mib().put(
                        AT_ONU.append(14).append(index).append(1),
                        online ? steps(connected.orElseThrow().sentDbm()) : DARK);
    }

    @Override
    protected void showUnregistered(PonPortId port, int number, OnuSerial serial) {
        mib().put(FOUND.append(2).append(ifIndex(port), number), SnmpValue.of(octets(serial)));
        mib().put(FOUND.append(8).append(ifIndex(port), number), "F660V8");
    }

    private static int phase(Condition condition) {
        return switch (condition) {
            case ONLINE -> 4;
            case NO_LIGHT -> 2;
            case NO_POWER -> 5;
            case DISABLED -> 7;
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
