/** Another make. */
@NullMarked
package io.silverdata.contract.adapters.olt.arch.seeded.other;

import org.jspecify.annotations.NullMarked;
