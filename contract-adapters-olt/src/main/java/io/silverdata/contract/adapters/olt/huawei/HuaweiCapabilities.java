package io.silverdata.contract.adapters.olt.huawei;

import io.silverdata.contract.adapters.olt.spi.Capabilities;
import io.silverdata.contract.adapters.olt.spi.Capability;
import io.silverdata.contract.adapters.olt.spi.Operation;
import java.util.EnumMap;
import java.util.Map;

/** What Huawei OLTs can be told over SNMP, and how that is known. */
final class HuaweiCapabilities {
    private static final String BOTH = ", and independent field use";

    static final Capabilities ALL = Capabilities.of(all());

    private HuaweiCapabilities() {}

    private static Map<Operation, Capability> all() {
        Map<Operation, Capability> all = new EnumMap<>(Operation.class);
        all.put(Operation.DETECT, Capability.supported("sysObjectID as recorded from such OLTs"));
        all.put(Operation.LIST_PON_PORTS, Capability.supported("ifName, as recorded from such OLTs"));
        all.put(
                Operation.LIST_UNREGISTERED,
                Capability.supported("hwGponDeviceAutoFindOntInfoSn" + BOTH
                        + "; autofind is off by default and must be enabled at each PON port"));
        all.put(Operation.FIND, Capability.supported("hwGponDeviceOntSn" + BOTH));
        all.put(
                Operation.REGISTER,
                Capability.supported(
                        "hwGponDeviceOntEntryStatus createAndGo in one request" + BOTH + ", over SNMPv3 too"));
        all.put(
                Operation.CHANGE_PROFILES,
                Capability.supported("hwGponDeviceOntLineProfName and OntServiceProfName are read-write" + BOTH));
        all.put(Operation.BIND_SERVICE, Capability.supported("hwExtSrvFlow table" + BOTH));
        all.put(Operation.SET_ADMIN_STATE, Capability.supported("hwGponDeviceOntControlActive" + BOTH));
        all.put(
                Operation.DELETE,
                Capability.supported("service ports, then hwGponDeviceOntEntryStatus destroy" + BOTH));
        all.put(Operation.READ_CONFIGURATION, Capability.supported("the same objects, as recorded from such OLTs"));
        all.put(
                Operation.READ_STATE,
                Capability.supported("hwGponDeviceOntControl and hwGponOntOpticalDdm tables" + BOTH));
        all.put(Operation.READ_PORT, Capability.supported("hwGponDeviceOltControlStatus, as recorded from such OLTs"));
        all.put(
                Operation.SET_PORT,
                Capability.experimental("field use of ifAdminStatus on one model; the MIB documents the laser switch"));
        all.put(
                Operation.SAVE_CONFIGURATION,
                Capability.unsupported("the MIBs have no object for it: switch on autosave at the OLT"));
        return all;
    }
}
