package io.silverdata.contract.adapters.radius.credential;

import io.silverdata.contract.model.RadiusUser;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the password of a new login comes from: from the host, or {@linkplain #random generated here} and told to the
 * host. Must be safe for use by any number of threads.
 */
@FunctionalInterface
public interface CredentialSource {

    /**
     * The password for a login that has none. Asked once each time such a login is to be written, before anything of it is
     * committed and while no other writer can touch the login: what the host keeps now is what will be valid, or is asked
     * for again. A login that has a password keeps it.
     *
     * @throws RuntimeException when there is none now; nothing is written, and the delivery is tried again
     */
    Password passwordFor(RadiusUser user);

    /**
     * The password that a login had already, for one whose password row somebody deleted. Asked only then. Default: not
     * known; the login is refused then ({@code PASSWORD_LOST}) and never gets another password in silence. To give it one,
     * call {@code RadiusGateway.rotatePassword}.
     *
     * @throws RuntimeException when it cannot be said now; nothing is written, and the delivery is tried again
     */
    default Optional<Password> knownPassword(RadiusUser user) {
        return Optional.empty();
    }

    /**
     * A source that keeps the passwords, and gives the same one for a login each time.
     *
     * @param vault gives the password of a login
     */
    static CredentialSource keeping(Function<RadiusUser, Password> vault) {
        Objects.requireNonNull(vault, "vault");
        return new CredentialSource() {
            @Override
            public Password passwordFor(RadiusUser user) {
                return vault.apply(user);
            }

            @Override
            public Optional<Password> knownPassword(RadiusUser user) {
                return Optional.of(vault.apply(user));
            }
        };
    }

    /**
     * Generates a password of its own for each login: 20 letters and digits, without those that look alike, about 116 bits.
     *
     * @param random from which it is drawn
     * @param listener told of each before it becomes valid; the only way to learn it, unless the encoder is {@link
     *     PasswordEncoding#CLEARTEXT}
     */
    static CredentialSource random(SecureRandom random, CredentialListener listener) {
        Objects.requireNonNull(random, "random");
        Objects.requireNonNull(listener, "listener");
        return user -> {
            Password password = RandomPasswords.draw(random);
            listener.generated(user, password);
            return password;
        };
    }
}
