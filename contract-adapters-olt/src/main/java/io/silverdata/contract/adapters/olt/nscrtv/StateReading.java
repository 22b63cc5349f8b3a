package io.silverdata.contract.adapters.olt.nscrtv;

import com.google.common.base.Ascii;
import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.OpticalPower;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** What the objects of an ONU say about how it is. */
final class StateReading {
    private static final int ONE = 1;
    private static final int TWO = 2;
    private static final double HUNDREDTHS = 100;

    private StateReading() {}

    static List<Oid> objects(long index, Set<OnuState.Detail> details) {
        List<Oid> objects = new ArrayList<>(List.of(
                Tables.SERIAL.append(index),
                Tables.OPERATION_STATUS.append(index),
                Tables.ADMIN_STATUS.append(index),
                Tables.MATCH.append(index),
                Tables.CONFIG.append(index),
                Tables.DOWN_CAUSE.append(index)));
        if (details.contains(OnuState.Detail.DISTANCE)) {
            objects.add(Tables.DISTANCE.append(index));
        }
        if (details.contains(OnuState.Detail.OPTICS)) {
            objects.add(Tables.RECEIVED.append(index, 0, 0));
            objects.add(Tables.SENT.append(index, 0, 0));
        }
        return objects;
    }

    static OnuState state(OnuRef onu, Cells cells, Set<OnuState.Detail> details) {
        OnuState.Oper oper = oper(cells.number(Tables.OPERATION_STATUS));
        return new OnuState(
                onu,
                admin(cells.number(Tables.ADMIN_STATUS)),
                registration(cells),
                oper,
                phase(oper),
                cells.text(Tables.DOWN_CAUSE).map(StateReading::cause).orElse(OnuState.DownCause.UNKNOWN),
                distance(cells.number(Tables.DISTANCE)),
                details.contains(OnuState.Detail.OPTICS) ? optics(cells) : OnuOptics.NONE);
    }

    private static OnuState.Admin admin(OptionalLong status) {
        if (status.isEmpty()) {
            return OnuState.Admin.UNKNOWN;
        }
        return status.getAsLong() == TWO ? OnuState.Admin.DISABLED : OnuState.Admin.ENABLED;
    }

    private static OnuState.Oper oper(OptionalLong status) {
        if (status.isEmpty()) {
            return OnuState.Oper.UNKNOWN;
        }
        return status.getAsLong() == ONE ? OnuState.Oper.ONLINE : OnuState.Oper.OFFLINE;
    }

    private static OnuState.Phase phase(OnuState.Oper oper) {
        return switch (oper) {
            case ONLINE -> OnuState.Phase.WORKING;
            case OFFLINE -> OnuState.Phase.OFFLINE;
            case UNKNOWN -> OnuState.Phase.UNKNOWN;
        };
    }

    /** match: initial(0) match(1) mismatch(2); config: initial(0) success(1) fail(2). */
    private static OnuState.Registration registration(Cells cells) {
        if (cells.number(Tables.CONFIG).orElse(0) == TWO) {
            return OnuState.Registration.CONFIG_FAILED;
        }
        return cells.number(Tables.MATCH).orElse(0) == TWO
                ? OnuState.Registration.MISMATCH
                : OnuState.Registration.REGISTERED;
    }

    /** The MIB has a text without saying which; the words are those that OLTs of this family show on their consoles. */
    static OnuState.DownCause cause(String text) {
        String bare = Ascii.toLowerCase(text).replaceAll("[^a-z]", "");
        if (bare.isEmpty() || bare.equals("none")) {
            return OnuState.DownCause.NONE;
        }
        if (bare.contains("dyinggasp") || bare.contains("power")) {
            return OnuState.DownCause.POWER;
        }
        if (bare.contains("deactiv") || bare.contains("admin") || bare.contains("disable")) {
            return OnuState.DownCause.ADMIN;
        }
        if (bare.contains("reboot") || bare.contains("reset")) {
            return OnuState.DownCause.REBOOT;
        }
        if (bare.contains("rogue")) {
            return OnuState.DownCause.ROGUE;
        }
        if (bare.startsWith("sf") || bare.startsWith("sd") || bare.contains("degrad")) {
            return OnuState.DownCause.SIGNAL_DEGRADED;
        }
        return bare.startsWith("lo") ? OnuState.DownCause.LOS : OnuState.DownCause.UNKNOWN;
    }

    private static Optional<Distance> distance(OptionalLong metres) {
        return metres.isPresent() && metres.getAsLong() > 0 && metres.getAsLong() < 100_000
                ? Optional.of(Distance.ofMetres(metres.getAsLong()))
                : Optional.empty();
    }

    private static OnuOptics optics(Cells cells) {
        return new OnuOptics(power(cells, Tables.RECEIVED), power(cells, Tables.SENT), Optional.empty());
    }

    /** Hundredths of dBm; 0 where it is dark. */
    private static Optional<OpticalPower> power(Cells cells, Oid column) {
        OptionalLong value = cells.numberAt(column.append(cells.index(), 0, 0));
        return value.isEmpty() || value.getAsLong() == 0
                ? Optional.empty()
                : OnuOptics.plausible(OptionalDouble.of(value.getAsLong() / HUNDREDTHS));
    }
}
