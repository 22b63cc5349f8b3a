/** A make with everything that the kit tests, its driver that passes, and faults seeded into that driver that the kit has to catch. */
@NullMarked
package io.silverdata.contract.adapters.olt.faulty;

import org.jspecify.annotations.NullMarked;
