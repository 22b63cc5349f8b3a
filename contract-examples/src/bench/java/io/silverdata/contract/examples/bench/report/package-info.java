/** Reports beside what a user would write otherwise: SQL over the event log, and {@code COPY}. */
@NullMarked
package io.silverdata.contract.examples.bench.report;

import org.jspecify.annotations.NullMarked;
