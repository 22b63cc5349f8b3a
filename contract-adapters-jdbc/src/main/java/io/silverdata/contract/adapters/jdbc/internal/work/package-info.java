/** The queue of work for the network, and the leases of devices. */
@NullMarked
package io.silverdata.contract.adapters.jdbc.internal.work;

import org.jspecify.annotations.NullMarked;
