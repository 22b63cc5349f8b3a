/** A small tree of the module's shape, in which each class but the clean one breaks a rule. */
@NullMarked
package io.silverdata.contract.adapters.olt.arch.seeded;

import org.jspecify.annotations.NullMarked;
