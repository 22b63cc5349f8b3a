package io.silverdata.contract.adapters.olt.huawei;

import io.silverdata.contract.adapters.olt.spi.Oid;

/** Objects of HUAWEI-XPON-MIB; rows are told apart by the interface index of the PON port and the ONT id. */
final class OntTables {
    private static final Oid GPON = Oid.parse("1.3.6.1.4.1.2011.6.128.1.1.2");

    private static final Oid CONFIGURATION = GPON.append(43, 1);
    static final Oid AUTH_MODE = CONFIGURATION.append(2);
    static final Oid SERIAL = CONFIGURATION.append(3);
    static final Oid MANAGEMENT_MODE = CONFIGURATION.append(6);
    static final Oid LINE_PROFILE = CONFIGURATION.append(7);
    static final Oid SERVICE_PROFILE = CONFIGURATION.append(8);
    static final Oid DESCRIPTION = CONFIGURATION.append(9);
    static final Oid ENTRY_STATUS = CONFIGURATION.append(10);

    private static final Oid CONTROL = GPON.append(46, 1);
    static final Oid ACTIVE = CONTROL.append(1);
    static final Oid RUN_STATUS = CONTROL.append(15);
    static final Oid CONFIG_STATUS = CONTROL.append(16);
    static final Oid MATCH_STATUS = CONTROL.append(18);
    static final Oid RANGING = CONTROL.append(20);
    static final Oid LAST_DOWN_CAUSE = CONTROL.append(24);

    /** Rows are told apart by the interface index and a running number. */
    private static final Oid AUTOFIND = GPON.append(48, 1);

    static final Oid AUTOFIND_SERIAL = AUTOFIND.append(2);
    static final Oid AUTOFIND_EQUIPMENT = AUTOFIND.append(7);

    private static final Oid OPTICS = GPON.append(51, 1);
    static final Oid TX_POWER = OPTICS.append(3);
    static final Oid RX_POWER = OPTICS.append(4);
    static final Oid OLT_RX_POWER = OPTICS.append(6);

    /** Rows are told apart by the interface index. */
    private static final Oid PORT = GPON.append(21, 1);

    static final Oid PORT_STATUS = PORT.append(10);
    static final Oid PORT_ONTS = PORT.append(16);
    static final Oid PORT_TX_POWER = GPON.append(23, 1, 4);

    static final int AUTH_BY_SERIAL = 1;
    static final int OMCI = 1;
    static final int ACTIVATE = 1;
    static final int DEACTIVATE = 2;

    static final int MIN_ID = 0;
    static final int MAX_ID = 127;

    private OntTables() {}
}
