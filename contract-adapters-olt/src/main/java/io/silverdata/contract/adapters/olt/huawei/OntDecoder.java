package io.silverdata.contract.adapters.olt.huawei;

import io.silverdata.contract.adapters.olt.spi.OnuOptics;
import io.silverdata.contract.adapters.olt.spi.OnuState;
import io.silverdata.contract.adapters.olt.spi.Row;
import io.silverdata.contract.model.Distance;
import io.silverdata.contract.model.OpticalPower;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What the numbers mean that Huawei OLTs tell about an ONT. */
final class OntDecoder {
    /** No light, no module, or an ONT that is off. */
    private static final long NOT_AVAILABLE = Integer.MAX_VALUE;

    private static final int MISMATCH = 3;
    private static final int CONFIG_FAILED = 3;

    private OntDecoder() {}

    /** Hundredths of a dBm. */
    static Optional<OpticalPower> hundredths(OptionalLong value) {
        return power(value, 0);
    }

    /** Hundredths of a dBm, moved up by 10,000: what the OLT receives from an ONT. */
    static Optional<OpticalPower> shifted(OptionalLong value) {
        return power(value, 10_000);
    }

    private static Optional<OpticalPower> power(OptionalLong value, long shift) {
        return value.isEmpty() || value.getAsLong() == NOT_AVAILABLE
                ? Optional.empty()
                : OnuOptics.plausible(OptionalDouble.of((value.getAsLong() - shift) / 100.0));
    }

    static OnuOptics optics(Row row) {
        return new OnuOptics(
                hundredths(row.number(OntTables.RX_POWER)),
                hundredths(row.number(OntTables.TX_POWER)),
                shifted(row.number(OntTables.OLT_RX_POWER)));
    }

    /** Metres; -1 for none. */
    static Optional<Distance> distance(OptionalLong value) {
        return value.isPresent() && value.getAsLong() >= 0 && value.getAsLong() <= 100_000
                ? Optional.of(Distance.ofMetres(value.getAsLong()))
                : Optional.empty();
    }

    static OnuState.Admin admin(int code) {
        return switch (code) {
            case OntTables.ACTIVATE -> OnuState.Admin.ENABLED;
            case OntTables.DEACTIVATE -> OnuState.Admin.DISABLED;
            default -> OnuState.Admin.UNKNOWN;
        };
    }

    static OnuState.Registration registration(int match, int config) {
        if (match == MISMATCH) {
            return OnuState.Registration.MISMATCH;
        }
        return config == CONFIG_FAILED ? OnuState.Registration.CONFIG_FAILED : OnuState.Registration.REGISTERED;
    }

    static OnuState.Oper oper(int code) {
        return switch (code) {
            case 1 -> OnuState.Oper.ONLINE;
            case 2 -> OnuState.Oper.OFFLINE;
            default -> OnuState.Oper.UNKNOWN;
        };
    }

    /** hwGponDeviceOntControlLastDownCause. */
    static OnuState.DownCause cause(int code) {
        return switch (code) {
            case 1, 2, 3, 5, 6, 15 -> OnuState.DownCause.LOS;
            case 4 -> OnuState.DownCause.SIGNAL_DEGRADED;
            case 8 -> OnuState.DownCause.ADMIN;
            case 9, 10, 31, 32, 33 -> OnuState.DownCause.REBOOT;
            case 13 -> OnuState.DownCause.POWER;
            case 37 -> OnuState.DownCause.ROGUE;
            default -> OnuState.DownCause.UNKNOWN;
        };
    }
}
