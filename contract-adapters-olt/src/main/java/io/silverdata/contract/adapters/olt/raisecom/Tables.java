package io.silverdata.contract.adapters.olt.raisecom;

import io.silverdata.contract.adapters.olt.spi.Oid;

/** The managed objects that public tools use. No MIB of these tables has been published. */
final class Tables {
    static final Oid ENTERPRISE = Oid.parse("1.3.6.1.4.1.8886");
    private static final Oid GPON = ENTERPRISE.append(18, 3);

    /** Indexed by {@link PortIndex}. */
    private static final Oid PORT = GPON.append(1, 2, 1, 1);

    static final Oid PORT_OPER_STATUS = PORT.append(2);
    static final Oid PORT_REGISTERED = PORT.append(3);

    /** Indexed by {@link PortIndex} and a number. */
    static final Oid FOUND_SERIAL = GPON.append(1, 2, 2, 1, 1);

    /** Indexed by {@link OnuIndex#bits}. */
    private static final Oid ONU = GPON.append(1, 3, 1, 1);

    static final Oid SERIAL = ONU.append(2);
    static final Oid LINE_PROFILE = ONU.append(6);
    static final Oid SERVICE_PROFILE = ONU.append(8);
    static final Oid DOWN_CAUSE = ONU.append(15);
    static final Oid DISTANCE = ONU.append(16);
    static final Oid STATUS = ONU.append(17);
    static final Oid ACTIVE = ONU.append(18);
    static final Oid ROW_STATUS = ONU.append(19);

    /** Indexed by {@link OnuIndex#bits}. */
    static final Oid OLT_RECEIVED = GPON.append(1, 3, 3, 1, 1);

    /** Indexed by {@link OnuIndex#opticalDigits}. */
    static final Oid RECEIVED = GPON.append(6, 3, 1, 1, 16);

    static final Oid SENT = GPON.append(6, 3, 1, 1, 17);

    /** Indexed by {@link OnuIndex#digits}: match(1), mismatch(2). */
    static final Oid MATCH = GPON.append(6, 1, 1, 1, 34);

    static final Oid SAVE = ENTERPRISE.append(1, 2, 1, 1, 0);

    private Tables() {}
}
