/** Deliveries and scheduled changes on a scheduler that stops gracefully. */
@NullMarked
package io.silverdata.contract.spring.worker;

import org.jspecify.annotations.NullMarked;
