/**
 * What a driver for a make of OLT is made of. A driver says what its OLTs can do ({@link
 * io.silverdata.contract.adapters.olt.spi.Capabilities}) and does it through an {@link
 * io.silverdata.contract.adapters.olt.spi.OltSession}; time-outs, retries, locks, reading back and undoing are the gateway's.
 *
 * <p>What most drivers need is here once: {@link io.silverdata.contract.adapters.olt.spi.PonPortNames} for ports, {@link
 * io.silverdata.contract.adapters.olt.spi.OnuIds} for free ids, {@link io.silverdata.contract.adapters.olt.spi.RowStatus} for rows,
 * {@link io.silverdata.contract.adapters.olt.spi.SerialCodec} for serial numbers.
 *
 * <p>No type of an SNMP library appears here. The kit {@code io.silverdata.contract.adapters.olt.testkit.OltDriverTck} in the test
 * artifact proves a driver.
 */
@NullMarked
package io.silverdata.contract.adapters.olt.spi;

import org.jspecify.annotations.NullMarked;
