/** Seeded. */
@NullMarked
package io.silverdata.contract.adapters.radius.arch.seeded.dynauth;

import org.jspecify.annotations.NullMarked;
