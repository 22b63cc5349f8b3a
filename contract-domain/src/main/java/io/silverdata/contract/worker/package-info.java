/** What a scheduler drives: deliveries to the network, scheduled changes, and the health of both. */
@NullMarked
package io.silverdata.contract.worker;

import org.jspecify.annotations.NullMarked;
