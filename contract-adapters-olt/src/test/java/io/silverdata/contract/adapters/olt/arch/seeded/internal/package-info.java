/** A room that is not exported. */
@NullMarked
package io.silverdata.contract.adapters.olt.arch.seeded.internal;

import org.jspecify.annotations.NullMarked;
