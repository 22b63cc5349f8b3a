package io.silverdata.contract.adapters.olt.arch.seeded.acme;

import org.snmp4j.smi.OID;

/** Names the SNMP library outside of the one package that may. */
public final class DriverWithSnmp4j {
    private DriverWithSnmp4j() {}

    static OID name() {
        return new OID("1.3");
    }
}
