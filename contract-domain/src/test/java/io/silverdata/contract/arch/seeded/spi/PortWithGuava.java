package io.silverdata.contract.arch.seeded.spi;

import com.google.common.collect.ImmutableList;

/** Binds every adapter to Guava. */
public interface PortWithGuava {
    /** A list of Guava's. */
    ImmutableList<String> names();
}
