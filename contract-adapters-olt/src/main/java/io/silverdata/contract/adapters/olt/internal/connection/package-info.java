/** Access to each OLT: its driver, one writer and a few readers at a time, the circuit breaker, saving its configuration. */
@NullMarked
package io.silverdata.contract.adapters.olt.internal.connection;

import org.jspecify.annotations.NullMarked;
