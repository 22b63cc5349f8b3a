/** A small tree of the shape of this module, with classes that break its rules. */
@NullMarked
package io.silverdata.contract.adapters.radius.arch.seeded;

import org.jspecify.annotations.NullMarked;
