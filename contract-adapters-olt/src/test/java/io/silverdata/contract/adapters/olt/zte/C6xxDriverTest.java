package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.adapters.olt.vendor.VendorDriverTest;

class C6xxDriverTest extends VendorDriverTest {
    C6xxDriverTest() {
        super(Vendor.ZTE_C6XX);
    }
}
