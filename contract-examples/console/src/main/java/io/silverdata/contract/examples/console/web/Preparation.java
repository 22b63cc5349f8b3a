package io.silverdata.contract.examples.console.web;

import java.util.OptionalInt;

/** How far the demo provider is, while it is made. */
@FunctionalInterface
public interface Preparation {

    /** 0 to 99 percent; empty once nothing is missing. */
    OptionalInt percent();
}
