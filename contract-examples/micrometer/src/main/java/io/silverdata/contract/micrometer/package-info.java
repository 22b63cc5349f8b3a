/** Meters of Micrometer for commands, deliveries and the queue. */
@NullMarked
package io.silverdata.contract.micrometer;

import org.jspecify.annotations.NullMarked;
