/** The rules of this module's architecture. */
@NullMarked
package io.silverdata.contract.adapters.radius.arch;

import org.jspecify.annotations.NullMarked;
