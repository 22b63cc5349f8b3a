/** The gateway for OLTs beside net-snmp's tools and its library, at simulated OLTs in a process of their own. */
@NullMarked
package io.silverdata.contract.examples.benchmarks.olt;

import org.jspecify.annotations.NullMarked;
