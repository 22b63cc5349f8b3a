package io.silverdata.contract.adapters.olt.internal.snmp;

import io.silverdata.contract.adapters.olt.spi.OltFault;
import io.silverdata.contract.adapters.olt.spi.OltSession;
import java.util.List;
import org.snmp4j.PDU;
import org.snmp4j.smi.VariableBinding;

/**
 * One request of a session.
 *
 * @param type as {@link org.snmp4j.PDU} numbers them
 * @param repetitions of a GETBULK
 */
record SnmpRequest(OltSession session, Deadline deadline, int type, List<VariableBinding> objects, int repetitions) {

    /** A fault that is about the object at a position, from 1; about the first one where the OLT did not say which. */
    OltFault fault(OltFault.Kind kind, int position, String detail) {
        return session.fault(kind, object(position), detail);
    }

    OltFault fault(OltFault.Kind kind, String detail) {
        return fault(kind, 0, detail);
    }

    OltFault unreachable(String detail) {
        return fault(OltFault.Kind.UNREACHABLE, detail);
    }

    /** Whether it can be made smaller, so that a silence may be about its size. */
    boolean isDivisible() {
        return type != PDU.SET && objects.size() * Math.max(1, repetitions) > 1;
    }

    /** For a message about silence: how much was asked for. */
    String size() {
        int cells = objects.size() * Math.max(1, repetitions);
        return cells > 1 ? " to a request for " + cells + " cells, whose answer may be too large for the path" : "";
    }

    boolean hasPosition(int position) {
        return position >= 1 && position <= objects.size();
    }

    private String object(int position) {
        return Snmp4jTypes.fromSnmp4j(
                        objects.get(hasPosition(position) ? position - 1 : 0).getOid())
                .toString();
    }
}
