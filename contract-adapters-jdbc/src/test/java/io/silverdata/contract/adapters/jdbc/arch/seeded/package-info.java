/** A tree of the same shape, in which each rule is broken. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.arch.seeded;

import org.jspecify.annotations.NullMarked;
