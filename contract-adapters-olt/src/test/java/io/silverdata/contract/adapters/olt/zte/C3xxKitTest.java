package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.adapters.olt.vendor.VendorKitTest;

class C3xxKitTest extends VendorKitTest {
    C3xxKitTest() {
        super(Vendor.ZTE_C3XX);
    }
}
