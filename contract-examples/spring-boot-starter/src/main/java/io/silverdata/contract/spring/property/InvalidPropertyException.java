package io.silverdata.contract.spring.property;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A property has a value that cannot be used, or is required and not set. The value of a secret is never in the message. */
public final class InvalidPropertyException extends StartException {
    private static final long serialVersionUID = 1;

    private final String property;
    private final @Nullable String value;
    private final String reason;

    private InvalidPropertyException(String property, @Nullable String value, String reason) {
        super(property + (value == null ? "" : " = \"" + value + "\"") + ": " + reason);
        this.property = property;
        this.value = value;
        this.reason = reason;
    }

    static InvalidPropertyException missing(String property, String allowed) {
        return new InvalidPropertyException(property, null, "is required: " + allowed);
    }

    static InvalidPropertyException wrong(String property, String value, String reason) {
        return new InvalidPropertyException(property, value, reason);
    }

    /** Its full name, such as {@code contract.radius.nas[0].port}. */
    public String property() {
        return property;
    }

    /** What it is; empty if it is not set. */
    public Optional<String> value() {
        return Optional.ofNullable(value);
    }

    /** What is wrong with it, and what is allowed. */
    public String reason() {
        return reason;
    }

    @Override
    String action() {
        return value == null ? "Set " + property + "." : "Correct " + property + ".";
    }
}
