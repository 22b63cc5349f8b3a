/** Seeded. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.one;

import org.jspecify.annotations.NullMarked;
