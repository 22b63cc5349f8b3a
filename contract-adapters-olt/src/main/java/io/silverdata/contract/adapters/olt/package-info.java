/** The entry to the OLT adapter: {@link io.silverdata.contract.adapters.olt.OltGateway} drives an operator's OLTs over SNMP. */
@NullMarked
package io.silverdata.contract.adapters.olt;

import org.jspecify.annotations.NullMarked;
