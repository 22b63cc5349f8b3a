/** Tests of the way of a delivery. */
@NullMarked
package io.silverdata.contract.internal.delivery;

import org.jspecify.annotations.NullMarked;
