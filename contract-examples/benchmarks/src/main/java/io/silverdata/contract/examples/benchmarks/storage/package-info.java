/** The storage on PostgreSQL beside pgbench, db-scheduler, set-based SQL and COPY. */
@NullMarked
package io.silverdata.contract.examples.benchmarks.storage;

import org.jspecify.annotations.NullMarked;
