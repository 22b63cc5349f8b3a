package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.adapters.olt.vendor.VendorDriverTest;

class C3xxDriverTest extends VendorDriverTest {
    C3xxDriverTest() {
        super(Vendor.ZTE_C3XX);
    }
}
