/** Tests of the SNMP sessions. */
@NullMarked
package io.silverdata.contract.adapters.olt.snmp;

import org.jspecify.annotations.NullMarked;
