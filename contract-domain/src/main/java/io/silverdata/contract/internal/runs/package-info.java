/** Runs over many contracts, a page at a time. */
@NullMarked
package io.silverdata.contract.internal.runs;

import org.jspecify.annotations.NullMarked;
