package io.silverdata.contract.adapters.olt.raisecom;

import io.silverdata.contract.adapters.olt.vendor.Vendor;
import io.silverdata.contract.adapters.olt.vendor.VendorKitTest;

class RaisecomKitTest extends VendorKitTest {
    RaisecomKitTest() {
        super(Vendor.RAISECOM);
    }
}
