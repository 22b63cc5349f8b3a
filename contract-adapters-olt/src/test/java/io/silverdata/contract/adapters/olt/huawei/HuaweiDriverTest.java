package io.silverdata.contract.adapters.olt.huawei;

import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.adapters.olt.vendor.VendorDriverTest;

class HuaweiDriverTest extends VendorDriverTest {
    HuaweiDriverTest() {
        super(Vendor.HUAWEI);
    }
}
