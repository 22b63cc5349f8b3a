/** Deciding about debt beside a hand-written loop over numbers. Profile {@code bench}. */
@NullMarked
package io.silverdata.contract.examples.benchmarks.dunning;

import org.jspecify.annotations.NullMarked;
