package io.silverdata.contract.adapters.olt.spi;

/**
 * Makes drivers of one kind. Given to the gateway explicitly, or found by {@link java.util.ServiceLoader} when the gateway is
 * asked to look. Needs a public constructor without parameters for the latter. Must be safe for use by any number of threads.
 */
public interface OltDriverProvider {

    /**
     * The name by which an OLT's settings choose this driver.
     *
     * @return unique and stable: 1 to 64 characters of a-z, 0-9 and hyphen, for example {@code acme-gpon}
     */
    String id();

    /**
     * Creates the driver of one OLT. Sends no request.
     *
     * @throws IllegalArgumentException naming an option, its value and what is allowed, if it does not suit
     */
    OltDriver create(DriverSettings settings);
}
