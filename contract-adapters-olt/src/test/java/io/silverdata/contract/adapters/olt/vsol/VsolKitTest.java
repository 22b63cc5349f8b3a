package io.silverdata.contract.adapters.olt.vsol;

import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.adapters.olt.vendor.VendorKitTest;

class VsolKitTest extends VendorKitTest {
    VsolKitTest() {
        super(Vendor.VSOL);
    }
}
