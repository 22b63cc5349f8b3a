/** The screen Figures: churn, time to provision, reconnections and occupancy over months, and the billing feed. */
@NullMarked
package io.silverdata.contract.examples.console.figures;

import org.jspecify.annotations.NullMarked;
