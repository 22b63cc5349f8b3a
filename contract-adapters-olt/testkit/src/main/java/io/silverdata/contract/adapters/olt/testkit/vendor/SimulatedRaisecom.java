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
 * A Raisecom ISCOM5508 or ISCOM6820 with GPON cards, as a public application drives such devices in production: no MIB is published.
 *
 * <p>What it does: slot 1 with PON ports 1 and 2; ONUs made by createAndGo with a serial number as text, line profiles 1 and 3, service
 * profile 2, which cannot be changed later; suspended by column 18. Three numberings: bits for the OLT's tables, decimal digits for the
 * ONU's, and other digits for its optics. Power at the ONU in 500 steps to the decibel, at the OLT in tenths of dBm, 0 for none;
 * autofind; saving by {@code 8886.1.2.1.1.0} = 2.
 *
 * <p>Its limits: it answers walks in order, where real ones do not, which the driver does not rely on.
 */
public final class SimulatedRaisecom extends DerivedStateDevice {
    private static final Oid GPON = Oid.parse("1.3.6.1.4.1.8886.18.3");
    private static final Oid PORT = GPON.append(1, 2, 1, 1);
    private static final Oid FOUND = GPON.append(1, 2, 2, 1);
    private static final Oid ONU = GPON.append(1, 3, 1, 1);
    private static final Oid AT_OLT = GPON.append(1, 3, 3, 1, 1);
    private static final Oid AT_ONU = GPON.append(6, 3, 1, 1);
    private static final Oid MATCH = GPON.append(6, 1, 1, 1, 34);
    private static final Set<Integer> LINE_PROFILES = Set.of(1, 3);
    private static final Set<Integer> SERVICE_PROFILES = Set.of(2);

    private final OltId olt;
    private final SimulatedTable onus = table(ONU)
            .octets(2, 12, 16)
            .integers(6, 0, 65_535)
            .integers(8, 0, 65_535)
            .integers(18, 1, 2)
            .byDefault(18, SnmpValue.of(1))
            .rowStatus(19)
            .octets(20, 0, 64)
            .byDefault(20, SnmpValue.of(""))
            .rules(new Onus());

    /** A device without ONUs. */
    public SimulatedRaisecom(OltId olt) {
        super("1.3.6.1.4.1.8886.18.4.10", "ISCOM5508");
        this.olt = olt;
        savesOn(VarBind.of(Oid.parse("1.3.6.1.4.1.8886.1.2.1.1.0"), 2));
    }

    private final class Onus implements SimulatedTable.Rules {
        @Override
        public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
            int port = (int) (index.get(0) >> 16 & 0x3F);
            require(index.get(0) >> 22 == (1 << 6 | 1 << 1), Status.NO_CREATION);
            require(port == 1 || port == 2, Status.NO_CREATION);
            require(!isRegistered(serial(text(value(cells, 2)))), Status.INCONSISTENT_VALUE);
            require(LINE_PROFILES.contains(number(value(cells, 6))), Status.INCONSISTENT_VALUE);
            require(SERVICE_PROFILES.contains(number(value(cells, 8))), Status.INCONSISTENT_VALUE);
        }

        @Override
        public void changing(Oid index, Map<Long, SnmpValue> cells, Map<Long, SnmpValue> row) throws SnmpRefusal {
            require(Set.of(18L, 20L).containsAll(cells.keySet()), Status.INCONSISTENT_VALUE);
        }
    }

    @Override
    public List<ConfiguredOnu> configured() {
        List<ConfiguredOnu> found = new ArrayList<>();
        for (Oid index : onus.indexes()) {
            Map<Long, SnmpValue> row = onus.cells(index);
            found.add(new ConfiguredOnu(
                    new PonPortId(olt, 0, (int) (index.get(0) >> 23 & 0x1F), (int) (index.get(0) >> 16 & 0x3F)),
                    (int) (index.get(0) & 0xFFFF),
                    new OnuSerial(text(value(row, 2))),
                    Integer.toString(number(value(row, 6))),
                    Integer.toString(number(value(row, 8))),
                    number(value(row, 18)) == 1,
                    0));
        }
        return found;
    }

    @Override
    protected void clearState() {
        for (int column : new int[] {15, 16, 17}) {
            mib().removeUnder(ONU.append(column));
        }
        List.of(PORT, FOUND, AT_OLT, AT_ONU, MATCH).forEach(mib()::removeUnder);
        for (int port = 1; port <= 2; port++) {
            int number = port;
            mib().put(PORT.append(2, 64 + port), 1);
            mib().put(PORT.append(3, 64 + port), (int) configured().stream()
                    .filter(onu -> onu.port().port() == number)
                    .count());
        }
    }

    @Override
    protected void showState(ConfiguredOnu onu, Condition condition, Optional<ConnectedOnu> connected) {
        int port = onu.port().port();
        Oid index = Oid.of(0x1080_0000L | port << 16 | onu.id());
        boolean online = condition == Condition.ONLINE;
        mib().put(ONU.append(15).append(index), cause(condition));
        mib().put(ONU.append(16).append(index), online ? connected.orElseThrow().metres() : 0);
        mib().put(ONU.append(17).append(index), online ? 1 : 3);
        mib().put(
                        AT_OLT.append(index),
                        online ? (int) Math.round(connected.orElseThrow().oltReceivedDbm() * 10) : 0);
        mib().put(MATCH.append(10_000_000 + port * 100_000 + onu.id()), 1);
        Oid optical = Oid.of(10_000_000 + port * 100_000 + onu.id() * 1_000 + 1);
        mib().put(
                        AT_ONU.append(16).append(optical),
                        online ? steps(connected.orElseThrow().receivedDbm()) : 0);
        mib().put(
                        AT_ONU.append(17).append(optical),
                        online ? steps(connected.orElseThrow().sentDbm()) : 0);
    }

    @Override
    protected void showUnregistered(PonPortId port, int number, OnuSerial serial) {
        mib().put(FOUND.append(1, 64 + port.port(), number), serial.toHexadecimal());
    }

    private static int cause(Condition condition) {
        return switch (condition) {
            case ONLINE -> 0;
            case NO_LIGHT -> 2;
            case NO_POWER -> 6;
            case DISABLED -> 7;
        };
    }

    private static int steps(double dbm) {
        return (int) Math.round(dbm * 500) + 15_000 & 0xFFFF;
    }
}
