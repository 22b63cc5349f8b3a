/** Seeded. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.idle;

import org.jspecify.annotations.NullMarked;
