package io.silverdata.contract.adapters.olt.huawei;

import io.silverdata.contract.adapters.olt.spi.Oid;

/** Objects of HUAWEI-ETHERLIKE-EXT-MIB about service ports; rows are told apart by the flow index. */
final class ServicePortTables {
    private static final Oid SERVICE = Oid.parse("1.3.6.1.4.1.2011.5.14.5");

    static final Oid NEXT_INDEX = SERVICE.append(1, 0);

    private static final Oid ENTRY = SERVICE.append(2, 1);
    static final Oid FRAME = ENTRY.append(2);
    static final Oid SLOT = ENTRY.append(3);
    static final Oid PORT = ENTRY.append(4);
    static final Oid ONT = ENTRY.append(5);
    static final Oid GEM = ENTRY.append(6);
    static final Oid KIND = ENTRY.append(7);
    static final Oid VLAN = ENTRY.append(8);
    static final Oid DOWN_INDEX = ENTRY.append(9);
    static final Oid UP_INDEX = ENTRY.append(10);
    static final Oid MULTI_SERVICE = ENTRY.append(11);
    static final Oid USER = ENTRY.append(12);
    static final Oid ROW_STATUS = ENTRY.append(15);
    static final Oid INNER_VLAN = ENTRY.append(16);
    static final Oid TAG_TRANSFORM = ENTRY.append(18);
    static final Oid DOWN_NAME = ENTRY.append(21);
    static final Oid UP_NAME = ENTRY.append(22);

    /** By interface index, 4, ONT id, GEM port, 0, kind of service, and its parameter: the flow index. */
    static final Oid INDEX_OF = SERVICE.append(5, 1, 7);

    static final int BY_ONT_ID = 4;
    static final int GPON = 4;
    static final int BY_USER_VLAN = 1;
    static final int UNTAGGED = 0xFFFF;
    static final int NO_VLAN = -1;
    static final int TRANSLATE = 2;
    static final int TRANSLATE_AND_ADD = 3;
    static final int ADD_DOUBLE = 4;

    private ServicePortTables() {}
}
