/** The way of a plant move. */
@NullMarked
package io.silverdata.contract.internal.moves;

import org.jspecify.annotations.NullMarked;
