package io.silverdata.contract.adapters.olt.vsol;

import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.adapters.olt.vendor.VendorDriverTest;

class VsolDriverTest extends VendorDriverTest {
    VsolDriverTest() {
        super(Vendor.VSOL);
    }
}
