/** Breaks a rule on purpose. */
@NullMarked
package io.silverdata.contract.examples.benchmarks.arch.seeded;

import org.jspecify.annotations.NullMarked;
