package io.silverdata.contract.adapters.olt.raisecom;

import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.adapters.olt.vendor.VendorDriverTest;

class RaisecomDriverTest extends VendorDriverTest {
    RaisecomDriverTest() {
        super(Vendor.RAISECOM);
    }
}
