/**
 * Which splitter outputs are tried for a contract, in which order, and for how long they are kept. Pure functions; whether
 * an output can be had is decided by the plant. All types are immutable and safe for use by any number of threads.
 */
@NullMarked
package io.silverdata.contract.allocation;

import org.jspecify.annotations.NullMarked;
