/** The library's state machine beside four others, measured by JMH in one run. */
@NullMarked
package io.silverdata.contract.examples.benchmarks.transitions;

import org.jspecify.annotations.NullMarked;
