/** V-SOL V1600G. */
@NullMarked
package io.silverdata.contract.adapters.olt.vsol;

import org.jspecify.annotations.NullMarked;
