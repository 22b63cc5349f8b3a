/** Simulated OLTs of the makes that this project has drivers for. */
@NullMarked
package io.silverdata.contract.adapters.olt.testkit.vendor;

import org.jspecify.annotations.NullMarked;
