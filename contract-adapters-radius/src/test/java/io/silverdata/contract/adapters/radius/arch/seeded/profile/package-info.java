/** Seeded. */
@NullMarked
package io.silverdata.contract.adapters.radius.arch.seeded.profile;

import org.jspecify.annotations.NullMarked;
