package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.spi.Oid;

/** The managed objects of C600, C610 and C620 that public tools use. No MIB of these tables has been published. */
final class C6xxTables {
    static final Oid IF_NAME = Oid.parse("1.3.6.1.2.1.31.1.1.1.1");
    static final Oid IF_OPER_STATUS = Oid.parse("1.3.6.1.2.1.2.2.1.8");
    static final Oid IF_ADMIN_STATUS = Oid.parse("1.3.6.1.2.1.2.2.1.7");

    private static final Oid ZTE = Oid.parse("1.3.6.1.4.1.3902.1082");
    private static final Oid PON = ZTE.append(500);

    /** Indexed by ifIndex of the PON port and a number. */
    private static final Oid FOUND = PON.append(2, 2, 11, 2, 1);

    static final Oid FOUND_SERIAL = FOUND.append(2);
    static final Oid FOUND_TYPE = FOUND.append(8);

    /** Indexed by ifIndex of the PON port and ONU, as the next three. */
    private static final Oid ONU = PON.append(10, 2, 3, 3, 1);

    static final Oid TYPE = ONU.append(1);
    static final Oid SERIAL = ONU.append(6);
    static final Oid SERIAL_TEXT = ONU.append(18);
    static final Oid ROW_STATUS = ONU.append(50);

    private static final Oid STATE = PON.append(10, 2, 3, 8, 1);
    static final Oid PHASE = STATE.append(4);
    static final Oid DOWN_CAUSE = STATE.append(7);

    static final Oid DISTANCE = PON.append(10, 2, 3, 10, 1, 2);
    static final Oid OLT_RECEIVED = PON.append(1, 2, 4, 2, 1, 2);

    /** Indexed by ifIndex of the PON port, ONU and 1. */
    private static final Oid OPTICS = PON.append(20, 2, 2, 2, 1);

    static final Oid RECEIVED = OPTICS.append(10);
    static final Oid SENT = OPTICS.append(14);

    static final Oid SAVE = ZTE.append(20, 1, 2, 10, 1, 1, 0);

    private C6xxTables() {}
}
