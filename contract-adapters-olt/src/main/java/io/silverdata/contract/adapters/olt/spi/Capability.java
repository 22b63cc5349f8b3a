package io.silverdata.contract.adapters.olt.spi;

import java.util.Objects;

/**
 * Whether a driver can do something, and how that is known.
 *
 * @param level how far it can be relied on
 * @param evidence where that is known from, for people: a MIB object, field experience, or why not
 */
public record Capability(Level level, String evidence) {

    /** How far something can be relied on. */
    public enum Level {
        /** Vendor documentation and independent experience agree. */
        SUPPORTED,
        /** Documented by one side only, or sources disagree. Refused unless enabled for that OLT. */
        EXPERIMENTAL,
        /** Cannot be done. */
        UNSUPPORTED
    }

    /**
     * @throws IllegalArgumentException if there is no evidence
     */
    public Capability {
        Objects.requireNonNull(level, "level");
        if (evidence.isBlank()) {
            throw new IllegalArgumentException("evidence must say how the capability is known");
        }
    }

    /** Can be relied on. */
    public static Capability supported(String evidence) {
        return new Capability(Level.SUPPORTED, evidence);
    }

    /** Can be tried. */
    public static Capability experimental(String evidence) {
        return new Capability(Level.EXPERIMENTAL, evidence);
    }

    /** Cannot be done. */
    public static Capability unsupported(String why) {
        return new Capability(Level.UNSUPPORTED, why);
    }
}
