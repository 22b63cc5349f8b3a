/** Stands for another adapter. */
@NullMarked
package io.silverdata.contract.adapters.radius.seeded;

import org.jspecify.annotations.NullMarked;
