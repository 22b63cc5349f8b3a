package io.silverdata.contract.adapters.radius.credential;

import io.silverdata.contract.model.RadiusUser;

/**
 * Learns generated passwords, so that the host can show them to the subscriber or write them into the router. Must be safe
 * for use by any number of threads.
 */
@FunctionalInterface
public interface CredentialListener {

    /**
     * Told of a password before it becomes valid. What is told last for a login is what counts: where the write then fails,
     * another password is generated and told when it is tried again. Must not log it.
     *
     * @throws RuntimeException when it cannot be kept; then the login is not written, and the delivery is tried again
     */
    void generated(RadiusUser user, Password password);
}
