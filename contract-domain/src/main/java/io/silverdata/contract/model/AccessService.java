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
 * @param settings what the NAS is told of this subscriber alone
 */
public record AccessService(
        ContractId contract,
        RadiusUser user,
        ProfileName profile,
        Rates rates,
        Enforcement enforcement,
        AccessSettings settings) {

    public AccessService {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(rates, "rates");
        Objects.requireNonNull(enforcement, "enforcement");
        Objects.requireNonNull(settings, "settings");
    }

    /** A subscriber of whom nothing is told beside the plan. */
    public AccessService(
            ContractId contract, RadiusUser user, ProfileName profile, Rates rates, Enforcement enforcement) {
        this(contract, user, profile, rates, enforcement, AccessSettings.NONE);
    }
}
