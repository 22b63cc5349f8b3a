/**
 * A NAS to test against, in this process: {@link io.silverdata.contract.adapters.radius.testkit.SimulatedNas}. For this module and
 * for those who build on it. It needs the Java platform only, and shares no code with what it tests.
 */
@NullMarked
package io.silverdata.contract.adapters.radius.testkit;

import org.jspecify.annotations.NullMarked;
