package io.silverdata.contract.model;

import java.util.Objects;

/**
 * Where the service is delivered.
 *
 * @param text the postal address, 1 to 256 characters without control characters or lone surrogates
 * @param position where the drop fibre ends
 */
public record ServiceAddress(String text, GeoPosition position) {
    private static final Rule RULE = Rule.text("address", 256);

    /** What stands in the place of an address that was erased. */
    public static final ServiceAddress ERASED = new ServiceAddress("erased", new GeoPosition(0, 0));

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException naming field, value and what is allowed
     */
    public ServiceAddress {
        RULE.check(text);
        Objects.requireNonNull(position, "position");
    }
}
