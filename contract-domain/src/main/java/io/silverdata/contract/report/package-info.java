/**
 * The numbers a business runs on, folded from the event log: what is to be billed for which days, and how many customers
 * come, wait, are cut and leave. Pure functions and the specification: whatever answers faster must answer the same.
 * All types are immutable and safe for use by any number of threads.
 */
@NullMarked
package io.silverdata.contract.report;

import org.jspecify.annotations.NullMarked;
