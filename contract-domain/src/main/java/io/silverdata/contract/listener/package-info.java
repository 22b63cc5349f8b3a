/** What a host is told of commands and deliveries, for metrics and traces. */
@NullMarked
package io.silverdata.contract.listener;

import org.jspecify.annotations.NullMarked;
