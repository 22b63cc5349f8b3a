/** The rules of the architecture of this module. */
@NullMarked
package io.silverdata.contract.adapters.olt.arch;

import org.jspecify.annotations.NullMarked;
