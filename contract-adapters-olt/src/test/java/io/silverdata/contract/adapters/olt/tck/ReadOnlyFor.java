package io.silverdata.contract.adapters.olt.tck;

import java.util.Set;
import org.snmp4j.agent.security.VACM;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** Lets everybody read everything, and everybody but some write everything. */
final class ReadOnlyFor implements VACM {
    private static final OctetString EVERYTHING = new OctetString("everything");

    private final Set<String> readers;

    ReadOnlyFor(String... readers) {
        this.readers = Set.of(readers);
    }

    @Override
    public int isAccessAllowed(
            OctetString context, OctetString securityName, int model, int level, int viewType, OID object) {
        return mayNot(securityName, viewType) ? VACM_NO_ACCESS_ENTRY : VACM_OK;
    }

    @Override
    public int isAccessAllowed(OctetString viewName, OID object) {
        return EVERYTHING.equals(viewName) ? VACM_OK : VACM_NOT_IN_VIEW;
    }

    @Override
    public OctetString getViewName(OctetString context, OctetString securityName, int model, int level, int viewType) {
        return mayNot(securityName, viewType) ? new OctetString("nothing") : EVERYTHING;
    }

    private boolean mayNot(OctetString securityName, int viewType) {
        return viewType == VIEW_WRITE && readers.contains(securityName.toString());
    }
}
