/** The library measured beside what one would otherwise use. {@link io.silverdata.contract.examples.benchmarks.Main} has a command for each benchmark. */
@NullMarked
package io.silverdata.contract.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
