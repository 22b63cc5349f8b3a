/** Seeded. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.working;

import org.jspecify.annotations.NullMarked;
