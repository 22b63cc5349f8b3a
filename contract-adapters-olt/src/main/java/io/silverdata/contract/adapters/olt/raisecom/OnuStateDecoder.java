package io.silverdata.contract.adapters.olt.raisecom;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Row;
import java.util.List;
import java.util.OptionalLong;

/** What the objects of an ONU say about how it is. */
final class OnuStateDecoder {
    static final List<Oid> COLUMNS =
            List.of(Tables.SERIAL, Tables.DOWN_CAUSE, Tables.DISTANCE, Tables.STATUS, Tables.ACTIVE);

    private OnuStateDecoder() {}

    static OnuState state(OnuRef onu, Row row, Row match, OnuOptics optics) {
        OnuState.Oper oper = oper(row.number(Tables.STATUS));
        OnuState.DownCause cause = cause(row.code(Tables.DOWN_CAUSE));
        return new OnuState(
                onu,
                OnuState.Admin.read(row, Tables.ACTIVE, 2),
                match.number(Tables.MATCH).orElse(1) == 2
                        ? OnuState.Registration.MISMATCH
                        : OnuState.Registration.REGISTERED,
                oper,
                OnuState.phase(oper, cause),
                cause,
                OnuState.plausible(row.number(Tables.DISTANCE)),
                optics);
    }

    static OnuOptics optics(Row atOnu, Row atOlt) {
        return new OnuOptics(
                atOnu.decoded(Tables.RECEIVED, RaisecomPower::atOnu),
                atOnu.decoded(Tables.SENT, RaisecomPower::atOnu),
                atOlt.decoded(Tables.OLT_RECEIVED, RaisecomPower::atOlt));
    }

    /** Public tools: 2 LOS, 3 deregistered by the host, 4 LOBi, 5 LOFi, 6 dying gasp, 7 deactivated, 8 disabled, 13 branch cut. */
    static OnuState.DownCause cause(int code) {
        return switch (code) {
            case 2, 4, 5, 13 -> OnuState.DownCause.LOS;
            case 6 -> OnuState.DownCause.POWER;
            case 3, 7, 8 -> OnuState.DownCause.ADMIN;
            default -> OnuState.DownCause.UNKNOWN;
        };
    }

    /** Public tools: 1 is online, 3 offline. */
    private static OnuState.Oper oper(OptionalLong status) {
        if (status.isEmpty()) {
            return OnuState.Oper.UNKNOWN;
        }
        return status.getAsLong() == 1 ? OnuState.Oper.ONLINE : OnuState.Oper.OFFLINE;
    }
}
