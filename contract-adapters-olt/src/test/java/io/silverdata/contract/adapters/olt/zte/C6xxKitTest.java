package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.adapters.olt.vendor.VendorKitTest;

class C6xxKitTest extends VendorKitTest {
    C6xxKitTest() {
        super(Vendor.ZTE_C6XX);
    }
}
