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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A V-SOL V1600G, as its GPON MIB describes it.
 *
 * <p>What it does: PON ports 1 and 2, profiles {@code line-home-100} and {@code line-home-300}. Nothing is a row that can be written: values
 * go to one staging area for the whole device, {@code gOnuAdd} or {@code gOnuOp}, and an action object carries out whatever it finds
 * there, values that another manager left included. Phases from 0, optics as texts such as {@code 0.01 mW (-21.50 dBm)}, or {@code N/A};
 * autofind shows serial numbers as text; saving by {@code 37950.1.1.5.10.12.8.2.0} = 1.
 *
 * <p>Its limits: authentication by serial number only; no distance, and no light at the OLT; no services.
 */
public final class SimulatedVsol extends DerivedStateDevice {
    private static final Oid GPON = Oid.parse("1.3.6.1.4.1.37950.1.1.6.1");
    private static final Oid STATE = GPON.append(1, 1, 1);
    private static final Oid AUTHENTICATION = GPON.append(1, 2, 1);
    private static final Oid OPTICS = GPON.append(1, 3, 1);
    private static final Oid OPERATION = GPON.append(1, 5);
    private static final Oid ADD = GPON.append(1, 6);
    private static final Oid NUMBERS = GPON.append(1, 18, 1);
    private static final Oid FOUND = GPON.append(2, 1, 1);
    private static final Set<String> PROFILES = Set.of("line-home-100", "line-home-300");

    private final OltId olt;
    private final Map<Oid, SnmpValue> staged = new HashMap<>();

    /** The rows behind what is shown, under a name that no V-SOL has: profile, serial number, administrative state. */
    private final SimulatedTable onus = table(Oid.parse("1.3.6.1.4.1.37950.999.1"))
            .octets(1, 1, 32)
            .octets(2, 12, 12)
            .integers(3, 1, 2);

    /** A device without ONUs. */
    public SimulatedVsol(OltId olt) {
        super("1.3.6.1.4.1.37950.1.1.5.10.14.2", "V1600G1");
        this.olt = olt;
        savesOn(VarBind.of(Oid.parse("1.3.6.1.4.1.37950.1.1.5.10.12.8.2.0"), 1));
    }

    @Override
    protected Runnable prepare(List<VarBind> objects) throws SnmpRefusal {
        List<VarBind> others = new ArrayList<>();
        Map<Oid, SnmpValue> area = new HashMap<>(staged);
        Optional<VarBind> action = Optional.empty();
        for (VarBind object : objects) {
            boolean staging = object.oid().startsWith(OPERATION) || object.oid().startsWith(ADD);
            if (staging) {
                area.put(object.oid(), object.value());
                boolean acts = object.oid().equals(OPERATION.append(3, 0))
                        || object.oid().equals(ADD.append(8, 0));
                action = acts ? Optional.of(object) : action;
            } else {
                others.add(object);
            }
        }
        Runnable change = action.isPresent() ? act(action.get(), area, objects.indexOf(action.get()) + 1) : () -> {};
        Runnable rest = super.prepare(others);
        return () -> {
            staged.putAll(area);
            change.run();
            rest.run();
        };
    }

    @Override
    public List<ConfiguredOnu> configured() {
        List<ConfiguredOnu> found = new ArrayList<>();
        for (Oid index : onus.indexes()) {
            Map<Long, SnmpValue> row = onus.cells(index);
            String profile = text(value(row, 1));
            found.add(new ConfiguredOnu(
                    port((int) index.get(0)),
                    (int) index.get(1),
                    new OnuSerial(text(value(row, 2))),
                    profile,
                    profile,
                    number(value(row, 3)) == 1,
                    0));
        }
        return found;
    }

    private Runnable act(VarBind action, Map<Oid, SnmpValue> area, int position) throws SnmpRefusal {
        try {
            return action.oid().startsWith(ADD) ? add(area) : operate(area);
        } catch (SnmpRefusal refusal) {
            throw refusal.orAt(position);
        }
    }

