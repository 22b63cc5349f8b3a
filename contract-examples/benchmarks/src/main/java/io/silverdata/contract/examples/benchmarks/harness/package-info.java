/** What the benchmarks have in common: rounds by turns, samples and their ratios, tables, processes and a PostgreSQL. */
@NullMarked
package io.silverdata.contract.examples.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
