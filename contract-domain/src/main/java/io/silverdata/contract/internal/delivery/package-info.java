/** The way of a delivery, and of scheduled changes. */
@NullMarked
package io.silverdata.contract.internal.delivery;

import org.jspecify.annotations.NullMarked;
