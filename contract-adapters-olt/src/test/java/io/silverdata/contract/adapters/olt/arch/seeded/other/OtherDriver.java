package io.silverdata.contract.adapters.olt.arch.seeded.other;

import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import io.silverdata.contract.spi.LineProvisioner;

/** Of another make; also a port's adapter that is open, and is abstract so that it need not do anything. */
public class OtherDriver {
    /** A port's adapter that anyone may extend. */
    public abstract static class OpenAdapter implements LineProvisioner {}

    /** A provider that anyone may extend. */
    public abstract static class OpenProvider implements OltDriverProvider {}
}
