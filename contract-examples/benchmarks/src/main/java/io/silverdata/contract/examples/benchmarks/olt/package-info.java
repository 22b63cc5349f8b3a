/**
 * The gateway for OLTs beside net-snmp's tools and its library, at simulated OLTs in a process of their own. Not part of the build
 * but for the profile {@code bench}.
 */
@NullMarked
package io.silverdata.contract.examples.benchmarks.olt;

import org.jspecify.annotations.NullMarked;
