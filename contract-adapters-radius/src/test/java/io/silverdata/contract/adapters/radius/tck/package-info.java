/**
 * A NAS to test against, in this process: {@link io.silverdata.contract.adapters.radius.tck.SimulatedNas}. For this module and
 * for those who build on it. It needs the Java platform only, and shares no code with what it tests.
 */
@NullMarked
package io.silverdata.contract.adapters.radius.tck;

import org.jspecify.annotations.NullMarked;
