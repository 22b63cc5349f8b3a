package io.silverdata.contract.spring.property;

/** The application has no bean of a type without which contracts cannot be run. */
public final class MissingBeanException extends StartException {
    private static final long serialVersionUID = 1;

    private final String action;

    /**
     * A bean is missing.
     *
     * @param type the simple name of its type
     * @param what what it is for, and what may take its place
     */
    public MissingBeanException(String type, String what) {
        super("a bean of type " + type + " is required: " + what);
        action = "Declare a bean of type " + type + ".";
    }

    @Override
    String action() {
        return action;
    }
}
