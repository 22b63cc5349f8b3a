package io.silverdata.contract.adapters.olt.vsol;

import io.silverdata.contract.adapters.olt.spi.Oid;

/** The managed objects of V-SOL's GPON MIB that the driver uses. */
final class Tables {
    static final Oid ENTERPRISE = Oid.parse("1.3.6.1.4.1.37950");
    private static final Oid GPON = ENTERPRISE.append(1, 1, 6, 1);

    /** Indexed by PON port and ONU, as the next two. */
    private static final Oid STATE = GPON.append(1, 1, 1);

    static final Oid ADMIN = STATE.append(3);
    static final Oid PHASE = STATE.append(5);
    static final Oid DOWN_CAUSE = STATE.append(10);

    private static final Oid AUTHENTICATION = GPON.append(1, 2, 1);
    static final Oid PROFILE = AUTHENTICATION.append(3);
    static final Oid SERIAL = AUTHENTICATION.append(5);

    private static final Oid OPTICS = GPON.append(1, 3, 1);
    static final Oid SENT = OPTICS.append(6);
    static final Oid RECEIVED = OPTICS.append(7);
    static final Oid OLT_RECEIVED = OPTICS.append(8);

    /** The staging area for what is done to an ONU: port, ONU, action. */
    private static final Oid OPERATION = GPON.append(1, 5);

    static final Oid OPERATION_PORT = OPERATION.append(1, 0);
    static final Oid OPERATION_ONU = OPERATION.append(2, 0);
    static final Oid OPERATION_ACTION = OPERATION.append(3, 0);

    /** The staging area for an ONU that is added. */
    private static final Oid ADD = GPON.append(1, 6);

    static final Oid ADD_PORT = ADD.append(1, 0);
    static final Oid ADD_ONU = ADD.append(2, 0);
    static final Oid ADD_MODE = ADD.append(3, 0);
    static final Oid ADD_PROFILE = ADD.append(4, 0);
    static final Oid ADD_SERIAL = ADD.append(5, 0);
    static final Oid ADD_ACTION = ADD.append(8, 0);

    /** How many ONUs a PON port has; indexed by PON port. */
    static final Oid PORT_REGISTERED = GPON.append(1, 18, 1, 2);

    /** Indexed by PON port and a number. */
    static final Oid FOUND_SERIAL = GPON.append(2, 1, 1, 3);

    static final Oid SAVE = ENTERPRISE.append(1, 1, 5, 10, 12, 8, 2, 0);

    private Tables() {}
}
