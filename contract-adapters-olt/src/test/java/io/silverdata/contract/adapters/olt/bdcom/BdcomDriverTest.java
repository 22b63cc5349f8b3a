package io.silverdata.contract.adapters.olt.bdcom;

import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.adapters.olt.vendor.VendorDriverTest;

class BdcomDriverTest extends VendorDriverTest {
    BdcomDriverTest() {
        super(Vendor.BDCOM);
    }
}
