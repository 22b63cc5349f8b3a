package io.silverdata.contract.adapters.olt.vsol;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.adapters.olt.spi.OnuRef;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import io.silverdata.contract.model.OpticalPower;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the objects of an ONU say about how it is. */
final class OnuStateDecoder {
    static final List<Oid> CONDITION = List.of(Tables.ADMIN, Tables.PHASE, Tables.DOWN_CAUSE);
    static final List<Oid> OPTICS = List.of(Tables.SENT, Tables.RECEIVED, Tables.OLT_RECEIVED);

    private OnuStateDecoder() {}

    static List<Oid> columns(Set<OnuState.Detail> details) {
        List<Oid> columns = new ArrayList<>(CONDITION);
        columns.add(Tables.SERIAL);
        if (details.contains(OnuState.Detail.OPTICS)) {
            columns.addAll(OPTICS);
        }
        return columns;
    }

    /** The cells of one ONU out of both tables. */
    static Row joined(Oid index, Map<Oid, Row> conditions, Map<Oid, Row> optics) {
        Map<Oid, SnmpValue> cells = new LinkedHashMap<>();
        Optional.ofNullable(conditions.get(index)).ifPresent(row -> cells.putAll(row.cells()));
        Optional.ofNullable(optics.get(index)).ifPresent(row -> cells.putAll(row.cells()));
        return new Row(index, cells);
    }

    /** The OLT tells no distance. */
    static OnuState state(OnuRef onu, Row row, Set<OnuState.Detail> details) {
        OnuState.Phase phase = phase(row.code(Tables.PHASE));
        return new OnuState(
                onu,
                OnuState.Admin.read(row, Tables.ADMIN, 2),
                OnuState.Registration.REGISTERED,
                oper(phase),
                phase,
                row.text(Tables.DOWN_CAUSE).map(OnuStateDecoder::cause).orElseGet(() -> cause(phase)),
                Optional.empty(),
                details.contains(OnuState.Detail.OPTICS) ? optics(row) : OnuOptics.NONE);
    }

    /** logging(0) los(1) syncMib(2) working(3) dyingGasp(4) authFail(5) offLine(6). */
    static OnuState.Phase phase(int code) {
        return switch (code) {
            case 0 -> OnuState.Phase.LOGGING;
            case 1 -> OnuState.Phase.LOS;
            case 2 -> OnuState.Phase.SYNC_MIB;
            case 3 -> OnuState.Phase.WORKING;
            case 4 -> OnuState.Phase.DYING_GASP;
            case 5 -> OnuState.Phase.AUTH_FAILED;
            case 6 -> OnuState.Phase.OFFLINE;
            default -> OnuState.Phase.UNKNOWN;
        };
    }

    /** Newer firmware has a text. */
    static OnuState.DownCause cause(String text) {
        String bare = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (bare.contains("dyinggasp") || bare.contains("power")) {
            return OnuState.DownCause.POWER;
        }
        if (bare.contains("deactiv") || bare.contains("admin")) {
            return OnuState.DownCause.ADMIN;
        }
        if (bare.contains("reboot") || bare.contains("reset")) {
            return OnuState.DownCause.REBOOT;
        }
        return bare.startsWith("lo") ? OnuState.DownCause.LOS : OnuState.DownCause.UNKNOWN;
    }

    private static OnuState.DownCause cause(OnuState.Phase phase) {
        return switch (phase) {
            case LOS -> OnuState.DownCause.LOS;
            case DYING_GASP -> OnuState.DownCause.POWER;
            case LOGGING, SYNC_MIB, WORKING, AUTH_FAILED, OFFLINE, UNKNOWN -> OnuState.DownCause.UNKNOWN;
        };
    }

    private static OnuState.Oper oper(OnuState.Phase phase) {
        return switch (phase) {
            case WORKING -> OnuState.Oper.ONLINE;
            case UNKNOWN -> OnuState.Oper.UNKNOWN;
            case LOGGING, LOS, SYNC_MIB, DYING_GASP, AUTH_FAILED, OFFLINE -> OnuState.Oper.OFFLINE;
        };
    }

    private static OnuOptics optics(Row row) {
        return new OnuOptics(power(row, Tables.RECEIVED), power(row, Tables.SENT), power(row, Tables.OLT_RECEIVED));
    }

    private static Optional<OpticalPower> power(Row row, Oid column) {
        return row.text(column).flatMap(TextPower::parse);
    }
}
