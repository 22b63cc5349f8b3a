package io.silverdata.contract.adapters.radius.nas;

import io.silverdata.contract.adapters.radius.dynauth.NasEndpoint;
import io.silverdata.contract.adapters.radius.internal.Checks;
import io.silverdata.contract.adapters.radius.profile.NasProfile;
import java.util.Objects;

/**
 * How the rows of FreeRADIUS' table {@code nas} are read, for sessions at a NAS that is not configured otherwise. Requests go
 * to the session's own NAS-IP-Address, with the secret of the row.
 *
 * @param profile for rows whose {@code type} is no profile's name
 * @param port where these NASes take requests, 1 to 65535
 * @param allowsWeakSecrets whether secrets below 16 octets are taken
 */
public record NasTableSettings(NasProfile profile, int port, boolean allowsWeakSecrets) {

    public NasTableSettings {
        Objects.requireNonNull(profile, "profile");
        Checks.range("port", port, 1, 65_535);
    }

    /** Port 3799, and secrets of at least 16 octets. */
    public static NasTableSettings of(NasProfile profile) {
        return new NasTableSettings(profile, NasEndpoint.DEFAULT_PORT, false);
    }
}
