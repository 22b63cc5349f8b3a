/** The search for an output, where others are faster. */
@NullMarked
package io.silverdata.contract.internal;

import org.jspecify.annotations.NullMarked;
