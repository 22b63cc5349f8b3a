package io.silverdata.contract.adapters.radius.internal.credential;

import io.silverdata.contract.adapters.radius.credential.CredentialSource;
import io.silverdata.contract.adapters.radius.credential.Password;
import io.silverdata.contract.adapters.radius.credential.PasswordEncoding;
import io.silverdata.contract.model.RadiusUser;
import java.security.SecureRandom;
import java.util.Objects;

/** Asks the host for the password of a new login, and encodes it. */
public final class CredentialIssuer {
    private final CredentialSource source;
    private final PasswordEncoder encoder;

    public CredentialIssuer(CredentialSource source, PasswordEncoding encoding, SecureRandom random) {
        this.source = source;
        this.encoder = new PasswordEncoder(encoding, random);
    }

    /**
     * The password row of a login that has none.
     *
     * @throws NoCredentialException when the host has no password
     */
    public Credential issue(RadiusUser user) {
        return encoder.encode(password(user));
    }

    private Password password(RadiusUser user) {
        try {
            return Objects.requireNonNull(source.passwordFor(user), "password");
        } catch (RuntimeException failed) {
            throw new NoCredentialException(failed);
        }
    }
}
