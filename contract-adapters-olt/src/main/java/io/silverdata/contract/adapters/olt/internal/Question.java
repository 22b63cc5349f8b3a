package io.silverdata.contract.adapters.olt.internal;

import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import java.util.List;
import org.snmp4j.PDU;
import org.snmp4j.smi.VariableBinding;

/** One request within a conversation, and the faults that it can come to. */
record Question(OltSession session, Deadline deadline, int type, List<VariableBinding> objects, int repetitions) {

    OltFault unreachable(String detail) {
        return fault(OltFault.Kind.UNREACHABLE, detail);
    }

    OltFault report(String reason, boolean aboutTheUser) {
        return fault(aboutTheUser ? OltFault.Kind.AUTH_FAILED : OltFault.Kind.NOT_FOUND, reason);
    }

    OltFault fault(OltFault.Kind kind, String detail) {
        return session.fault(kind, Wire.fromWire(objects.get(0).getOid()).toString(), detail);
    }

    /** The fault that an answer with an error stands for; which object is at fault is said where the OLT says it. */
    OltFault refused(PDU answer) {
        int position = answer.getErrorIndex();
        boolean known = position >= 1 && position <= objects.size();
        String object =
                Wire.fromWire(objects.get(known ? position - 1 : 0).getOid()).toString();
        String error = answer.getErrorStatusText() + "(" + answer.getErrorStatus() + ")"
                + (known ? " at object " + position + " of " + objects.size() : "");
        return session.fault(kind(answer.getErrorStatus()), object, error);
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
}
