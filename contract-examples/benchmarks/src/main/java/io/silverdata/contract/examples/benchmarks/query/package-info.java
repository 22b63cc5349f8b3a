/** Queries of an operator's screens beside SQL that was written by hand. */
@NullMarked
package io.silverdata.contract.examples.benchmarks.query;

import org.jspecify.annotations.NullMarked;
