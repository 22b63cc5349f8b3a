package io.silverdata.contract.adapters.olt.internal.snmp;

import io.silverdata.contract.adapters.olt.spi.OltFault;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** The fault that an error or a report of SNMP stands for: the only place that maps one to the other. */
final class SnmpErrors {
    private static final OID UNAVAILABLE_CONTEXTS = new OID("1.3.6.1.6.3.12.1.4.0");
    private static final OID UNKNOWN_CONTEXTS = new OID("1.3.6.1.6.3.12.1.5.0");
    private static final OID USM_STATS = new OID("1.3.6.1.6.3.15.1.1");
    private static final int UNSUPPORTED_SEC_LEVELS = 1;
    private static final int NOT_IN_TIME_WINDOWS = 2;
    private static final int UNKNOWN_USER_NAMES = 3;
    private static final int UNKNOWN_ENGINE_IDS = 4;
    private static final int WRONG_DIGESTS = 5;
    private static final int DECRYPTION_ERRORS = 6;

    private SnmpErrors() {}

    /** The fault of a response with an error; it says which object is at fault where the OLT says it. */
    static OltFault ofResponse(SnmpRequest request, PDU response) {
        int position = response.getErrorIndex();
        String where = request.hasPosition(position)
                ? " at object " + position + " of " + request.objects().size()
                : "";
        return request.fault(
                kind(response.getErrorStatus()),
                position,
                response.getErrorStatusText() + "(" + response.getErrorStatus() + ")" + where);
    }

    /** The fault of a report that the OLT sent in place of a response. */
    static OltFault ofReport(SnmpRequest request, PDU report) {
        OID counter = counter(report);
        OltFault.Kind kind = counter.startsWith(USM_STATS) ? OltFault.Kind.AUTH_FAILED : OltFault.Kind.NOT_FOUND;
        return request.fault(kind, reason(counter));
    }

    /**
     * Whether a report says that the OLT did not process the request, since its clock or identity is another than was discovered
     * (RFC 3414 section 3.2).
     */
    static boolean isOutOfStep(PDU report) {
        OID counter = counter(report);
        return counter.startsWith(USM_STATS)
                && (number(counter) == NOT_IN_TIME_WINDOWS || number(counter) == UNKNOWN_ENGINE_IDS);
    }

    /** RFC 3416 section 3. */
    private static OltFault.Kind kind(int errorStatus) {
        return switch (errorStatus) {
            case PDU.tooBig -> OltFault.Kind.TOO_BIG;
            case PDU.noSuchName, PDU.noCreation -> OltFault.Kind.NOT_FOUND;
            case PDU.badValue, PDU.wrongType, PDU.wrongLength, PDU.wrongEncoding, PDU.wrongValue ->
                OltFault.Kind.INVALID_ARGUMENT;
            case PDU.readOnly, PDU.noAccess, PDU.notWritable, PDU.authorizationError -> OltFault.Kind.ACCESS_DENIED;
            case PDU.inconsistentValue, PDU.inconsistentName -> OltFault.Kind.CONFLICT;
            case PDU.resourceUnavailable, PDU.commitFailed -> OltFault.Kind.BUSY;
            default -> OltFault.Kind.DEVICE_ERROR;
        };
    }

    /** RFC 3414 section 5, RFC 3413 section 3.2. */
    private static String reason(OID counter) {
        if (counter.equals(UNKNOWN_CONTEXTS) || counter.equals(UNAVAILABLE_CONTEXTS)) {
            return "snmpUnknownContexts: the OLT has no such context";
        }
        if (!counter.startsWith(USM_STATS)) {
            return "report " + counter;
        }
        return switch (number(counter)) {
            case UNSUPPORTED_SEC_LEVELS -> "usmStatsUnsupportedSecLevels: the OLT does not know this user with privacy";
            case UNKNOWN_USER_NAMES -> "usmStatsUnknownUserNames: the OLT does not know this user";
            case WRONG_DIGESTS -> "usmStatsWrongDigests: the passphrase or protocol for authentication is wrong";
            case DECRYPTION_ERRORS -> "usmStatsDecryptionErrors: the passphrase or protocol for privacy is wrong";
            default -> "report " + counter;
        };
    }

    private static OID counter(PDU report) {
        VariableBinding first = report.get(0);
        return first.getOid();
    }

    private static int number(OID usmCounter) {
        return usmCounter.get(USM_STATS.size());
    }
}
