/** The rules of the architecture of this module. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.arch;

import org.jspecify.annotations.NullMarked;
