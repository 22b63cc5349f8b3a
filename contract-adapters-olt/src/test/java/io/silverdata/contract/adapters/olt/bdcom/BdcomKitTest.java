package io.silverdata.contract.adapters.olt.bdcom;

import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.adapters.olt.vendor.VendorKitTest;

class BdcomKitTest extends VendorKitTest {
    BdcomKitTest() {
        super(Vendor.BDCOM);
    }
}
