package io.silverdata.contract.adapters.olt.nscrtv;

import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;

/**
 * Drives OLTs that follow NSCRTV-FTTX-GPON-MIB: C-Data FD16xx and many that are sold under other names. Safe for use by any
 * number of threads.
 *
 * <p>Option {@value #DELETE_WITH}: the row status that removes an ONU, {@code 6} as the MIB says, the default, or {@code 2} as
 * some management systems send.
 */
public final class NscrtvDriverProvider implements OltDriverProvider {
    static final String DELETE_WITH = "deleteWith";

    /** Makes the provider. */
    public NscrtvDriverProvider() {}

    @Override
    public String id() {
        return "nscrtv-gpon";
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException for an option that is not known, or another value
     */
    @Override
    public OltDriver create(DriverSettings settings) {
        settings.allowOnly(DELETE_WITH);
        String value = settings.option(DELETE_WITH).orElse("6");
        if (!value.equals("6") && !value.equals("2")) {
            throw new IllegalArgumentException(
                    "OLT " + settings.olt() + ": option " + DELETE_WITH + " must be 6 or 2: '" + value + "'");
        }
        return new NscrtvDriver(settings.olt(), Integer.parseInt(value));
    }
}
