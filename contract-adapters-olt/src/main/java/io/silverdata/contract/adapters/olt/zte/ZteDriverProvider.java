package io.silverdata.contract.adapters.olt.zte;

import io.silverdata.contract.adapters.olt.spi.DriverSettings;
import io.silverdata.contract.adapters.olt.spi.OltDriver;
import io.silverdata.contract.adapters.olt.spi.OltDriverProvider;
import java.util.Arrays;
import java.util.List;

/**
 * Drives ZTE ZXA10. Safe for use by any number of threads.
 *
 * <p>Option {@value #SERIES}: {@code c3xx} for C300 and C320, the default, or {@code c6xx} for C600, C610 and C620, whose tables are
 * others.
 *
 * <p>Option {@value #REGISTRATION_MODE_COLUMN} of C300 and C320: the column of the ONU's table that says "by serial number",
 * {@code 12} as systems in the field write, the default, {@code 11} as the MIB of 2006 says, or {@code none} to leave it out.
 */
public final class ZteDriverProvider implements OltDriverProvider {
    static final String SERIES = "series";
    static final String REGISTRATION_MODE_COLUMN = "registrationModeColumn";

    /** Makes the provider. */
    public ZteDriverProvider() {}

    @Override
    public String id() {
        return "zte-zxa10";
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException for an option that is not known, or another value
     */
    @Override
    public OltDriver create(DriverSettings settings) {
        settings.allowOnly(SERIES, REGISTRATION_MODE_COLUMN);
        String series = oneOf(settings, SERIES, "c3xx", "c6xx");
        String column = oneOf(settings, REGISTRATION_MODE_COLUMN, "12", "11", "none");
        return series.equals("c3xx")
                ? new C3xxDriver(settings.olt(), column.equals("none") ? List.of() : List.of(Long.parseLong(column)))
                : new C6xxDriver(settings.olt());
    }

    private static String oneOf(DriverSettings settings, String option, String... allowed) {
        String value = settings.option(option).orElse(allowed[0]);
        if (!List.of(allowed).contains(value)) {
            throw new IllegalArgumentException("OLT " + settings.olt() + ": option " + option + " must be one of "
                    + Arrays.toString(allowed) + ": '" + value + "'");
        }
        return value;
    }
}
