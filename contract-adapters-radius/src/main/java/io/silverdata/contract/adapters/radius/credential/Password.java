package io.silverdata.contract.adapters.radius.credential;

import io.silverdata.contract.model.Rejection;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The password of one login. It shows itself to who asks for it with {@link #reveal} and to nobody else: not in {@code
 * toString}, not in an exception. Immutable.
 */
public final class Password {
    // Without quotes, back-tick, percent and backslash: FreeRADIUS reads a value that begins with a quote as an
    // expression
    // to be expanded, or even as a program to be run.
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9@._:/!#$*+,;=?~^()-]{8,64}");

    private static final String RULE = "8 to 64 characters of A-Z, a-z, 0-9 and @._:/!#$*+,;=?~^()-";

    private final String characters;

    /**
     * Takes the characters as they are.
     *
     * @param characters 8 to 64 letters and digits of ASCII, and {@code @._:/!#$*+,;=?~^()-}
     * @throws IllegalArgumentException naming the rule, but not the password
     */
    public Password(String characters) {
        Objects.requireNonNull(characters, "password");
        if (!ALLOWED.matcher(characters).matches()) {
            throw new IllegalArgumentException(new Rejection.InvalidValue("password", "***", RULE).message());
        }
        this.characters = characters;
    }

    /** The characters. */
    public String reveal() {
        return characters;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Password that && characters.equals(that.characters);
    }

    @Override
    public int hashCode() {
        return characters.hashCode();
    }

    /** Always the same three stars. */
    @Override
    public String toString() {
        return "***";
    }
}
