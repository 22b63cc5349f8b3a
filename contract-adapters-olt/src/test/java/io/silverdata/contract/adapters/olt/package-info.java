/** The OLT side of the contract library: a gateway over SNMP, its drivers, and the SPI for more of them. */
@NullMarked
package io.silverdata.contract.adapters.olt;

import org.jspecify.annotations.NullMarked;
