/** SNMP agents and tools that others wrote, started and stopped by the tests that talk to them. */
@NullMarked
package io.silverdata.contract.adapters.olt.peer;

import org.jspecify.annotations.NullMarked;
