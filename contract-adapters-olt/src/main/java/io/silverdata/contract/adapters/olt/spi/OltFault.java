package io.silverdata.contract.adapters.olt.spi;

import io.silverdata.contract.model.OltId;
import java.io.Serial;
import java.util.Objects;

/** Why an operation on an OLT failed. */
public final class OltFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String olt;
    private final Operation operation;
    private final String object;
    private final String deviceError;

    /** What sort of failure it is, and with that what to do about it. SNMP errors: RFC 3416 section 3. */
    public enum Kind {
        /** No answer to a read: nothing was changed. Try again later. */
        UNREACHABLE,
        /** No answer to a set: it may have been carried out or not. Read back. */
        OUTCOME_UNKNOWN,
        /** The OLT knows the user or the keys otherwise. Wrong keys for privacy and wrong communities look unreachable. */
        AUTH_FAILED,
        /** noAccess, authorizationError, notWritable, readOnly: this user may not. */
        ACCESS_DENIED,
        /** inconsistentValue, inconsistentName: it exists already, or contradicts something that does. */
        CONFLICT,
        /** wrongType, wrongLength, wrongEncoding, wrongValue, badValue: a profile, VLAN or the like does not suit the OLT. */
        INVALID_ARGUMENT,
        /** noSuchInstance, noSuchObject, noCreation: what it is about does not exist on the OLT. */
        NOT_FOUND,
        /** No free ONU id or service index. */
        NO_CAPACITY,
        /** resourceUnavailable, commitFailed: not now. Try again later. */
        BUSY,
        /** genErr, undoFailed, or an answer that makes no sense. */
        DEVICE_ERROR,
        /** tooBig: the answer does not fit, however little is asked; or a table has no end. */
        TOO_BIG,
        /** The operation is unsupported, or experimental and not allowed. */
        UNSUPPORTED,
        /** The OLT is not of the make that the driver is for. */
        WRONG_DEVICE,
        /** A step failed and the steps before it could not be rolled back: something is half configured. */
        PARTIAL,
        /** The ONU is registered at another PON port of the OLT. The gateway's to say, not a driver's. */
        SERIAL_ELSEWHERE,
        /** The gateway has no such OLT. Not for drivers. */
        UNKNOWN_OLT,
        /** The OLT's settings have no plan for the line profile. Not for drivers. */
        UNKNOWN_PROFILE
    }

    /**
     * A fault.
     *
     * @param object what it is about, for people: a managed object, a profile, a PON port
     * @param deviceError the device's own error, or what the driver saw; no secrets
     */
    public OltFault(Kind kind, OltId olt, Operation operation, String object, String deviceError) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.olt = olt.value();
        this.operation = Objects.requireNonNull(operation, "operation");
        this.object = Objects.requireNonNull(object, "object");
        this.deviceError = Objects.requireNonNull(deviceError, "deviceError");
    }

    /** OLT, operation, object, kind and the device's own error in one sentence. */
    @Override
    public String getMessage() {
        return olt + ": " + operation + " of " + object + " failed, " + kind + ": " + deviceError;
    }

    /** What sort of failure it is. */
    public Kind kind() {
        return kind;
    }

    /** On which OLT. */
    public OltId olt() {
        return new OltId(olt);
    }

    /** What was being done. */
    public Operation operation() {
        return operation;
    }

    /** What it is about, for people: a managed object, a profile, a PON port. */
    public String object() {
        return object;
    }

    /** The device's own error, or what the driver saw. */
    public String deviceError() {
        return deviceError;
    }
}
