package io.silverdata.contract.adapters.olt.serialindex;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SerialCodec;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slot 1 with channels 1 and 2, sixty-four ONUs each; createAndGo of a row that exists updates it. */
final class SimulatedSerialIndexOlt extends DerivedStateDevice {
    private static final Oid MAKE = Oid.parse("1.3.6.1.4.1.32473.11");
    private static final Oid CHANNEL = MAKE.append(2, 2);
    private static final Oid STATE = MAKE.append(4);
    private static final int LENGTH = 8;

    private final OltId olt;

    /** INDEX { slot, serial number with its length }. */
    private final SimulatedTable onus = table(MAKE.append(3))
            .unsigned(3, 1, 2) // channel
            .unsigned(4, 1, 64) // number at the channel
            .unsigned(8, 1, 3) // profile 5 of 20: cross-connect
            .unsigned(12, 1, 3) // profile 9 of 20: shaping
            .octets(16, 0, 64) // description
            .rowStatus(20)
            .createAndGoUpdates()
            .integers(35, 0, 1) // off, on
            .byDefault(35, SnmpValue.of(1))
            .rules(new Onus());

    SimulatedSerialIndexOlt(OltId olt) {
        super("1.3.6.1.4.1.32473.11.9", "Serial index OLT");
        this.olt = olt;
        mib().put(CHANNEL.append(1, 1), 1);
        mib().put(CHANNEL.append(1, 2), 1);
    }

    private final class Onus implements SimulatedTable.Rules {
        @Override
        public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
            require(index.size() == 10 && index.get(0) == 1 && index.get(1) == LENGTH, Status.NO_CREATION);
            require(isFree(cells), Status.INCONSISTENT_VALUE, 4);
        }

        @Override
        public void changing(Oid index, Map<Long, SnmpValue> written, Map<Long, SnmpValue> row) throws SnmpRefusal {
            require(!written.containsKey(3L) && !written.containsKey(4L), Status.INCONSISTENT_VALUE, 3);
        }

        private boolean isFree(Map<Long, SnmpValue> cells) {
            return configured().stream()
                    .noneMatch(
                            onu -> onu.port().port() == number(value(cells, 3)) && onu.id() == number(value(cells, 4)));
        }
    }

    @Override
    public List<ConfiguredOnu> configured() {
        return onus.indexes().stream().map(this::configured).toList();
    }

    private ConfiguredOnu configured(Oid index) {
        Map<Long, SnmpValue> row = onus.cells(index);
        return new ConfiguredOnu(
                        new PonPortId(olt, 0, (int) index.get(0), number(value(row, 3))),
                        number(value(row, 4)),
                        SerialCodec.readIndexWithLength(index, 1).orElseThrow(),
                        Integer.toString(number(value(row, 8))),
                        Integer.toString(number(value(row, 12))),
                        number(value(row, 35)) == 1,
                        0)
                .withDescription(text(value(row, 16)));
    }

    @Override
    protected void clearState() {
        mib().removeUnder(STATE);
    }

    @Override
    protected void showState(ConfiguredOnu onu, Condition condition, Optional<ConnectedOnu> connected) {
        show(onu.port(), onu.serial(), number(condition), connected.filter(there -> condition == Condition.ONLINE));
    }

    @Override
    protected void showUnregistered(PonPortId port, int number, OnuSerial serial) {
        show(port, serial, 5, Optional.empty());
    }

    /** INDEX { slot, serial number with its length }: every ONU that is registered or seen. */
    private void show(PonPortId port, OnuSerial serial, int state, Optional<ConnectedOnu> online) {
        Oid index = Oid.of(port.slot()).append(SerialCodec.indexWithLength(serial));
        mib().put(STATE.append(2).append(index), SnmpValue.unsigned(port.port()));
        mib().put(STATE.append(5).append(index), state);
        mib().put(STATE.append(11).append(index), SnmpValue.of(tenths(online.map(ConnectedOnu::oltReceivedDbm))));
        mib().put(STATE.append(14).append(index), SnmpValue.of(tenths(online.map(ConnectedOnu::receivedDbm))));
    }

    private static int tenths(Optional<Double> dbm) {
        return dbm.map(value -> (int) Math.round(value * 10)).orElse(65_535);
    }

    private static int number(Condition condition) {
        return switch (condition) {
            case ONLINE -> 7;
            case NO_LIGHT, NO_POWER -> 0;
            case DISABLED -> 9;
        };
    }
}
