package io.silverdata.contract.adapters.olt.bdcom;

import io.silverdata.contract.adapters.olt.spi.Oid;

/** The managed objects of NMS-GPON-MIB and IF-MIB that the driver uses. */
final class Tables {
    static final Oid IF_NAME = Oid.parse("1.3.6.1.2.1.31.1.1.1.1");
    static final Oid IF_OPER_STATUS = Oid.parse("1.3.6.1.2.1.2.2.1.8");

    static final Oid ENTERPRISE = Oid.parse("1.3.6.1.4.1.3320");
    private static final Oid GPON = ENTERPRISE.append(10);

    /** Indexed by ifIndex of the PON port. */
    private static final Oid PORT = GPON.append(2, 1, 1);

    static final Oid PORT_ADMIN_STATUS = PORT.append(2);
    static final Oid PORT_ACTIVE_ONUS = PORT.append(4);
    static final Oid PORT_INACTIVE_ONUS = PORT.append(5);
    static final Oid PORT_SENT = GPON.append(2, 2, 1, 5);

    /** Indexed by ifIndex of the PON port and number of the ONU, as OLTs do; the MIB has the port alone. */
    private static final Oid BIND = GPON.append(2, 6, 1);

    static final Oid BIND_SERIAL = BIND.append(3);
    static final Oid BIND_ROW_STATUS = BIND.append(5);

    /** Indexed by ifIndex of the ONU, as all that follow. */
    static final Oid OLT_RECEIVED = GPON.append(2, 3, 1, 3);

    static final Oid DISTANCE = GPON.append(3, 1, 1, 33);
    static final Oid DOWN_CAUSE = GPON.append(3, 1, 1, 35);
    static final Oid ENABLE = GPON.append(3, 2, 1, 3);
    static final Oid LINE_PROFILE = GPON.append(3, 2, 1, 7);
    static final Oid SERVICE_PROFILE = GPON.append(3, 2, 1, 8);
    static final Oid STATUS = GPON.append(3, 3, 1, 4);
    static final Oid RECEIVED = GPON.append(3, 4, 1, 2);
    static final Oid SENT = GPON.append(3, 4, 1, 3);

    static final Oid SAVE = ENTERPRISE.append(20, 15, 1, 1, 0);

    private Tables() {}
}
