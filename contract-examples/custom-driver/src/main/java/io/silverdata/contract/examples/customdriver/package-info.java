/** A driver for OLTs of a make that the library does not know, as an integrator writes it. Explained in docs/olt-drivers.md. */
@NullMarked
package io.silverdata.contract.examples.customdriver;

import org.jspecify.annotations.NullMarked;
