package io.silverdata.contract.adapters.radius.internal.sql;

/** The values of column {@code op} that this library writes. */
public final class Operators {
    /** The one value of its attribute. */
    public static final String SET = ":=";

    /** One value more of its attribute. */
    public static final String ADD = "+=";

    private Operators() {}
}
