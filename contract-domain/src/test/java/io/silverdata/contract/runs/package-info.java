/** Runs over many contracts, as a host sees them. */
@NullMarked
package io.silverdata.contract.runs;

import org.jspecify.annotations.NullMarked;
