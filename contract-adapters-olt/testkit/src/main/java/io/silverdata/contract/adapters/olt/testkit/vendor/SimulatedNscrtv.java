package io.silverdata.contract.adapters.olt.testkit.vendor;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
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
 * An OLT that follows NSCRTV-FTTX-GPON-MIB, such as C-Data FD16xx.
 *
 * <p>What it does as the MIB says: {@code GponDeviceIndex} packs device, card, port and ONU into one number; ONUs 1 to 128 are made by createAndGo of {@code
 * onuAuthenRowStatus} with a serial number that the OLT has once and profiles by number, which can be changed later; {@code
 * onuAdminStatus} suspends; {@code onuOperationStatus}, test distance, match and configuration state; the cause of the last going down is a
 * text, for which the words of such OLTs' consoles are used; autofind shows serial numbers as text; power in hundredths of dBm, as
 * public tools read it.
 *
 * <p>Its limits: no object saves; deleting is destroy(6) as the MIB has it, not 2 as one management system sends; the light at the OLT is
 * not told.
 */
public final class SimulatedNscrtv extends DerivedStateDevice {
    private static final Oid GPON = Oid.parse("1.3.6.1.4.1.17409.2.8");
    private static final Oid ONU = GPON.append(4, 1, 1);
    private static final Oid OPTICS = GPON.append(4, 4, 1);
    private static final Oid FOUND = GPON.append(4, 7, 1);
    private static final int LAST_BYTE = 255;

    private final OltId olt;
    private final Set<Integer> lineProfiles;
    private final Set<Integer> serviceProfiles;
    private final SimulatedTable authentication = table(GPON.append(4, 6, 1, 1))
            .octets(2, 8, 8)
            .octets(3, 0, 10)
            .byDefault(3, SnmpValue.of(""))
            .octets(4, 0, 24)
            .byDefault(4, SnmpValue.of(""))
            .octets(5, 0, 12)
            .byDefault(5, SnmpValue.of(""))
            .integers(6, 0, 65_535)
            .integers(7, 0, 65_535)
            .rowStatus(8)
            .rules(new Authentication());
    private final SimulatedTable onus = table(ONU).integers(8, 1, 2);

    /** A device without ONUs: device 1, card 0, PON ports 1 and 2. */
    public SimulatedNscrtv(OltId olt) {
        this(olt, List.of(new PonPortId(olt, 1, 0, 1), new PonPortId(olt, 1, 0, 2)), Set.of(1, 3), Set.of(2));
    }

    /**
     * A device without ONUs that has these PON ports, numbered device, card, port, and these profiles.
     *
     * @throws IllegalArgumentException naming a port that the MIB cannot name
     */
    public SimulatedNscrtv(
            OltId olt, List<PonPortId> ponPorts, Set<Integer> lineProfiles, Set<Integer> serviceProfiles) {
        super("1.3.6.1.4.1.17409", "FD1616GS");
        this.olt = olt;
        this.lineProfiles = Set.copyOf(lineProfiles);
        this.serviceProfiles = Set.copyOf(serviceProfiles);
        for (PonPortId port : ponPorts) {
            requirePort(
                    port,
                    port.frame() >= 1
                            && port.frame() <= LAST_BYTE
                            && port.slot() <= LAST_BYTE
                            && port.port() >= 1
                            && port.port() <= LAST_BYTE,
                    "device/card/port, device and port from 1, up to 255");
            mib().put(GPON.append(3, 4, 1, 4, port.frame(), port.slot(), port.port()), 1);
            mib().put(GPON.append(3, 4, 1, 5, port.frame(), port.slot(), port.port()), 1);
        }
    }

    private final class Authentication implements SimulatedTable.Rules {
        @Override
        public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
            require(index.size() == 1 && isPort(port(index)), Status.NO_CREATION);
            require(id(index) >= 1 && id(index) <= 128, Status.NO_CREATION);
            require(!isRegistered(serialOfOctets(value(cells, 2))), Status.INCONSISTENT_VALUE);
            changing(index, cells, cells);
        }

