package io.silverdata.contract.examples.customdriver;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.adapters.olt.testkit.ConfiguredOnu;
import io.silverdata.contract.adapters.olt.testkit.ConnectedOnu;
import io.silverdata.contract.adapters.olt.testkit.DerivedStateDevice;
import io.silverdata.contract.adapters.olt.testkit.SimulatedTable;
import io.silverdata.contract.adapters.olt.testkit.SnmpRefusal;
import io.silverdata.contract.model.OltId;
import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.PonPortId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An OLT of Acme as ACME-GPON-MIB describes it, with the PON ports 0/1/1 and 0/1/2. */
final class SimulatedAcme extends DerivedStateDevice {
    private static final Oid FOUND = Oid.parse("1.3.6.1.4.1.32473.2.1.2");
    private static final Oid ONU = Oid.parse("1.3.6.1.4.1.32473.3.1");
    private static final Set<String> LINE_PROFILES = Set.of("home-100", "home-300");
    private static final Set<String> SERVICE_PROFILES = Set.of("router");

    private final SimulatedTable onus = table(ONU)
            .octets(2, 8, 8)
            .octets(3, 1, 32)
            .octets(4, 1, 32)
            .integers(5, 0, 4_094)
            .byDefault(5, SnmpValue.of(0))
            .integers(6, 1, 2)
            .byDefault(6, SnmpValue.of(1))
            .rowStatus(7)
            .readOnly(8, SnmpValue.of(0))
            .readOnly(9, SnmpValue.of(0))
            .readOnly(10, SnmpValue.of(0))
            .rules(new Onus());

    SimulatedAcme(OltId olt) {
        super("1.3.6.1.4.1.32473.9.16", "Acme AC-16, release 4.2");
        addPonPort(new PonPortId(olt, 0, 1, 1), 70_001, "pon 0/1/1");
        addPonPort(new PonPortId(olt, 0, 1, 2), 70_002, "pon 0/1/2");
        addInterface(1, "uplink 0/9/1", 6);
    }

    private final class Onus implements SimulatedTable.Rules {
        @Override
        public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
            require(ponPort(index.get(0)).isPresent(), SnmpRefusal.Status.NO_CREATION);
            require(index.get(1) >= 1 && index.get(1) <= 64, SnmpRefusal.Status.NO_CREATION);
            require(!isRegistered(serialOfOctets(value(cells, 2))), SnmpRefusal.Status.INCONSISTENT_VALUE, 2);
            require(LINE_PROFILES.contains(text(value(cells, 3))), SnmpRefusal.Status.WRONG_VALUE, 3);
            require(SERVICE_PROFILES.contains(text(value(cells, 4))), SnmpRefusal.Status.WRONG_VALUE, 4);
        }

        @Override
        public void changing(Oid index, Map<Long, SnmpValue> written, Map<Long, SnmpValue> row) throws SnmpRefusal {
            require(Set.of(5L, 6L).containsAll(written.keySet()), SnmpRefusal.Status.INCONSISTENT_VALUE);
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
                serialOf(value(row, 2)),
                text(value(row, 3)),
                text(value(row, 4)),
                number(value(row, 6)) == 1,
                number(value(row, 5)) == 0 ? 0 : 1);
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
                        9L, SnmpValue.of(online.map(ConnectedOnu::metres).orElse(0)),
                        10L,
                                SnmpValue.of((int) Math.round(
                                        online.map(ConnectedOnu::receivedDbm).orElse(0.0) * 100))));
    }

    @Override
    protected void showUnregistered(PonPortId port, int number, OnuSerial serial) {
        mib().put(FOUND.append(ifIndex(port), number), SnmpValue.of(octets(serial)));
    }

    private static int number(Condition condition) {
        return switch (condition) {
            case ONLINE -> 1;
            case NO_LIGHT -> 2;
            case NO_POWER -> 3;
            case DISABLED -> 4;
        };
    }
}
