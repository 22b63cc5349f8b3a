/** Reports of commands and deliveries to the host, for metrics and traces. */
@NullMarked
package io.silverdata.contract.listener;

import org.jspecify.annotations.NullMarked;
