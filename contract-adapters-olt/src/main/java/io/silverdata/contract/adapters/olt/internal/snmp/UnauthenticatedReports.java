package io.silverdata.contract.adapters.olt.internal.snmp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.PduHandle;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;

/**
 * Reports without authentication on what is wrong with a user's keys.
 *
 * <p>Anyone could have sent them, so that SNMP4J goes on waiting for an answer, as RFC 3412 section 7.2.11 wants. An agent that
 * finds a key wrong cannot sign its report, though. So they are kept until the wait is over, and then say why it was in vain.
 */
final class UnauthenticatedReports implements Snmp.ReportHandler {
    private static final OID UNSUPPORTED_SEC_LEVELS = new OID("1.3.6.1.6.3.15.1.1.1.0");
    private static final OID UNKNOWN_USER_NAMES = new OID("1.3.6.1.6.3.15.1.1.3.0");
    private static final OID WRONG_DIGESTS = new OID("1.3.6.1.6.3.15.1.1.5.0");
    private static final OID DECRYPTION_ERRORS = new OID("1.3.6.1.6.3.15.1.1.6.0");
    private static final Set<OID> ABOUT_KEYS =
            Set.of(UNSUPPORTED_SEC_LEVELS, UNKNOWN_USER_NAMES, WRONG_DIGESTS, DECRYPTION_ERRORS);
    private static final int MAX_REPORTS = 256;

    private final Snmp.ReportHandler standard;
    private final Map<Integer, PDU> byRequest = new LinkedHashMap<>();

    UnauthenticatedReports(Snmp.ReportHandler standard) {
        this.standard = standard;
    }

    @Override
    public <A extends Address> void processReport(PduHandle request, CommandResponderEvent<A> event) {
        PDU report = event.getPDU();
        if (event.getSecurityLevel() == SecurityLevel.NOAUTH_NOPRIV
                && report.size() == 1
                && ABOUT_KEYS.contains(report.get(0).getOid())) {
            keep(request.getTransactionID(), report);
        }
        standard.processReport(request, event);
    }

    /** The report on a request to which there was no answer, if one came. */
    synchronized Optional<PDU> take(int request) {
        return Optional.ofNullable(byRequest.remove(request));
    }

    private synchronized void keep(int request, PDU report) {
        if (byRequest.size() == MAX_REPORTS) {
            byRequest.keySet().remove(byRequest.keySet().iterator().next());
        }
        byRequest.put(request, report);
    }
}
