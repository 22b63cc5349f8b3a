/** The engine in the simulation. */
@NullMarked
package io.silverdata.contract.simulation;

import org.jspecify.annotations.NullMarked;
