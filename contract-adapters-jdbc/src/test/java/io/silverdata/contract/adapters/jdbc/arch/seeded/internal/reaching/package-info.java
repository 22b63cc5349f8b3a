/** Seeded. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.reaching;

import org.jspecify.annotations.NullMarked;