        @Override
        public void changing(Oid index, Map<Long, SnmpValue> cells, Map<Long, SnmpValue> row) throws SnmpRefusal {
            require(lineProfiles.contains(number(value(row, 6))), Status.WRONG_VALUE, 6);
            require(serviceProfiles.contains(number(value(row, 7))), Status.WRONG_VALUE, 7);
        }

        @Override
        public void created(Oid index) {
            onus.put(index, Map.of(8L, SnmpValue.of(1)));
        }

        @Override
        public void destroyed(Oid index, Map<Long, SnmpValue> cells) {
            onus.remove(index);
        }
    }

    @Override
    public List<ConfiguredOnu> configured() {
        List<ConfiguredOnu> found = new ArrayList<>();
        for (Oid index : authentication.indexes()) {
            Map<Long, SnmpValue> row = authentication.cells(index);
            boolean enabled =
                    onus.value(8, index).map(DerivedStateDevice::number).orElse(1) == 1;
            found.add(new ConfiguredOnu(
                    port(index),
                    id(index),
                    serialOf(value(row, 2)),
                    Integer.toString(number(value(row, 6))),
                    Integer.toString(number(value(row, 7))),
                    enabled,
                    0));
        }
        return found;
    }

    @Override
    protected void clearState() {
        for (int column : new int[] {3, 7, 9, 100, 101, 103}) {
            mib().removeUnder(ONU.append(column));
        }
        mib().removeUnder(OPTICS);
        mib().removeUnder(FOUND);
    }

    @Override
    protected void showState(ConfiguredOnu onu, Condition condition, Optional<ConnectedOnu> connected) {
        Oid index = index(onu.port(), onu.id());
        boolean online = condition == Condition.ONLINE;
        mib().put(ONU.append(3).append(index), SnmpValue.of(octets(onu.serial())));
        mib().put(ONU.append(7).append(index), online ? 1 : 2);
        mib().put(ONU.append(9).append(index), online ? connected.orElseThrow().metres() : 0);
        mib().put(ONU.append(100).append(index), online ? 1 : 0);
        mib().put(ONU.append(101).append(index), online ? 1 : 0);
        mib().put(ONU.append(103).append(index), cause(condition));
        mib().put(
                        OPTICS.append(4).append(index).append(0, 0),
                        online ? hundredths(connected.orElseThrow().receivedDbm()) : 0);
        mib().put(
                        OPTICS.append(5).append(index).append(0, 0),
                        online ? hundredths(connected.orElseThrow().sentDbm()) : 0);
    }

    @Override
    protected void showUnregistered(PonPortId port, int number, OnuSerial serial) {
        Oid index = index(port, number);
        mib().put(FOUND.append(2).append(index), "HG8310M");
        mib().put(FOUND.append(3).append(index), serial.value());
    }

    private static String cause(Condition condition) {
        return switch (condition) {
            case ONLINE -> "";
            case NO_LIGHT -> "LOS";
            case NO_POWER -> "Dying-Gasp";
            case DISABLED -> "Deactive";
        };
    }

    private static int hundredths(double dbm) {
        return (int) Math.round(dbm * 100);
    }

    private boolean isPort(PonPortId port) {
        return mib().get(GPON.append(3, 4, 1, 4, port.frame(), port.slot(), port.port()))
                .isPresent();
    }

    private static Oid index(PonPortId port, int number) {
        return Oid.of((long) port.frame() << 24 | (long) port.slot() << 16 | (long) port.port() << 8 | number);
    }

    private PonPortId port(Oid index) {
        long number = index.get(0);
        return new PonPortId(olt, (int) (number >> 24), (int) (number >> 16 & 0xFF), (int) (number >> 8 & 0xFF));
    }

    private static int id(Oid index) {
        return (int) (index.get(0) & 0xFF);
    }
}
