/** SNMP sessions over SNMP4J, the only package that names it: messages, security, walks, and what SNMP's errors mean as faults. */
@NullMarked
package io.silverdata.contract.adapters.olt.snmp;

import org.jspecify.annotations.NullMarked;
