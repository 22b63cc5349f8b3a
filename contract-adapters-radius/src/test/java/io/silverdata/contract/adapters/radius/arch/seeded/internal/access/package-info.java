/** Seeded. */
@NullMarked
package io.silverdata.contract.adapters.radius.arch.seeded.internal.access;

import org.jspecify.annotations.NullMarked;
