package io.silverdata.contract.model;

import java.util.Objects;

/**
 * What RADIUS should know about a subscriber.
 *
 * @param contract whose it is
 * @param user the login
 * @param profile the plan group
 * @param rates how fast
 * @param enforcement what is taken away; from {@link Enforcement#HARD_BLOCK} on the login is rejected
 */
public record AccessService(
        ContractId contract, RadiusUser user, ProfileName profile, Rates rates, Enforcement enforcement) {

    public AccessService {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(rates, "rates");
        Objects.requireNonNull(enforcement, "enforcement");
    }
}
