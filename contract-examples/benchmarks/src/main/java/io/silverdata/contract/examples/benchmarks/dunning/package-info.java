/** Decisions about debt beside a hand-written loop over numbers. */
@NullMarked
package io.silverdata.contract.examples.benchmarks.dunning;

import org.jspecify.annotations.NullMarked;
