/**
 * The kit for authors of OLT drivers: {@link io.silverdata.contract.adapters.olt.testkit.OltDriverTck} asks of a driver what {@link
 * io.silverdata.contract.adapters.olt.spi.OltDriver} says, against a {@link
 * io.silverdata.contract.adapters.olt.testkit.SimulatedOlt}, a real SNMP agent in this process with a {@link
 * io.silverdata.contract.adapters.olt.testkit.SimulatedDevice} of the author behind it.
 */
@NullMarked
package io.silverdata.contract.adapters.olt.testkit;

import org.jspecify.annotations.NullMarked;
