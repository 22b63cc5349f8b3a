/** Tests of this driver. */
@NullMarked
package io.silverdata.contract.adapters.olt.ifmib;

import org.jspecify.annotations.NullMarked;
