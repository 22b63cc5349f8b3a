/** The rules of the architecture, and proof that each of them bites. */
@NullMarked
package io.silverdata.contract.adapters.olt.arch;

import org.jspecify.annotations.NullMarked;
