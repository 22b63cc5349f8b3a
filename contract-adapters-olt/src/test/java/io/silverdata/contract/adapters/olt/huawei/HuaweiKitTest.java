package io.silverdata.contract.adapters.olt.huawei;

import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.adapters.olt.vendor.VendorKitTest;

class HuaweiKitTest extends VendorKitTest {
    HuaweiKitTest() {
        super(Vendor.HUAWEI);
    }
}
