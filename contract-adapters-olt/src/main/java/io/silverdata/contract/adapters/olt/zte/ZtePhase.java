package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.spi.OnuState;

/** What ZTE's numbers for the phase of an ONU and for why it went down mean. */
final class ZtePhase {
    private ZtePhase() {}

    /** {@code zxGponOntPhaseState}: logging(0) los(1) syncMib(2) working(3) dyinggasp(4) authFailed(5) offline(6). */
    static OnuState.Phase ofC3xx(int code) {
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

    /** The same, but for being counted from 1. */
    static OnuState.Phase ofC6xx(int code) {
        return ofC3xx(code - 1);
    }

    static OnuState.Oper oper(OnuState.Phase phase) {
        return switch (phase) {
            case WORKING -> OnuState.Oper.ONLINE;
            case UNKNOWN -> OnuState.Oper.UNKNOWN;
            case LOGGING, LOS, SYNC_MIB, DYING_GASP, AUTH_FAILED, OFFLINE -> OnuState.Oper.OFFLINE;
        };
    }

    /**
     * In no MIB; as public tools read it: 1 unknown, 2 LOS, 3 LOSi, 4 LOFi, 5 SFi, 6 LOAi, 7 LOAMi, 8 authentication failed, 9 power
     * off, 10 and 11 deactivated, 12 reboot, 13 shutdown.
     */
    static OnuState.DownCause cause(int code) {
        return switch (code) {
            case 0 -> OnuState.DownCause.NONE;
            case 2, 3, 4, 6, 7 -> OnuState.DownCause.LOS;
            case 5 -> OnuState.DownCause.SIGNAL_DEGRADED;
            case 9 -> OnuState.DownCause.POWER;
            case 10, 11, 13 -> OnuState.DownCause.ADMIN;
            case 12 -> OnuState.DownCause.REBOOT;
            default -> OnuState.DownCause.UNKNOWN;
        };
    }
}
