/** Seeded. */
@NullMarked
package io.silverdata.contract.adapters.radius.arch.seeded.attribute;

import org.jspecify.annotations.NullMarked;
