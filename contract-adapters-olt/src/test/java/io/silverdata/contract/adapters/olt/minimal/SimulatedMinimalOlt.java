package io.silverdata.contract.adapters.olt.minimal;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class SimulatedMinimalOlt extends DerivedStateDevice {
    private static final Oid ONU = Oid.parse("1.3.6.1.4.1.32473.7.1"); // INDEX { ifIndex, ONU }
    private final SimulatedTable onus = table(ONU)
            .octets(1, 8, 8) // serial number
            .octets(2, 1, 32) // line profile
            .octets(3, 1, 32) // service profile
            .rowStatus(4)
            .rules(new OnuRules());

    SimulatedMinimalOlt(OltId olt) {
        super("1.3.6.1.4.1.32473.9.1", "Minimal OLT");
        addPonPort(new PonPortId(olt, 0, 1, 1), 101, "pon 0/1/1");
        addPonPort(new PonPortId(olt, 0, 1, 2), 102, "pon 0/1/2");
    }

    private final class OnuRules implements SimulatedTable.Rules {
        @Override
        public void creating(Oid index, Map<Long, SnmpValue> cells) throws SnmpRefusal {
            require(ponPort(index.get(0)).isPresent() && index.get(1) <= 32, Status.NO_CREATION);
            require(!isRegistered(serialOfOctets(value(cells, 1))), Status.INCONSISTENT_VALUE);
            require(Set.of("home-100", "home-300").contains(text(value(cells, 2))), Status.WRONG_VALUE);
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
                true,
                0);
    }

    @Override
    protected void clearState() {} // the make tells no state

    @Override
    protected void showState(ConfiguredOnu onu, Condition condition, Optional<ConnectedOnu> connected) {}

    @Override
    protected void showUnregistered(PonPortId port, int number, OnuSerial serial) {}
}
