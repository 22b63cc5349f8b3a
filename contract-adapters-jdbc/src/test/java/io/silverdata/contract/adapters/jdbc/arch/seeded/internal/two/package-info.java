/** Seeded. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.arch.seeded.internal.two;

import org.jspecify.annotations.NullMarked;
