package io.silverdata.contract.adapters.olt.nscrtv;

import io.silverdata.contract.adapters.olt.spi.Oid;

/** The managed objects of NSCRTV-FTTX-GPON-MIB that the driver uses. */
final class Tables {
    static final Oid ENTERPRISE = Oid.parse("1.3.6.1.4.1.17409");
    private static final Oid GPON = ENTERPRISE.append(2, 8);

    /** Indexed by device, card and port. */
    static final Oid PORT_AUTHENTICATION_MODE = GPON.append(3, 4, 1, 4);

    /** Indexed by {@link OnuIndex}, as all that follow. */
    private static final Oid ONU = GPON.append(4, 1, 1);

    static final Oid OPERATION_STATUS = ONU.append(7);
    static final Oid ADMIN_STATUS = ONU.append(8);
    static final Oid DISTANCE = ONU.append(9);
    static final Oid MATCH = ONU.append(100);
    static final Oid CONFIG = ONU.append(101);
    static final Oid DOWN_CAUSE = ONU.append(103);

    /** Indexed by {@link OnuIndex}, 0 and 0. */
    static final Oid RECEIVED = GPON.append(4, 4, 1, 4);

    static final Oid SENT = GPON.append(4, 4, 1, 5);

    private static final Oid AUTHENTICATION = GPON.append(4, 6, 1, 1);
    static final Oid SERIAL = AUTHENTICATION.append(2);
    static final Oid LINE_PROFILE = AUTHENTICATION.append(6);
    static final Oid SERVICE_PROFILE = AUTHENTICATION.append(7);
    static final Oid ROW_STATUS = AUTHENTICATION.append(8);

    private static final Oid AUTOFIND = GPON.append(4, 7, 1);
    static final Oid FOUND_TYPE = AUTOFIND.append(2);
    static final Oid FOUND_SERIAL = AUTOFIND.append(3);

    private Tables() {}
}
