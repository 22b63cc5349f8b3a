/** Reports beside what a user would write otherwise: SQL over the event log, and COPY. */
@NullMarked
package io.silverdata.contract.examples.benchmarks.report;

import org.jspecify.annotations.NullMarked;
