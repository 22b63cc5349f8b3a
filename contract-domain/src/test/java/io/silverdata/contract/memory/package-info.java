/** The in-memory adapters against the kits, and against the simplest models that there are. */
@NullMarked
package io.silverdata.contract.memory;

import org.jspecify.annotations.NullMarked;
