package io.silverdata.contract.adapters.radius.internal.credential;

import io.silverdata.contract.adapters.radius.credential.CredentialSource;
import io.silverdata.contract.adapters.radius.credential.PasswordEncoding;
import io.silverdata.contract.model.RadiusUser;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

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
        return encoder.encode(asked(() -> Objects.requireNonNull(source.passwordFor(user), "password")));
    }

    /**
     * The password row of a login that had one, as far as the host knows its password.
     *
     * @throws NoCredentialException when the host cannot say
     */
    public Optional<Credential> known(RadiusUser user) {
        return asked(() -> Objects.requireNonNull(source.knownPassword(user), "password"))
                .map(encoder::encode);
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException failed) {
            throw new NoCredentialException(failed);
        }
    }
}
