package io.silverdata.contract.adapters.olt.faulty;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sixteen ONUs at each of two PON ports; services are rows of their own, and go with their ONU. */
final class SimulatedSampleOlt extends DerivedStateDevice {
    private static final Oid SAMPLE = Oid.parse("1.3.6.1.4.1.32473.8");
    private static final Oid FOUND = SAMPLE.append(4, 2);
    private static final int NONE = 65_535;

    /** INDEX { ifIndex, ONU }. */
    private final SimulatedTable onus = table(SAMPLE.append(1))
            .octets(1, 8, 8) // serial number
            .octets(2, 1, 32) // line profile
            .octets(3, 1, 32) // service profile
            .octets(4, 0, 64) // description
            .integers(6, 1, 2) // enabled, disabled
            .byDefault(6, SnmpValue.of(1))
            .rowStatus(7)
            .readOnly(8, SnmpValue.of(0)) // online, activating, no light, no power, disabled
            .readOnly(10, SnmpValue.of(0)) // metres
            .readOnly(11, SnmpValue.of(NONE)) // hundredths of dBm received, of the ONU
            .readOnly(12, SnmpValue.of(NONE)) // tenths of dBm sent
            .readOnly(13, SnmpValue.of(NONE)) // thousandths of dBm received, of the OLT
            .rules(new Onus());

    /** INDEX { ifIndex, ONU, GEM port }. */
    private final SimulatedTable services = table(SAMPLE.append(2))
            .integers(1, 0, 4_094) // VLAN of the user; 0 is untagged
            .integers(2, 1, 4_094) // VLAN of the network
            .rowStatus(3)
            .rules(new Services());

    SimulatedSampleOlt(OltId olt) {
        super("1.3.6.1.4.1.32473.8.9.1", "Sample OLT");
        addPonPort(new PonPortId(olt, 0, 1, 1), 201, "pon 0/1/1");
        addPonPort(new PonPortId(olt, 0, 1, 2), 202, "pon 0/1/2");
        addInterface(7, "uplink 0/0/1", 6);
        savesOn(VarBind.of(SAMPLE.append(9, 0), 1));
    }

    private final class Onus implements SimulatedTable.Rules {
        @Override
        public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
            require(ponPort(index.get(0)).isPresent(), Status.NO_CREATION);
            require(index.get(1) >= 1 && index.get(1) <= 16, Status.NO_CREATION);
            require(!isRegistered(serialOfOctets(value(cells, 1))), Status.INCONSISTENT_VALUE, 1);
            changing(index, cells, cells);
        }

        @Override
        public void changing(Oid index, Map<Long, SnmpValue> written, Map<Long, SnmpValue> row) throws SnmpRefusal {
            require(Set.of("home-100", "home-300").contains(text(value(row, 2))), Status.WRONG_VALUE, 2);
            require(Set.of("router", "bridge").contains(text(value(row, 3))), Status.WRONG_VALUE, 3);
        }

        @Override
        public void destroyed(Oid index, Map<Long, SnmpValue> cells) {
            Set.copyOf(services.indexes()).stream()
                    .filter(service -> service.startsWith(index))
                    .forEach(services::remove);
        }
    }

    private final class Services implements SimulatedTable.Rules {
        @Override
        public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
            require(onus.contains(Oid.of(index.get(0), index.get(1))), Status.INCONSISTENT_VALUE);
        }
    }

    @Override
    public List<ConfiguredOnu> configured() {
        return onus.indexes().stream().map(this::configured).toList();
    }

    private ConfiguredOnu configured(Oid index) {
        Map<Long, SnmpValue> row = onus.cells(index);
        return new ConfiguredOnu(
                        ponPort(index.get(0)).orElseThrow(),
                        (int) index.get(1),
                        serialOf(value(row, 1)),
                        text(value(row, 2)),
                        text(value(row, 3)),
                        number(value(row, 6)) == 1,
                        (int) services.indexes().stream()
                                .filter(service -> service.startsWith(index))
                                .count())
                .withDescription(text(value(row, 4)));
    }

    @Override
    protected void clearState() {
        mib().removeUnder(FOUND);
    }

    @Override
    protected void showState(ConfiguredOnu onu, Condition condition, Optional<ConnectedOnu> connected) {
        Optional<ConnectedOnu> online = connected.filter(there -> condition == Condition.ONLINE);
        onus.put(
                Oid.of(ifIndex(onu.port()), onu.id()),
                Map.of(
                        8L, SnmpValue.of(number(condition)),
                        10L, SnmpValue.of(online.map(ConnectedOnu::metres).orElse(0)),
                        11L, parts(online.map(ConnectedOnu::receivedDbm), 100),
                        12L, parts(online.map(ConnectedOnu::sentDbm), 10),
                        13L, parts(online.map(ConnectedOnu::oltReceivedDbm), 1_000)));
    }

    @Override
    protected void showUnregistered(PonPortId port, int number, OnuSerial serial) {
        mib().put(FOUND.append(ifIndex(port), number), SnmpValue.of(octets(serial)));
    }

    private static SnmpValue parts(Optional<Double> dbm, int parts) {
        return SnmpValue.of((int) Math.round(dbm.map(value -> value * parts).orElse((double) NONE)));
    }

    private static int number(Condition condition) {
        return switch (condition) {
            case ONLINE -> 1;
            case NO_LIGHT -> 3;
            case NO_POWER -> 4;
            case DISABLED -> 5;
        };
    }
}
