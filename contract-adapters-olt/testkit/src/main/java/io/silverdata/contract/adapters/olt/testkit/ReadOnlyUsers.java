package io.silverdata.contract.adapters.olt.testkit;

import java.util.Set;
import org.snmp4j.agent.mo.snmp.CoexistenceInfo;
import org.snmp4j.agent.mo.snmp.CoexistenceInfoProvider;
import org.snmp4j.agent.security.VACM;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** Lets everybody read everything, and everybody but some write everything. */
final class ReadOnlyUsers implements VACM, CoexistenceInfoProvider {
    private static final OctetString EVERYTHING = new OctetString("everything");

    private final OctetString engineId;
    private final Set<String> readers;

    ReadOnlyUsers(OctetString engineId, String... readers) {
        this.engineId = engineId;
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

    @Override
    public CoexistenceInfo[] getCoexistenceInfo(OctetString community) {
        return new CoexistenceInfo[] {new CoexistenceInfo(community, engineId, new OctetString(), new OctetString())};
    }

    @Override
    public OctetString getCommunity(OctetString securityName, OctetString engineId, OctetString context) {
        return securityName;
    }

    @Override
    public boolean passesFilter(Address source, CoexistenceInfo info) {
        return true;
    }

    private boolean mayNot(OctetString securityName, int viewType) {
        return viewType == VIEW_WRITE && readers.contains(securityName.toString());
    }
}
