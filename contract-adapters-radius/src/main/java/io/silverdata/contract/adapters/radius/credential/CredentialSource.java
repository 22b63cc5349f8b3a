package io.silverdata.contract.adapters.radius.credential;

import io.silverdata.contract.model.RadiusUser;
import java.security.SecureRandom;
import java.util.Objects;

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
