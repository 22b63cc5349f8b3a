package io.silverdata.contract.spring.network;

import io.silverdata.contract.adapters.radius.credential.CredentialListener;
import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.model.RadiusUser;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the passwords that were made. */
final class Vault implements CredentialListener {
    private final Map<RadiusUser, String> passwords = new ConcurrentHashMap<>();

    @Override
    public void generated(RadiusUser user, Password password) {
        passwords.put(user, password.reveal());
    }

    /** The password of a login. */
    String passwordOf(RadiusUser user) {
        return passwords.getOrDefault(user, "none");
    }
}
