package io.silverdata.contract.adapters.olt.nscrtv;

import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.adapters.olt.vendor.VendorDriverTest;

class NscrtvDriverTest extends VendorDriverTest {
    NscrtvDriverTest() {
        super(Vendor.NSCRTV);
    }
}
