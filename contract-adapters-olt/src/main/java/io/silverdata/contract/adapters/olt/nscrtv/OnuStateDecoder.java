package io.silverdata.contract.adapters.olt.nscrtv;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** What the objects of an ONU say about how it is. */
final class OnuStateDecoder {
    private static final int ONE = 1;
    private static final int TWO = 2;

    /** The MIB is silent; public tools take 0 for none. */
    private static final int NO_LIGHT = 0;

    static final List<Oid> COLUMNS = List.of(
            Tables.SERIAL,
            Tables.OPERATION_STATUS,
            Tables.ADMIN_STATUS,
            Tables.DISTANCE,
            Tables.MATCH,
            Tables.CONFIG,
            Tables.DOWN_CAUSE);
    static final List<Oid> OPTICAL_COLUMNS = List.of(Tables.RECEIVED, Tables.SENT);

    private OnuStateDecoder() {}

    static OnuState state(OnuRef onu, Row row, OnuOptics optics) {
        OnuState.Oper oper = oper(row.number(Tables.OPERATION_STATUS));
        OnuState.DownCause cause =
                row.text(Tables.DOWN_CAUSE).map(OnuStateDecoder::cause).orElse(OnuState.DownCause.UNKNOWN);
        return new OnuState(
                onu,
                OnuState.Admin.read(row, Tables.ADMIN_STATUS, TWO),
                registration(row),
                oper,
                OnuState.phase(oper, cause),
                cause,
                OnuState.plausible(row.number(Tables.DISTANCE)),
                optics);
    }

    static OnuOptics optics(Row row) {
        return new OnuOptics(
                OnuOptics.hundredths(row, Tables.RECEIVED, NO_LIGHT),
                OnuOptics.hundredths(row, Tables.SENT, NO_LIGHT),
                Optional.empty());
    }

    private static OnuState.Oper oper(OptionalLong status) {
        if (status.isEmpty()) {
            return OnuState.Oper.UNKNOWN;
        }
        return status.getAsLong() == ONE ? OnuState.Oper.ONLINE : OnuState.Oper.OFFLINE;
    }

    /** match: initial(0) match(1) mismatch(2); config: initial(0) success(1) fail(2). */
    private static OnuState.Registration registration(Row row) {
        if (row.number(Tables.CONFIG).orElse(0) == TWO) {
            return OnuState.Registration.CONFIG_FAILED;
        }
        return row.number(Tables.MATCH).orElse(0) == TWO
                ? OnuState.Registration.MISMATCH
                : OnuState.Registration.REGISTERED;
    }

    /** The MIB has a text without saying which; the words are those that OLTs of this family show on their consoles. */
    static OnuState.DownCause cause(String text) {
        String bare = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
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
}
