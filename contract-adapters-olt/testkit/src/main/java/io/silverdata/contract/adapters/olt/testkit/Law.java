package io.silverdata.contract.adapters.olt.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The law that a test of the kit holds a driver to, and why; shown where the test fails. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Law {

    /** Sentences: what must be so, and what in the driver usually is wrong where it is not. */
    String value();
}
