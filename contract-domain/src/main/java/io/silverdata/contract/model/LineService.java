package io.silverdata.contract.model;

import java.util.Objects;

/**
 * What an OLT should know about a subscriber.
 *
 * @param contract whose it is
 * @param line the ONU and where it is connected
 * @param profile the line profile
 * @param enabled whether the ONU's administrative state is up
 */
public record LineService(ContractId contract, Line line, ProfileName profile, boolean enabled) {

    public LineService {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(profile, "profile");
    }
}
