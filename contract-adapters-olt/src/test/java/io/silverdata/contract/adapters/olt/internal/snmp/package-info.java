/** Tests of the SNMP sessions. */
@NullMarked
package io.silverdata.contract.adapters.olt.internal.snmp;

import org.jspecify.annotations.NullMarked;
