/**
 * A year in the life of a small provider: a plant and orders from two files, a simulated clock, a network that sometimes fails, and
 * a report. {@link io.silverdata.contract.examples.year.Main} runs it.
 */
@NullMarked
package io.silverdata.contract.examples.year;

import org.jspecify.annotations.NullMarked;
