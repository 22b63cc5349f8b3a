package io.silverdata.contract.spring.property;

/** Why an application cannot start with the properties and beans that it has. Spring Boot prints it without a stack trace. */
public abstract sealed class StartException extends RuntimeException
        permits InvalidPropertyException, MissingBeanException {
    private static final long serialVersionUID = 1;

    StartException(String message, Throwable cause) {
        super(message, cause);
    }

    StartException(String message) {
        super(message);
    }

    /** What the operator does about it. */
    abstract String action();
}
