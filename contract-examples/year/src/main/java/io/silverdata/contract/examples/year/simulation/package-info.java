/** The year itself: a provider on a simulated clock, whose orders are carried out each at its time. */
@NullMarked
package io.silverdata.contract.examples.year.simulation;

import org.jspecify.annotations.NullMarked;