    private Runnable add(Map<Oid, SnmpValue> area) throws SnmpRefusal {
        Oid index = Oid.of(staged(area, ADD, 1), staged(area, ADD, 2));
        String profile = text(cell(area, ADD.append(4, 0)));
        OnuSerial serial = serial(text(cell(area, ADD.append(5, 0))));
        require(staged(area, ADD, 8) == 1 && staged(area, ADD, 3) == 1, Status.WRONG_VALUE);
        require(index.get(0) >= 1 && index.get(0) <= 2, Status.WRONG_VALUE);
        require(index.get(1) >= 1 && index.get(1) <= 128, Status.WRONG_VALUE);
        require(PROFILES.contains(profile), Status.WRONG_VALUE);
        require(!onus.contains(index) && !isRegistered(serial), Status.INCONSISTENT_VALUE);
        return () -> {
            onus.put(index, Map.of(1L, SnmpValue.of(profile), 2L, SnmpValue.of(serial.value()), 3L, SnmpValue.of(1)));
        };
    }

    private Runnable operate(Map<Oid, SnmpValue> area) throws SnmpRefusal {
        Oid index = Oid.of(staged(area, OPERATION, 1), staged(area, OPERATION, 2));
        int action = staged(area, OPERATION, 3);
        require(action >= 1 && action <= 4, Status.WRONG_VALUE);
        if (!onus.contains(index)) {
            require(action == 2, Status.INCONSISTENT_VALUE);
            return () -> {};
        }
        return () -> {
            if (action == 2) {
                onus.remove(index);
            } else if (action > 2) {
                onus.put(index, Map.of(3L, SnmpValue.of(action == 3 ? 1 : 2)));
            }
        };
    }

    @Override
    protected void clearState() {
        List.of(STATE, AUTHENTICATION, OPTICS, NUMBERS, FOUND).forEach(mib()::removeUnder);
        for (int port = 1; port <= 2; port++) {
            int number = port;
            int count = (int) configured().stream()
                    .filter(onu -> onu.port().port() == number)
                    .count();
            mib().put(NUMBERS.append(2, port), count);
        }
    }

    @Override
    protected void showState(ConfiguredOnu onu, Condition condition, Optional<ConnectedOnu> connected) {
        Oid index = Oid.of(onu.port().port(), onu.id());
        mib().put(STATE.append(3).append(index), onu.enabled() ? 1 : 2);
        mib().put(STATE.append(4).append(index), condition == Condition.ONLINE ? 1 : 2);
        mib().put(STATE.append(5).append(index), phase(condition));
        mib().put(AUTHENTICATION.append(3).append(index), onu.line());
        mib().put(AUTHENTICATION.append(4).append(index), 1);
        mib().put(AUTHENTICATION.append(5).append(index), onu.serial().value());
        if (condition == Condition.ONLINE) {
            mib().put(
                            OPTICS.append(6).append(index),
                            milliwatts(connected.orElseThrow().sentDbm()));
            mib().put(
                            OPTICS.append(7).append(index),
                            milliwatts(connected.orElseThrow().receivedDbm()));
        } else {
            mib().put(OPTICS.append(6).append(index), "N/A");
            mib().put(OPTICS.append(7).append(index), "0.00 mW (-inf dBm)");
        }
    }

    @Override
    protected void showUnregistered(PonPortId port, int number, OnuSerial serial) {
        mib().put(FOUND.append(3, port.port(), number), serial.value());
    }

    private static int phase(Condition condition) {
        return switch (condition) {
            case ONLINE -> 3;
            case NO_LIGHT -> 1;
            case NO_POWER -> 4;
            case DISABLED -> 6;
        };
    }

    private static String milliwatts(double dbm) {
        return String.format(Locale.ROOT, "%.2f mW (%.2f dBm)", Math.pow(10, dbm / 10), dbm);
    }

    private static int staged(Map<Oid, SnmpValue> area, Oid base, int object) throws SnmpRefusal {
        return number(cell(area, base.append(object, 0)));
    }

    private static SnmpValue cell(Map<Oid, SnmpValue> area, Oid object) throws SnmpRefusal {
        require(area.containsKey(object), Status.INCONSISTENT_VALUE);
        return Optional.ofNullable(area.get(object)).orElseThrow();
    }

    private PonPortId port(int number) {
        return new PonPortId(olt, 0, 0, number);
    }
}
