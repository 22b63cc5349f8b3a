/** The conversation with OLTs over SNMP4J. Not exported. */
@NullMarked
package io.silverdata.contract.adapters.olt.internal;

import org.jspecify.annotations.NullMarked;
