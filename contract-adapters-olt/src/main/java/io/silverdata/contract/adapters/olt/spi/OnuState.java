package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.Distance;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a registered ONU is. What the OLT does not tell is UNKNOWN or empty, never a default.
 *
 * @param onu which
 * @param admin whether it may work
 * @param registration whether its configuration suits it
 * @param oper whether it works
 * @param phase how far its activation got
 * @param lastDown why it went down last
 * @param distance from the OLT, by ranging
 * @param optics received and sent light; {@link OnuOptics#NONE} unless asked for
 */
public record OnuState(
        OnuRef onu,
        Admin admin,
        Registration registration,
        Oper oper,
        Phase phase,
        DownCause lastDown,
        Optional<Distance> distance,
        OnuOptics optics) {
    private static final long MAX_METRES = 100_000;

    /** Whether an ONU may work. */
    public enum Admin {
        /** It may. */
        ENABLED,
        /** It may not. */
        DISABLED,
        /** The OLT does not tell. */
        UNKNOWN;

        /**
         * What the number in a column means, where one number stands for "may not work" and every other for "may".
         *
         * @return UNKNOWN if the OLT does not tell
         */
        public static Admin read(Row row, Oid column, long disabled) {
            OptionalLong told = row.number(column);
            if (told.isEmpty()) {
                return UNKNOWN;
            }
            return told.getAsLong() == disabled ? DISABLED : ENABLED;
        }
    }

    /** Whether the configuration of an ONU suits it. */
    public enum Registration {
        /** It is registered and nothing speaks against it. */
        REGISTERED,
        /** It is registered and what it can do differs from its profiles: no service. */
        MISMATCH,
        /** It is registered and did not take its configuration: no service. */
        CONFIG_FAILED,
        /** The OLT does not tell. */
        UNKNOWN
    }

    /** Whether an ONU works. */
    public enum Oper {
        /** It does. */
        ONLINE,
        /** It does not. */
        OFFLINE,
        /** The OLT does not tell. */
        UNKNOWN
    }

    /** How far the activation of an ONU got (ITU-T G.984.3 section 10, as vendors name it). */
    public enum Phase {
        /** It is logging on. */
        LOGGING,
        /** No light. */
        LOS,
        /** It is getting its configuration. */
        SYNC_MIB,
        /** It works. */
        WORKING,
        /** It said that it lost power. */
        DYING_GASP,
        /** It is not who it should be. */
        AUTH_FAILED,
        /** It is off. */
        OFFLINE,
        /** The OLT does not tell. */
        UNKNOWN
    }

    /** Why an ONU went down. */
    public enum DownCause {
        /** It has not been down. */
        NONE,
        /** Its light was lost: fibre cut, or no power and no last word. */
        LOS,
        /** It said that it lost power. */
        POWER,
        /** Somebody switched it off at the OLT. */
        ADMIN,
        /** Somebody restarted it. */
        REBOOT,
        /** Its light was too bad. */
        SIGNAL_DEGRADED,
        /** It sent when it was not its turn. */
        ROGUE,
        /** The OLT does not report it, or with an unknown number. */
        UNKNOWN
    }

    /** What is read only if asked for, for it takes long on some OLTs. */
    public enum Detail {
        /** Received and sent light. */
        OPTICS,
        /** Distance. */
        DISTANCE
    }

    public OnuState {
        Objects.requireNonNull(onu, "onu");
        Objects.requireNonNull(admin, "admin");
        Objects.requireNonNull(registration, "registration");
        Objects.requireNonNull(oper, "oper");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(lastDown, "lastDown");
        Objects.requireNonNull(distance, "distance");
        Objects.requireNonNull(optics, "optics");
    }

    /** Where nothing is known of an ONU but that it is registered, to be completed. */
    public static OnuState unknown(OnuRef onu) {
        return new OnuState(
                onu,
                Admin.UNKNOWN,
                Registration.REGISTERED,
                Oper.UNKNOWN,
                Phase.UNKNOWN,
                DownCause.UNKNOWN,
                Optional.empty(),
                OnuOptics.NONE);
    }

    /** The same, of an ONU that may work, or may not. */
    public OnuState withAdmin(Admin told) {
        return new OnuState(onu, told, registration, oper, phase, lastDown, distance, optics);
    }

    /** The same, of an ONU that works. */
    public OnuState online() {
        return new OnuState(onu, admin, registration, Oper.ONLINE, Phase.WORKING, lastDown, distance, optics);
    }

    /** The same, of an ONU that does not work yet: it has light, and is being activated. */
    public OnuState activating(Phase reached) {
        return new OnuState(onu, admin, registration, Oper.OFFLINE, reached, lastDown, distance, optics);
    }

    /** The same, with the cause why it went down last, whether it works now or not. */
    public OnuState withLastDown(DownCause cause) {
        return new OnuState(onu, admin, registration, oper, phase, cause, distance, optics);
    }

    /** The same, of an ONU that does not work, for this reason. */
    public OnuState offline(DownCause cause) {
        return new OnuState(
                onu, admin, registration, Oper.OFFLINE, phase(Oper.OFFLINE, cause), cause, distance, optics);
    }

    /** The same, so far from the OLT. */
    public OnuState withDistance(Optional<Distance> told) {
        return new OnuState(onu, admin, registration, oper, phase, lastDown, told, optics);
    }

    /** The same, with this light. */
    public OnuState withOptics(OnuOptics told) {
        return new OnuState(onu, admin, registration, oper, phase, lastDown, distance, told);
    }

    /** How far the activation got, concluded from whether an ONU works and why it went down, where the OLT has no phase. */
    public static Phase phase(Oper oper, DownCause cause) {
        return switch (oper) {
            case ONLINE -> Phase.WORKING;
            case UNKNOWN -> Phase.UNKNOWN;
            case OFFLINE ->
                switch (cause) {
                    case LOS -> Phase.LOS;
                    case POWER -> Phase.DYING_GASP;
                    case NONE, ADMIN, REBOOT, SIGNAL_DEGRADED, ROGUE, UNKNOWN -> Phase.OFFLINE;
                };
        };
    }

    /** A distance that a device told in metres, unless it makes no sense: less than 1 m or more than 100 km. */
    public static Optional<Distance> plausible(OptionalLong metres) {
        return metres.isPresent() && metres.getAsLong() > 0 && metres.getAsLong() <= MAX_METRES
                ? Optional.of(Distance.ofMetres(metres.getAsLong()))
                : Optional.empty();
    }
}
