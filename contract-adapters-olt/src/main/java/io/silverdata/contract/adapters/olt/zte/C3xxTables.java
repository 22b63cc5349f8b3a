package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.spi.Oid;

/** The managed objects of C300 and C320 that the driver uses: ZXGPON-SERVICE-MIB, ZXGPON-ONTMGMT-MIB and ZTE's service ports. */
final class C3xxTables {
    static final Oid IF_NAME = Oid.parse("1.3.6.1.2.1.31.1.1.1.1");

    private static final Oid ZTE = Oid.parse("1.3.6.1.4.1.3902");
    private static final Oid GPON = ZTE.append(1012, 3);

    /** Indexed by {@link ZteIndex#ponOltId}. */
    private static final Oid PORT = GPON.append(13, 1, 1);

    static final Oid PORT_NAME = PORT.append(1);
    static final Oid PORT_ADMIN = PORT.append(10);
    static final Oid PORT_OPER = PORT.append(11);

    /** Indexed by PON port and a number. */
    private static final Oid FOUND = GPON.append(13, 3, 1);

    static final Oid FOUND_SERIAL = FOUND.append(2);
    static final Oid FOUND_TYPE = FOUND.append(10);

    /** Indexed by PON port and ONU, as the next two. */
    static final Oid ONU = GPON.append(28, 1, 1);

    static final Oid TYPE = ONU.append(1);
    static final Oid DESCRIPTION = ONU.append(3);
    static final Oid SERIAL = ONU.append(5);
    static final Oid ROW_STATUS = ONU.append(9);

    private static final Oid STATE = GPON.append(28, 2, 1);
    static final Oid ADMIN = STATE.append(1);
    static final Oid PHASE = STATE.append(4);
    static final Oid DOWN_CAUSE = STATE.append(7);

    static final Oid DISTANCE = GPON.append(11, 4, 1, 2);

    /** Indexed by PON port, ONU and 1. */
    static final Oid RECEIVED = GPON.append(50, 12, 1, 1, 10);

    static final Oid SENT = GPON.append(50, 12, 1, 1, 14);

    /** Indexed by a number. */
    static final Oid BANDWIDTH_NAME = GPON.append(26, 1, 1, 2);

    /** Indexed by PON port, ONU and T-CONT. */
    private static final Oid TCONT = GPON.append(30, 1, 1);

    static final Oid TCONT_NAME = TCONT.append(2);
    static final Oid TCONT_BANDWIDTH = TCONT.append(3);
    static final Oid TCONT_ROW_STATUS = TCONT.append(8);

    /** Indexed by PON port, ONU and GEM port. */
    private static final Oid GEM = GPON.append(30, 2, 1);

    static final Oid GEM_NAME = GEM.append(2);
    static final Oid GEM_TYPE = GEM.append(3);
    static final Oid GEM_TCONT = GEM.append(4);
    static final Oid GEM_ROW_STATUS = GEM.append(10);

    /** Indexed by {@link BridgePort} and a number. */
    private static final Oid SERVICE = ZTE.append(1015, 8, 1, 1, 1);

    static final Oid SERVICE_MODE = SERVICE.append(4);
    static final Oid USER_VLAN = SERVICE.append(5);
    static final Oid INNER_VLAN = SERVICE.append(9);
    static final Oid OUTER_VLAN = SERVICE.append(10);
    static final Oid SERVICE_ADMIN = SERVICE.append(22);
    static final Oid SERVICE_ROW_STATUS = SERVICE.append(100);

    private C3xxTables() {}
}
