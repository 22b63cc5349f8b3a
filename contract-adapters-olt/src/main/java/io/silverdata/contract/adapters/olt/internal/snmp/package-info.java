/** SNMP sessions over SNMP4J, the only package that names it: messages, security, walks, and what SNMP's errors mean as faults. */
@NullMarked
package io.silverdata.contract.adapters.olt.internal.snmp;

import org.jspecify.annotations.NullMarked;
