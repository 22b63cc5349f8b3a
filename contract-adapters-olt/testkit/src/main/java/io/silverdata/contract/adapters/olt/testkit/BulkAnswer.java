package io.silverdata.contract.adapters.olt.testkit;

import io.silverdata.contract.adapters.olt.spi.Oid;
import io.silverdata.contract.adapters.olt.spi.SnmpValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.snmp4j.PDU;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * Answers a GETBULK (RFC 3416 section 4.2.3) straight from the objects. The agent library searches anew for each of them, which takes
 * the longer the more columns are asked for, unlike with the agents of real OLTs.
 */
final class BulkAnswer {
    private static final int MAX_OCTETS = 60_000;

    private BulkAnswer() {}

    static PDU to(PDU request, SimulatedMib mib) {
        PDU answer = (PDU) request.clone();
        answer.setType(PDU.RESPONSE);
        answer.clear();
        answer.setRequestID(request.getRequestID());
        answer.setErrorStatus(PDU.noError);
        answer.setErrorIndex(0);
        List<Column> columns = new ArrayList<>();
        request.getVariableBindings().forEach(object -> columns.add(new Column(object.getOid(), mib)));
        int octets = 0;
        for (int row = 0; row < request.getMaxRepetitions(); row++) {
            for (Column column : columns) {
                VariableBinding next = column.next();
                octets += next.getBERLength();
                if (octets > MAX_OCTETS) {
                    return answer;
                }
                answer.add(next);
            }
        }
        return answer;
    }

    private static final class Column {
        private final Iterator<Map.Entry<Oid, SnmpValue>> following;
        private OID last;

        Column(OID after, SimulatedMib mib) {
            following = mib.after(Snmp4jTypes.fromSnmp4j(after));
            last = after;
        }

        VariableBinding next() {
            if (!following.hasNext()) {
                return new VariableBinding(last, Null.endOfMibView);
            }
            Map.Entry<Oid, SnmpValue> next = following.next();
            last = Snmp4jTypes.toSnmp4j(next.getKey());
            return new VariableBinding(last, Snmp4jTypes.toSnmp4j(next.getValue()));
        }
    }
}
