package io.silverdata.contract.command;

import io.silverdata.contract.model.OnuSerial;
import io.silverdata.contract.model.RadiusUser;
import java.util.Objects;

/**
 * Everything for a contract from nothing to active in one step.
 *
 * @param terms what is agreed
 * @param onu must not be in use elsewhere
 * @param radiusUser must not be in use elsewhere
 */
public record SignUp(NewContract terms, OnuSerial onu, RadiusUser radiusUser) {

    public SignUp {
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(onu, "onu");
        Objects.requireNonNull(radiusUser, "radiusUser");
    }
}
