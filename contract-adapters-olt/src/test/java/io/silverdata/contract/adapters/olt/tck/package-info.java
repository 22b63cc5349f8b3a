/**
 * The kit for authors of OLT drivers: {@link io.silverdata.contract.adapters.olt.tck.OltDriverTck} asks of a driver what {@link
 * io.silverdata.contract.adapters.olt.spi.OltDriver} says, against a {@link
 * io.silverdata.contract.adapters.olt.tck.SimulatedOlt}, a real SNMP agent in this process with a {@link
 * io.silverdata.contract.adapters.olt.tck.SimulatedDevice} of the author behind it.
 */
@NullMarked
package io.silverdata.contract.adapters.olt.tck;

import org.jspecify.annotations.NullMarked;
