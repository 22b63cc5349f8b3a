package io.silverdata.contract.adapters.olt.bdcom;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** What the objects of an ONU say about how it is. */
final class OnuStateDecoder {
    private static final int OFF = 2;
    private static final int OMCI_MISMATCH = 9;

    private OnuStateDecoder() {}

    static List<Oid> columns(Set<OnuState.Detail> details) {
        List<Oid> columns = new ArrayList<>(List.of(Tables.STATUS, Tables.ENABLE, Tables.DOWN_CAUSE));
        if (details.contains(OnuState.Detail.DISTANCE)) {
            columns.add(Tables.DISTANCE);
        }
        if (details.contains(OnuState.Detail.OPTICS)) {
            columns.addAll(List.of(Tables.RECEIVED, Tables.SENT, Tables.OLT_RECEIVED));
        }
        return columns;
    }

    static OnuState state(OnuRef onu, Row row, boolean withOptics) {
        OnuState.Oper oper = oper(row.number(Tables.STATUS));
        int code = row.code(Tables.DOWN_CAUSE);
        return new OnuState(
                onu,
                OnuState.Admin.read(row, Tables.ENABLE, OFF),
                oper != OnuState.Oper.ONLINE && code == OMCI_MISMATCH
                        ? OnuState.Registration.MISMATCH
                        : OnuState.Registration.REGISTERED,
                oper,
                phase(oper, code),
                cause(code),
                OnuState.plausible(row.number(Tables.DISTANCE)),
                withOptics ? optics(row) : OnuOptics.NONE);
    }

    private static OnuOptics optics(Row row) {
        return new OnuOptics(
                row.decoded(Tables.RECEIVED, BdcomPower::atOnu),
                row.decoded(Tables.SENT, BdcomPower::atOnu),
                row.decoded(Tables.OLT_RECEIVED, BdcomPower::atOlt));
    }

    /**
     * none(0) dying-gasp(1) laser-always-on(2) admin-down(3) omcc-down(4) unknown(5) pon-los(6) lcdg(7) wire-down(8)
     * omci-mismatch(9) password-mismatch(10) reboot(11) ranging-failed(12).
     */
    static OnuState.DownCause cause(int code) {
        return switch (code) {
            case 0 -> OnuState.DownCause.NONE;
            case 1 -> OnuState.DownCause.POWER;
            case 2 -> OnuState.DownCause.ROGUE;
            case 3 -> OnuState.DownCause.ADMIN;
            case 6, 8 -> OnuState.DownCause.LOS;
            case 7, 12 -> OnuState.DownCause.SIGNAL_DEGRADED;
            case 11 -> OnuState.DownCause.REBOOT;
            default -> OnuState.DownCause.UNKNOWN;
        };
    }

    /** off-line(0) inactive(1) disable(2) active(3). */
    private static OnuState.Oper oper(OptionalLong status) {
        if (status.isEmpty()) {
            return OnuState.Oper.UNKNOWN;
        }
        return status.getAsLong() == 3 ? OnuState.Oper.ONLINE : OnuState.Oper.OFFLINE;
    }

    private static OnuState.Phase phase(OnuState.Oper oper, int code) {
        return switch (oper) {
            case ONLINE -> OnuState.Phase.WORKING;
            case UNKNOWN -> OnuState.Phase.UNKNOWN;
            case OFFLINE -> offline(code);
        };
    }

    private static OnuState.Phase offline(int code) {
        return switch (code) {
            case 1 -> OnuState.Phase.DYING_GASP;
            case 6, 8 -> OnuState.Phase.LOS;
            case 10 -> OnuState.Phase.AUTH_FAILED;
            default -> OnuState.Phase.OFFLINE;
        };
    }
}
