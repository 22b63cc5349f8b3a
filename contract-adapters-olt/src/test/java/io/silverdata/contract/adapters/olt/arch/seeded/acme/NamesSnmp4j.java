package io.silverdata.contract.adapters.olt.arch.seeded.acme;

import org.snmp4j.smi.OID;

/** Names the SNMP library outside of the one package that may. */
public final class NamesSnmp4j {
    private NamesSnmp4j() {}

    /** In a signature too. */
    public static OID name() {
        return new OID("1.3");
    }
}
