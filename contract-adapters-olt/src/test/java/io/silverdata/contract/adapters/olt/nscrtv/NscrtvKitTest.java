package io.silverdata.contract.adapters.olt.nscrtv;

import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.adapters.olt.vendor.VendorKitTest;

class NscrtvKitTest extends VendorKitTest {
    NscrtvKitTest() {
        super(Vendor.NSCRTV);
    }
}
