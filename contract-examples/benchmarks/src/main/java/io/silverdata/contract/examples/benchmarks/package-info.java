/** The library's state machine beside four others, measured in one run. Profile {@code bench}. */
@NullMarked
package io.silverdata.contract.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
