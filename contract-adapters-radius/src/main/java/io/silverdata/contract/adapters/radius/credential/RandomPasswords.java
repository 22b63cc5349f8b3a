package io.silverdata.contract.adapters.radius.credential;

import java.security.SecureRandom;

/** Passwords that can be read to somebody on the telephone and cannot be guessed. */
final class RandomPasswords {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 20;

    private RandomPasswords() {}

    static Password draw(SecureRandom random) {
        return new Password(random.ints(LENGTH, 0, ALPHABET.length())
                .map(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }
}
