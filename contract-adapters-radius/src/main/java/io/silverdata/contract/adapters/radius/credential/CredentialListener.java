package io.silverdata.contract.adapters.radius.credential;

import io.silverdata.contract.model.RadiusUser;

/**
 * Learns generated passwords, so that the host can show them to the subscriber or write them into the router. Must be safe
 * for use by any number of threads.
 */
@FunctionalInterface
public interface CredentialListener {

    /**
     * Takes a password before it becomes valid. The last one of a login counts: where the write fails after this call,
     * another password is generated and given when it is tried again. Must not log it.
     *
     * @throws RuntimeException when it cannot be kept; then the login is not written, and the delivery is tried again
     */
    void generated(RadiusUser user, Password password);
}
